// Text of a page inside a report. Pages are hostile: whatever they print must come out as text, in Markdown as on a
// terminal. Control characters and direction overrides are dropped everywhere but in HTML, which shows them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace rejoinder::report {

enum class Style : std::uint8_t {
    plain,     // for a terminal
    markdown,  // Markdown and HTML inside the text are escaped
    label,     // inside a fenced block, which has no escapes: look-alikes stand for `<`, `>` and the backtick
    html,      // escaped for HTML's text and attributes; posts that a sentence names become links (text_html.hpp)
};

/// Appends text as one line: each run of white space becomes one space, none at either end.
void append_line(std::string& out, std::string_view text, Style style);

/// Appends text with its lines and spaces as they are, for a terminal.
void append_lines(std::string& out, std::string_view text);

/// The same as `append_line` inside “ ”.
void append_quoted(std::string& out, std::string_view text, Style style);

/// Appends an address for Markdown: <https://…> if it is a plain one, else escaped as any text.
void append_address(std::string& out, std::string_view address);

/// Appends at most `letters` code points of the text's beginning, inside “ ”, cut after a word and marked with "…".
/// Names of pictures before the first word ("image.png") are left out.
void append_opening(std::string& out, std::string_view text, std::size_t letters, Style style);

/// Appends text of several lines and paragraphs as a Markdown block quote, ending with a newline.
void append_block_quote(std::string& out, std::string_view text);

/// Ends a sentence: a full stop, unless a quotation has just ended one.
void append_stop(std::string& out);

void append_integer(std::string& out, std::int64_t number);

/// "3", "0.5", "2.143": at most three decimals, no trailing zeros.
void append_number(std::string& out, double number);

/// "0.97": two decimals, rounded down: 0.999 is "0.99".
void append_confidence(std::string& out, double confidence);

/// Makes the ASCII letter at byte `at` a capital: what a sentence begins with.
void capitalize(std::string& out, std::size_t at);

}  // namespace rejoinder::report
