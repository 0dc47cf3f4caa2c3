// The report for a terminal: what a person reads in a window of 80 columns.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "rejoinder/report.hpp"
#include "report/reply_tree.hpp"

namespace rejoinder::report {

/// 80 columns, without colours.
std::string write_text(const Analysis& analysis);

std::string write_terminal(const Analysis& analysis, const Terminal& terminal);

enum class Tint : std::uint8_t { plain, bold, faint, red, yellow, cyan };

/// Appends text in a tint, if the terminal has colours. The text must be clean already: see append_line.
void append_tinted(std::string& out, const Terminal& terminal, Tint tint, std::string_view text);

/// Appends a paragraph whose lines are broken at spaces; all but the first are indented.
void append_wrapped(std::string& out, const Terminal& terminal, std::string_view text, std::size_t indent);

/// The tree of primary replies, a line a post.
void append_terminal_tree(std::string& out, const Analysis& analysis, const ReplyTree& tree, const Terminal& terminal);

}  // namespace rejoinder::report
