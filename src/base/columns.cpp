#include "base/columns.hpp"

#include <unicode/uchar.h>

#include "base/utf8.hpp"

namespace rejoinder {
namespace {

std::size_t columns_of_letter(std::int32_t code) {
    if (code >= 0x20 && code < 0x7f) return 1;
    switch (u_charType(code)) {
        case U_NON_SPACING_MARK:
        case U_ENCLOSING_MARK:
        case U_FORMAT_CHAR:
        case U_CONTROL_CHAR:
            return 0;
        default:
            break;
    }
    const auto width = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

}  // namespace

std::size_t columns_of(std::string_view text) {
    std::size_t columns = 0;
    for (std::size_t at = 0; at < text.size();) columns += columns_of_letter(detail::next_code_point(text, at));
    return columns;
}

std::string cut_to_columns(std::string_view text, std::size_t columns) {
    std::size_t used = 0, fits = 0;  // bytes that leave a column for the ellipsis
    for (std::size_t at = 0; at < text.size();) {
        used += columns_of_letter(detail::next_code_point(text, at));
        if (used > columns) return columns == 0 ? "" : std::string(text.substr(0, fits)) + "…";
        if (used < columns) fits = at;
    }
    return std::string(text);
}

}  // namespace rejoinder
