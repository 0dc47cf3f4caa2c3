// How wide text is on a terminal, by Unicode's East Asian Width and not by the locale.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rejoinder {

/// Columns that a text takes: two for wide and fullwidth letters, none for combining marks and controls.
std::size_t columns_of(std::string_view text);

/// The text if it fits into `columns`, else its beginning and "…", together at most that wide.
std::string cut_to_columns(std::string_view text, std::size_t columns);

}  // namespace rejoinder
