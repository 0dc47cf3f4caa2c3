// An index of sampled word sequences: which texts may hold a given one, without comparing with all of them.
//
// Winnowing (Schleimer, Wilkerson & Aiken, SIGMOD 2003): of every `window` neighbouring sequences of `gram` words the
// one with the smallest hash is kept, so two texts that share gram + window - 1 words (5) surely share a kept sequence.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace rejoinder {

class FingerprintIndex {
public:
    static constexpr std::size_t gram = 3;
    static constexpr std::size_t window = 3;

    /// Makes room for texts of so many words in all.
    void reserve(std::size_t words);

    /// Adds a text under a number; numbers must not decrease.
    void add(std::uint32_t number, std::span<const std::uint32_t> words);

    /// Sorts what was added; call once before find().
    void build();

    struct Candidate {
        std::uint32_t number = 0;
        double votes = 0;          // kept sequences in common, the rare ones counting more
        std::uint32_t shared = 0;  // how many there are
    };

    /// Texts that share sequences with `words`, most votes first (of equal ones the nearest to `near` first), at most
    /// `limit`. A sequence that stands in many texts votes only for those nearest to `near`: at most 8 before it and,
    /// if `after`, 8 behind. `near` itself is never a candidate, nor is a text with less than a fifth of the best one's
    /// votes, nor, if `words` are ten or more, one that shares a single sequence.
    std::vector<Candidate> find(std::span<const std::uint32_t> words, std::uint32_t near, bool after,
                                std::size_t limit) const;

private:
    std::vector<std::uint64_t>
        postings_;  // hash of a sequence in the upper half, number of its text in the lower; sorted
    std::vector<std::uint32_t> hashes_;   // of the text that is being added; kept for its memory
    std::vector<std::uint32_t> buckets_;  // where in postings_ the hashes with the same first bits begin
    int shift_ = 0;                       // a hash's bucket is hash >> shift_
};

}  // namespace rejoinder
