#include "base/word_diff.hpp"

#include <algorithm>
#include <cstdint>
#include <span>
#include <unordered_map>

#include "base/similarity.hpp"
#include "base/words.hpp"

namespace rejoinder {
namespace {

using Hashes = std::vector<std::uint32_t>;

constexpr std::size_t most_pairs = std::size_t{1} << 26U;

Hashes hashes_of(const Words& words) {
    Hashes hashes;
    hashes.reserve(words.size());
    for (const Word& word : words) hashes.push_back(word.hash);
    return hashes;
}

/// A word that stands once in each of two stretches.
struct Anchor {
    std::size_t a = 0;
    std::size_t b = 0;
};

/// Pairs of words that each stretch has just once, by their places in the first.
std::vector<Anchor> unique_pairs(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
    struct Uses {
        std::size_t in_a = 0;
        std::size_t in_b = 0;
        std::size_t place_b = 0;
    };
    std::unordered_map<std::uint32_t, Uses> uses;
    for (const std::uint32_t word : a) ++uses[word].in_a;
    for (std::size_t at = 0; at < b.size(); ++at) {
        Uses& use = uses[b[at]];
        ++use.in_b;
        use.place_b = at;
    }
    std::vector<Anchor> pairs;
    for (std::size_t at = 0; at < a.size(); ++at) {
        const Uses& use = uses[a[at]];
        if (use.in_a == 1 && use.in_b == 1) pairs.push_back({at, use.place_b});
    }
    return pairs;
}

/// Most of the pairs that stand in the same order in both (the longest increasing subsequence of `b`).
std::vector<Anchor> in_order(const std::vector<Anchor>& pairs) {
    constexpr std::size_t nothing = static_cast<std::size_t>(-1);
    std::vector<std::size_t> ends;  // [n]: the pair with the smallest `b` that ends an ordered list of n + 1 pairs
    std::vector<std::size_t> before(pairs.size(), nothing);
    for (std::size_t at = 0; at < pairs.size(); ++at) {
        const auto place = std::lower_bound(ends.begin(), ends.end(), pairs[at].b,
                                            [&](std::size_t end, std::size_t b) { return pairs[end].b < b; });
        if (place != ends.begin()) before[at] = *(place - 1);
        if (place == ends.end()) {
            ends.push_back(at);
        } else {
            *place = at;
        }
    }
    std::vector<Anchor> ordered;
    for (std::size_t at = ends.empty() ? nothing : ends.back(); at != nothing; at = before[at]) {
        ordered.push_back(pairs[at]);
    }
    std::reverse(ordered.begin(), ordered.end());
    return ordered;
}

/// The common runs of two stretches that begin at `a_at` and `b_at` of the texts.
void compare(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b, std::size_t a_at, std::size_t b_at,
             std::vector<CommonRun>& runs) {
    if (a.empty() || b.empty()) return;
    if (a.size() <= most_pairs / b.size()) {
        for (const CommonRun& run : common_runs(a, b)) runs.push_back({a_at + run.a, b_at + run.b, run.length});
        return;
    }
    std::size_t in_a = 0;
    std::size_t in_b = 0;
    for (const Anchor& anchor : in_order(unique_pairs(a, b))) {
        const auto gap_a = a.subspan(in_a, anchor.a - in_a);
        const auto gap_b = b.subspan(in_b, anchor.b - in_b);
        // A gap that is still too long has no word in common that could hold on to: it counts as changed.
        if (!gap_a.empty() && !gap_b.empty() && gap_a.size() <= most_pairs / gap_b.size())
            compare(gap_a, gap_b, a_at + in_a, b_at + in_b, runs);
        runs.push_back({a_at + anchor.a, b_at + anchor.b, 1});
        in_a = anchor.a + 1;
        in_b = anchor.b + 1;
    }
    const auto rest_a = a.subspan(in_a);
    const auto rest_b = b.subspan(in_b);
    if (in_a > 0 && !rest_a.empty() && !rest_b.empty() && rest_a.size() <= most_pairs / rest_b.size())
        compare(rest_a, rest_b, a_at + in_a, b_at + in_b, runs);
}

std::vector<CommonRun> runs_of(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
    std::vector<CommonRun> runs;
    const std::size_t shorter = std::min(a.size(), b.size());
    std::size_t head = 0;
    while (head < shorter && a[head] == b[head]) ++head;
    std::size_t tail = 0;
    while (tail < shorter - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
    if (head > 0) runs.push_back({0, 0, head});
    compare(a.subspan(head, a.size() - head - tail), b.subspan(head, b.size() - head - tail), head, head, runs);
    if (tail > 0) runs.push_back({a.size() - tail, b.size() - tail, tail});
    return runs;
}

/// Appends the words [from, to) of a text, if there are any; joins them with a part of the same kind before them.
void append(std::vector<DiffPart>& parts, DiffKind kind, std::string_view text, const Words& words, std::size_t from,
            std::size_t to) {
    if (from == to) return;
    const std::size_t begin = words[from].begin;
    const std::size_t end = words[to - 1].end;
    if (!parts.empty() && parts.back().kind == kind) {
        const char* first = parts.back().text.data();
        parts.back().text = {first, static_cast<std::size_t>(text.data() + end - first)};
        parts.back().words += to - from;
        return;
    }
    parts.push_back({kind, text.substr(begin, end - begin), to - from});
}

}  // namespace

std::vector<DiffPart> word_diff(std::string_view first, std::string_view second) {
    const Words a = split_words(first);
    const Words b = split_words(second);
    std::vector<DiffPart> parts;
    std::size_t in_a = 0;
    std::size_t in_b = 0;
    const auto change_until = [&](std::size_t to_a, std::size_t to_b) {
        append(parts, DiffKind::removed, first, a, in_a, to_a);
        append(parts, DiffKind::added, second, b, in_b, to_b);
    };
    for (const CommonRun& run : runs_of(hashes_of(a), hashes_of(b))) {
        change_until(run.a, run.b);
        append(parts, DiffKind::same, first, a, run.a, run.a + run.length);
        in_a = run.a + run.length;
        in_b = run.b + run.length;
    }
    change_until(a.size(), b.size());
    return parts;
}

bool differs(const std::vector<DiffPart>& diff) {
    return std::any_of(diff.begin(), diff.end(), [](const DiffPart& part) { return part.kind != DiffKind::same; });
}

}  // namespace rejoinder
