// Code points and white space in UTF-8: shared by the files of base/ that walk over text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace rejoinder::detail {

constexpr std::int32_t invalid_code_point = -1;

/// The code point at `at`, which moves behind it. At bytes that are no UTF-8 it is `invalid_code_point`, and `at` moves
/// behind the longest part that could have begun one, as browsers count.
inline std::int32_t next_code_point(std::string_view text, std::size_t& at) {
    const auto lead = static_cast<unsigned char>(text[at++]);
    if (lead < 0x80) return lead;
    if (lead < 0xC2 || lead > 0xF4) return invalid_code_point;
    unsigned least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    unsigned most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    const int more = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    std::int32_t code = lead & (0x3F >> more);
    for (int i = 0; i < more; ++i) {
        if (at == text.size()) return invalid_code_point;
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < least || byte > most) return invalid_code_point;
        code = (code << 6) | (byte & 0x3F);
        least = 0x80;
        most = 0xBF;
        ++at;
    }
    return code;
}

inline bool is_ascii_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// Bytes of the Unicode space (beyond ASCII) at the front of `text`; 0 if there is none. Zero-width spaces and the byte
/// order mark count as spaces.
inline std::size_t wide_space_length(std::string_view text) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    if (text.size() >= 2 && byte(0) == 0xC2 && (byte(1) == 0xA0 || byte(1) == 0x85)) return 2;
    if (text.size() < 3) return 0;
    const unsigned code = (byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
    switch (byte(0)) {
        case 0xE1:
            return code == 0x1680 || code == 0x180E ? 3 : 0;
        case 0xE2:
            return (code >= 0x2000 && code <= 0x200B) || code == 0x2028 || code == 0x2029 || code == 0x202F ||
                           code == 0x205F
                       ? 3
                       : 0;
        case 0xE3:
            return code == 0x3000 ? 3 : 0;
        case 0xEF:
            return code == 0xFEFF ? 3 : 0;
        default:
            return 0;
    }
}

}  // namespace rejoinder::detail
