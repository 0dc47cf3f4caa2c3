// Unicode text: checking, cleaning and comparing. All text inside Rejoinder is UTF-8.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace rejoinder {

/// Offset of the first byte that is not valid UTF-8, or nothing if all of it is.
std::optional<std::size_t> invalid_utf8_at(std::string_view text);

/// The text with every invalid byte sequence replaced by U+FFFD.
std::string replace_invalid_utf8(std::string_view text);

/// NFKC, case folded, with typographic quotes, dashes and spaces made plain: equal for two spellings of one text.
std::string fold(std::string_view text);

/// True for ASCII white space, no-break spaces, zero-width spaces and the other Unicode spaces at the front of `text`;
/// `length` is the number of bytes of that space.
bool starts_with_space(std::string_view text, std::size_t& length);

/// Without white space (Unicode's too) at either end.
std::string_view trim(std::string_view text);

/// Trimmed, with each run of white space (Unicode's too, newlines included) made one plain space.
std::string one_line(std::string_view text);

/// 1-based line of a byte offset.
std::size_t line_of(std::string_view text, std::size_t offset);

}  // namespace rejoinder
