// What the paragraphs of a plain-text extraction tell about where a quote ends.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace rejoinder {

/// The newlines between two lines of a block (see Block in post.hpp).
struct Break {
    std::size_t begin = 0;  // byte offset of the first newline
    std::size_t end = 0;    // of the first byte after them
    int newlines = 1;       // 1: a line; 2: a paragraph; 3: a paragraph after a hollow one
};

std::vector<Break> line_breaks(std::string_view text);

struct LayoutCut {
    std::size_t offset = 0;  // the quote's words end here; the size of the text if all of it is quoted
    bool ambiguous = true;
};

/// Where layout alone would end the quote that begins `text`. One writer parts paragraphs in one manner: the
/// quote ends where the manner changes. Without a change the first paragraph is taken to be quoted, since people
/// quote less than they answer, and the cut is ambiguous if there are more than two paragraphs. A text of one paragraph
/// is all quoted.
LayoutCut cut_by_layout(std::string_view text, const std::vector<Break>& breaks);

}  // namespace rejoinder
