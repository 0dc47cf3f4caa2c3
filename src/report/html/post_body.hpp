// What a post says: its own words, shaded where others quoted them, and its quotes held against their sources.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "report/html/report.hpp"

namespace rejoinder::report {

/// A piece of a post's body in the order of the page.
struct BodyPiece {
    bool quote = false;
    std::uint32_t begin = 0;  // quote: index of the outermost quote. Own words: first byte in ResolvedPost::text
    std::uint32_t end = 0;    // quote: one past its innermost quote. Own words: one past their last byte
};

/// The pieces of a post's body. Where the page's blocks and the resolved texts do not fit together, the quotes come
/// first; nothing is left out.
std::vector<BodyPiece> body_pieces(const Post& post, const ResolvedPost& resolved);

void append_post_body(std::string& out, const HtmlReport& report, std::uint32_t post);

/// The words of a ghost, shaded as a post's are.
void append_ghost_body(std::string& out, const HtmlReport& report, std::uint32_t ghost);

}  // namespace rejoinder::report
