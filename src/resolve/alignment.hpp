// How a quote's words lie in a source's words.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/similarity.hpp"
#include "rejoinder/resolve.hpp"

namespace rejoinder {

struct Alignment {
    std::vector<CommonRun> runs;  // `a` counts words of the quote, `b` words of the source; in order
    std::size_t matched = 0;      // words in the runs
};

/// What to make of runs of one or two words, which may agree by chance.
enum class ShortRuns : std::uint8_t {
    between,  // kept only between longer runs that they join: where the agreement ends matters
    beside,   // kept beside a longer run too: that the texts belong together is known
};

/// Lays `quote` along `source`. An unbroken occurrence is found first; else the longest common subsequence without
/// chance agreements. Where the product of the lengths passes 64 million only what the two share at their beginnings is
/// found.
Alignment align(std::span<const std::uint32_t> quote, std::span<const std::uint32_t> source,
                ShortRuns short_runs = ShortRuns::between);

/// What kind of quote an alignment shows: see Match. `source_words` is the length of the source.
Match classify(const Alignment& alignment, std::size_t quote_words, std::size_t source_words);

/// For each beginning of `words`, by the index of its last word: the most words, fewer than all of it, with which it
/// both begins and ends (Knuth, Morris & Pratt, SIAM J. Comput. 6, 1977). With these a search never goes back, whatever
/// repeats.
std::vector<std::uint32_t> borders(std::span<const std::uint32_t> words);

/// Where `needle` stands unbroken in `hay`, or hay.size() if nowhere.
std::size_t find_run(std::span<const std::uint32_t> needle, std::span<const std::uint32_t> hay);

}  // namespace rejoinder
