// Quotes that their writers mark with ">" at the beginning of a line, as in e-mail and Markdown.
#pragma once

#include <string_view>
#include <vector>

#include "rejoinder/post.hpp"

namespace rejoinder {

/// The lines of a body as blocks. If `quotes`, lines that begin with ">" are quotes, with ">>" quotes within quotes.
std::vector<Block> read_marked_lines(std::string_view text, bool quotes);

/// Does the same with the texts among the blocks of a body that was read from HTML.
void divide_marked_lines(std::vector<Block>& blocks);

}  // namespace rejoinder
