// How often each passage of a post was quoted, and how a quote's words differ from its source's.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "rejoinder/resolve.hpp"

namespace rejoinder::report {

/// A stretch of a text that the same number of posts quote. Bytes of ResolvedPost::text or Ghost::text.
struct QuotedStretch {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t posts = 0;  // at least 1
};

struct QuotedWords {
    std::vector<std::vector<QuotedStretch>> posts;   // by post index, ascending; what nobody quotes is left out
    std::vector<std::vector<QuotedStretch>> ghosts;  // by ghost index
};

/// Counts, for every word of a text that is quoted, the posts that quote it. A post that quotes it twice counts once.
QuotedWords count_quoted_words(const Resolution& resolution);

/// A piece of a quote held against its source.
struct QuotePiece {
    enum class Kind : std::uint8_t { same, changed, left_out };
    Kind kind = Kind::same;
    std::string_view text;    // same, changed: of the quote. left_out: of the source, words that the quote lacks here
    std::uint32_t words = 0;  // left_out: how many
};

/// The pieces of a quote in order. What stands between words is in the piece before it.
std::vector<QuotePiece> compare_with_source(std::string_view quote, std::string_view source);

}  // namespace rejoinder::report
