// Words and phrases that are counted in texts.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "base/words.hpp"

namespace rejoinder::detail {

/// Finds phrases, each of them the hashes of its words, in the words of a text.
class CueFinder {
public:
    void add(const std::vector<std::vector<std::uint32_t>>& phrases);

    bool empty() const { return phrases_.empty(); }

    /// How often one of the phrases stands in the words; where several begin at one word, they count once.
    std::size_t count(const Words& words) const;

private:
    bool stands_at(const Words& words, std::size_t at) const;

    std::vector<std::vector<std::uint32_t>> phrases_;  // sorted
    std::array<std::uint64_t, 64> first_words_{};      // a bit for each value of the lowest 12 bits of their hashes:
                                                       // every word of a thread is asked
};

}  // namespace rejoinder::detail
