#include "evaluate/match.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/similarity.hpp"
#include "base/words.hpp"

namespace rejoinder {
namespace {

constexpr double same_author = 0.4;
constexpr double least_likeness = 0.3;  // a shared name, or a third of the words

using Hashes = std::vector<std::uint32_t>;

Hashes hashes_of(std::string_view text) {
    Hashes hashes;
    for (const Word& word : split_words(text)) hashes.push_back(word.hash);
    return hashes;
}

/// Twice the words in common over all words, order apart. Both are sorted.
double likeness(const Hashes& a, const Hashes& b) {
    if (a.empty() || b.empty()) return 0;
    std::size_t common = 0;
    for (std::size_t i = 0, k = 0; i < a.size() && k < b.size();) {
        if (a[i] == b[k])
            ++common, ++i, ++k;
        else if (a[i] < b[k])
            ++i;
        else
            ++k;
    }
    return 2.0 * static_cast<double>(common) / static_cast<double>(a.size() + b.size());
}

template <class Quotes>
std::vector<Hashes> sorted_hashes(const Quotes& quotes) {
    std::vector<Hashes> all;
    for (const auto& quote : quotes) {
        all.push_back(hashes_of(quote.text));
        std::sort(all.back().begin(), all.back().end());
    }
    return all;
}

}  // namespace

std::vector<std::uint32_t> match_quotes(std::span<const TrueQuote> truth, std::span<const ResolvedQuote> found) {
    const auto true_words = sorted_hashes(truth);
    const auto found_words = sorted_hashes(found);
    const std::size_t rows = truth.size() + 1;
    // best[f * rows + t]: the greatest agreement of the first f found and the first t true quotes.
    std::vector<double> best((found.size() + 1) * rows, 0.0);
    std::vector<double> pair(best.size(), 0.0);
    for (std::size_t f = 1; f <= found.size(); ++f) {
        for (std::size_t t = 1; t <= truth.size(); ++t) {
            double like = likeness(found_words[f - 1], true_words[t - 1]);
            if (found[f - 1].author == truth[t - 1].author) like += same_author;
            if (found[f - 1].depth != truth[t - 1].depth) like /= 2;
            const std::size_t at = f * rows + t;
            pair[at] = like >= least_likeness ? like : -1;
            best[at] = std::max({best[at - 1], best[at - rows], best[at - rows - 1] + pair[at]});
        }
    }
    std::vector<std::uint32_t> match(found.size(), unmatched);
    for (std::size_t f = found.size(), t = truth.size(); f > 0 && t > 0;) {
        const std::size_t at = f * rows + t;
        if (pair[at] > 0 && best[at] == best[at - rows - 1] + pair[at]) {
            match[f - 1] = static_cast<std::uint32_t>(t - 1);
            --f, --t;
        } else if (best[at] == best[at - rows]) {
            --f;
        } else {
            --t;
        }
    }
    return match;
}

WordDifference compare_words(std::string_view a, std::string_view b) {
    const Hashes one = hashes_of(a);
    const Hashes other = hashes_of(b);
    std::size_t common = 0;
    for (const CommonRun& run : common_runs(one, other)) common += run.length;
    return {one.size() - common, other.size() - common, one.size(), other.size()};
}

std::vector<std::uint32_t> match_ghosts(std::vector<SharedQuotes> shared, std::size_t truth, std::size_t found) {
    std::stable_sort(shared.begin(), shared.end(),
                     [](const SharedQuotes& a, const SharedQuotes& b) { return a.quotes > b.quotes; });
    std::vector<std::uint32_t> match(found, unmatched);
    std::vector<bool> taken(truth, false);
    for (const SharedQuotes& pair : shared) {
        if (match[pair.found] != unmatched || taken[pair.truth]) continue;
        match[pair.found] = pair.truth;
        taken[pair.truth] = true;
    }
    return match;
}

}  // namespace rejoinder
