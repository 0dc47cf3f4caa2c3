#include "resolve/alignment.hpp"

#include <algorithm>

namespace rejoinder {

namespace {

constexpr std::size_t most_steps = std::size_t{64} << 20;
constexpr std::size_t chance_run = 3;  // a run shorter than this may agree by chance
constexpr std::size_t beside = 3;      // words, on both sides
constexpr std::size_t short_needle = 32;

std::size_t shared_prefix(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
    const std::size_t most = std::min(a.size(), b.size());
    std::size_t n = 0;
    while (n < most && a[n] == b[n]) ++n;
    return n;
}

bool close(const CommonRun& left, const CommonRun& right) {
    return right.a - (left.a + left.length) <= beside && right.b - (left.b + left.length) <= beside;
}

/// Long runs, and short ones that neighbours lead to from a long run: from both sides (between) or from either
/// (beside).
std::vector<CommonRun> without_chance(const std::vector<CommonRun>& runs, ShortRuns short_runs) {
    std::vector<bool> from_left(runs.size()), from_right(runs.size());
    for (std::size_t i = 0; i < runs.size(); ++i) {
        from_left[i] = runs[i].length >= chance_run || (i > 0 && from_left[i - 1] && close(runs[i - 1], runs[i]));
    }
    for (std::size_t i = runs.size(); i-- > 0;) {
        const bool next = i + 1 < runs.size() && from_right[i + 1] && close(runs[i], runs[i + 1]);
        from_right[i] = runs[i].length >= chance_run || next;
    }
    std::vector<CommonRun> result;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const bool kept =
            short_runs == ShortRuns::between ? from_left[i] && from_right[i] : from_left[i] || from_right[i];
        if (kept) result.push_back(runs[i]);
    }
    return result;
}

}  // namespace

std::vector<std::uint32_t> borders(std::span<const std::uint32_t> words) {
    std::vector<std::uint32_t> border(words.size());
    for (std::uint32_t i = 1, n = 0; i < words.size(); ++i) {
        while (n > 0 && words[i] != words[n]) n = border[n - 1];
        if (words[i] == words[n]) ++n;
        border[i] = n;
    }
    return border;
}

std::size_t find_run(std::span<const std::uint32_t> needle, std::span<const std::uint32_t> hay) {
    if (needle.empty() || needle.size() > hay.size()) return hay.size();
    if (needle.size() < short_needle) {
        return static_cast<std::size_t>(std::search(hay.begin(), hay.end(), needle.begin(), needle.end()) -
                                        hay.begin());
    }
    const std::vector<std::uint32_t> border = borders(needle);
    std::size_t n = 0;
    for (std::size_t i = 0; i < hay.size(); ++i) {
        while (n > 0 && hay[i] != needle[n]) n = border[n - 1];
        if (hay[i] == needle[n]) ++n;
        if (n == needle.size()) return i + 1 - n;
    }
    return hay.size();
}

Alignment align(std::span<const std::uint32_t> quote, std::span<const std::uint32_t> source, ShortRuns short_runs) {
    Alignment alignment;
    if (quote.empty() || source.empty()) return alignment;
    if (const std::size_t at = find_run(quote, source); at < source.size()) {
        alignment.runs = {{0, at, quote.size()}};
    } else if (quote.size() * source.size() <= most_steps) {
        alignment.runs = without_chance(common_runs(quote, source), short_runs);
    } else if (const std::size_t prefix = shared_prefix(quote, source); prefix > 0) {
        alignment.runs = {{0, 0, prefix}};
    }
    for (const CommonRun& run : alignment.runs) alignment.matched += run.length;
    return alignment;
}

Match classify(const Alignment& alignment, std::size_t quote_words, std::size_t source_words) {
    if (alignment.matched == 0) return Match::not_found;
    if (alignment.matched < quote_words) return Match::altered;
    if (alignment.matched == source_words) return Match::whole;
    // Runs that touch in the source are one stretch of it.
    const auto& runs = alignment.runs;
    for (std::size_t i = 1; i < runs.size(); ++i) {
        if (runs[i].b != runs[i - 1].b + runs[i - 1].length) return Match::elided;
    }
    return Match::excerpt;
}

}  // namespace rejoinder
