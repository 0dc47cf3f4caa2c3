// Text as a sequence of comparable words: what quotes, fingerprints and word counts are made of.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rejoinder {

/// A word of a text. Two words are the same word if their hashes are equal; the hash does not depend on case, on
/// Unicode form or on the kind of quotation marks and dashes inside. A run of letters, digits and inner apostrophes is
/// a word; in scripts that are written without spaces (Thai, Lao, Khmer, Myanmar, Han, Kana) each letter is one, and an
/// emoji is one too. Other signs are no words.
struct Word {
    std::uint32_t hash = 0;
    std::uint32_t begin = 0;  // byte offset of its first byte
    std::uint32_t end = 0;    // one past its last byte
};

using Words = std::vector<Word>;

/// All words of `text`, which must be valid UTF-8 of less than 4 GiB.
Words split_words(std::string_view text);

/// The same, appended to `words`.
void append_words(std::string_view text, Words& words);

/// Number of words of `text`.
std::size_t count_words(std::string_view text);

}  // namespace rejoinder
