#include "report/text_html.hpp"

#include <fmt/compile.h>
#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <iterator>

#include "base/unicode.hpp"
#include "base/utf8.hpp"

namespace rejoinder::report {
namespace {

/// Bytes that may need more than a copy: signs of markup, controls, and the beginnings of code points that may be
/// controls (C2, E2) or are no UTF-8.
constexpr std::array<bool, 256> make_special() {
    std::array<bool, 256> special{};
    for (std::size_t i = 0; i < 0x20; ++i) special[i] = i != '\n' && i != '\t';
    for (const char c : {'&', '<', '>', '"', '\'', '\x7f'}) special[static_cast<unsigned char>(c)] = true;
    for (std::size_t i = 0x80; i < 256; ++i) special[i] = true;
    return special;
}

constexpr auto special = make_special();

bool turns_direction(std::int32_t code) {
    return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}

bool is_control(std::int32_t code) {
    return (code < 0x20 && code != '\n' && code != '\t') || (code >= 0x7f && code <= 0x9f);
}

/// Appends the code point in text[begin, end).
void append_code_point(std::string& out, std::string_view text, std::size_t begin, std::size_t end, std::int32_t code) {
    switch (code) {
        case '&':
            out += "&amp;";
            return;
        case '<':
            out += "&lt;";
            return;
        case '>':
            out += "&gt;";
            return;
        case '"':
            out += "&quot;";
            return;
        case '\'':
            out += "&#39;";
            return;
        default:
            break;
    }
    if (code == detail::invalid_code_point) {
        out += "\xef\xbf\xbd";
    } else if (code == '\r') {
        out += ' ';
    } else if (is_control(code) || turns_direction(code)) {
        fmt::format_to(std::back_inserter(out), FMT_COMPILE("⟦U+{:04X}⟧"), code);
    } else {
        out += text.substr(begin, end - begin);
    }
}

}  // namespace

void append_html(std::string& out, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && !special[static_cast<unsigned char>(text[end])]) ++end;
        out += text.substr(at, end - at);
        at = end;
        if (at == text.size()) return;
        const std::int32_t code = detail::next_code_point(text, end);
        append_code_point(out, text, at, end, code);
        at = end;
    }
}

void append_html_line(std::string& out, std::string_view text) {
    const std::string line = one_line(text);
    append_html(out, line);
}

}  // namespace rejoinder::report
