// What changed between two texts, word by word.
#pragma once

#include <string_view>
#include <vector>

namespace rejoinder {

enum class DiffKind : unsigned char {
    same,     // stands in both texts
    removed,  // stands in the first text only
    added,    // stands in the second text only
};

/// A run of words of one kind. `text` is a view into the first text (same, removed) or the second (added): from its
/// first word to its last, with the signs between them.
struct DiffPart {
    DiffKind kind = DiffKind::same;
    std::string_view text;
    std::size_t words = 0;
};

/// The parts of both texts in order; a removed part stands before the added part in its place. Words are the same if
/// split_words() says so: case, signs and white space alone make no difference. The removed and added words are the
/// fewest that can be (a longest common subsequence); in the stretch between the texts' common beginning and end, if it
/// is too long for that (2^26 pairs of words), between the words that each text has just once there.
/// Cost: pairs of words in that stretch / 64 steps, and as many bits; never more than 2^26.
std::vector<DiffPart> word_diff(std::string_view first, std::string_view second);

/// Whether a diff shows any difference.
bool differs(const std::vector<DiffPart>& diff);

}  // namespace rejoinder
