// Texts of a thread as words, all in one array, so that comparing them touches only numbers.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/words.hpp"

namespace rejoinder {

class Corpus {
public:
    /// Makes room for texts of so many bytes in all.
    void reserve(std::size_t bytes);

    /// Adds a text, which must outlive the corpus, and returns its number (from 0).
    std::uint32_t add(std::string_view text);

    std::size_t words() const { return hashes_.size(); }  // of all texts
    std::size_t size() const { return texts_.size(); }
    std::string_view text(std::uint32_t number) const { return texts_[number].text; }

    /// The words' hashes: equal hashes are equal words.
    std::span<const std::uint32_t> words(std::uint32_t number) const;

    /// The words again, with their byte offsets: found anew, because few texts are asked for theirs and offsets take
    /// three times the room of hashes.
    Words places(std::uint32_t number) const { return split_words(texts_[number].text); }

    std::uint32_t count(std::uint32_t number) const { return texts_[number].last - texts_[number].first; }

private:
    struct Text {
        std::string_view text;
        std::uint32_t first = 0;  // of its words in hashes_
        std::uint32_t last = 0;
    };
    std::vector<Text> texts_;
    Words words_;  // of the text that is being added; kept for its memory
    std::vector<std::uint32_t> hashes_;
};

}  // namespace rejoinder
