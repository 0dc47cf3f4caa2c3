// Which quote and which ghost of an analysis is which of the truth.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "rejoinder/evaluate.hpp"

namespace rejoinder {

constexpr std::uint32_t unmatched = UINT32_MAX;

/// By quote found: which of the true quotes it is, or `unmatched`. Keeps their order; of all such matchings the one in
/// which names and words agree most.
std::vector<std::uint32_t> match_quotes(std::span<const TrueQuote> truth, std::span<const ResolvedQuote> found);

/// Words that stand in one text and not in the other, in their order; and how many each has.
struct WordDifference {
    std::size_t only_in_a = 0;
    std::size_t only_in_b = 0;
    std::size_t a = 0;
    std::size_t b = 0;
};
WordDifference compare_words(std::string_view a, std::string_view b);

/// How many quotes a true ghost and a found ghost have in common.
struct SharedQuotes {
    std::uint32_t truth = 0;
    std::uint32_t found = 0;
    std::size_t quotes = 0;
};

/// By ghost found: the true ghost that it stands for, or `unmatched`. One to one; those with the most quotes in common
/// first.
std::vector<std::uint32_t> match_ghosts(std::vector<SharedQuotes> shared, std::size_t truth, std::size_t found);

}  // namespace rejoinder
