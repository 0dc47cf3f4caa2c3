#include "report/text.hpp"

#include <fmt/compile.h>
#include <fmt/format.h>

#include <array>
#include <cmath>
#include <iterator>

#include "report/text_html.hpp"

namespace rejoinder::report {
namespace {

enum Class : std::uint8_t { normal, space, control, sign, wide };

/// What a byte may need. `sign` bytes need a look only where the style has escapes; `wide` ones begin a code point that
/// may be a control character.
constexpr std::array<Class, 256> make_classes() {
    std::array<Class, 256> classes{};
    for (std::size_t i = 0; i < 0x20; ++i) classes[i] = control;
    for (const char c : {' ', '\t', '\n', '\r', '\v', '\f'}) classes[static_cast<unsigned char>(c)] = space;
    classes[0x7f] = control;
    for (const char c : {'\\', '`', '*', '_', '[', ']', '<', '>', '&', '|', '~', '$', '#', ':', '.'}) {
        classes[static_cast<unsigned char>(c)] = sign;
    }
    classes[0xc2] = wide;
    classes[0xe2] = wide;
    return classes;
}

constexpr auto classes = make_classes();

Class class_of(char c) {
    return classes[static_cast<unsigned char>(c)];
}

bool is_alphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// What a code point that begins with C2 or E2 is: C1 controls and direction overrides count as control characters,
/// line and paragraph separators as space. `length` is its number of bytes.
Class wide_class(std::string_view text, std::size_t at, std::size_t& length) {
    const auto byte = [&](std::size_t i) -> unsigned {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
    };
    const unsigned second = byte(at + 1);
    if (byte(at) == 0xc2) {
        length = 2;
        return second >= 0x80 && second <= 0x9f ? control : normal;
    }
    const unsigned third = byte(at + 2);
    length = 3;
    if (second == 0x80 && (third == 0xa8 || third == 0xa9)) return space;
    if (second == 0x80 && third >= 0xaa && third <= 0xae) return control;
    if (second == 0x81 && third >= 0xa6 && third <= 0xa9) return control;
    length = 1;
    return normal;
}

/// Appends one sign of Markdown so that it shows as itself.
void append_sign(std::string& out, std::string_view text, std::size_t at) {
    const char c = text[at];
    const char before = at > 0 ? text[at - 1] : ' ';
    const char after = at + 1 < text.size() ? text[at + 1] : ' ';
    switch (c) {
        case '<':
            out += "&lt;";
            return;
        case '>':
            out += "&gt;";
            return;
        case '&':
            out += is_alphanumeric(after) || after == '#' ? "&amp;" : "&";
            return;
        case '_':
            if (!is_alphanumeric(before) || !is_alphanumeric(after)) out += '\\';
            break;
        case ':':  // a bare address would become a link
            if (text.substr(at).starts_with("://")) out += '\\';
            break;
        case '.':
            if (at >= 3 && text.substr(at - 3, 3) == "www") out += '\\';
            break;
        default:
            out += '\\';
    }
    out += c;
}

void append_look_alike(std::string& out, char c) {
    switch (c) {
        case '<':
            out += "‹";
            break;
        case '>':
            out += "›";
            break;
        case '`':
            out += '\'';
            break;
        default:
            out += c;
    }
}

/// Escapes what would make a list or a heading at the beginning of a line ("- ", "+ ", "===", "12. "): appends it and
/// returns how many bytes of `text` are done.
std::size_t append_line_start(std::string& out, std::string_view text) {
    if (text.empty()) return 0;
    if (text[0] == '-' || text[0] == '+' || text[0] == '=') {
        out += '\\';
        return 0;
    }
    std::size_t digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
    if (digits == 0 || digits == text.size() || (text[digits] != '.' && text[digits] != ')')) return 0;
    out += text.substr(0, digits);
    out += '\\';
    out += text[digits];
    return digits + 1;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && class_of(text.front()) == space) text.remove_prefix(1);
    while (!text.empty() && class_of(text.back()) == space) text.remove_suffix(1);
    return text;
}

/// "image.png": a word without a slash that ends as a picture's file name does.
bool is_file_name(std::string_view word) {
    const std::size_t dot = word.rfind('.');
    if (dot == std::string_view::npos || dot == 0 || word.find('/') != std::string_view::npos) return false;
    std::string ending(word.substr(dot + 1));
    for (char& c : ending) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return ending == "png" || ending == "jpg" || ending == "jpeg" || ending == "gif" || ending == "webp";
}

/// Without the names of pictures at its beginning; a text of nothing else stays as it is.
std::string_view without_file_names(std::string_view text) {
    std::string_view rest = text;
    while (!rest.empty()) {
        std::size_t end = 0;
        while (end < rest.size() && class_of(rest[end]) != space) ++end;
        if (!is_file_name(rest.substr(0, end))) return rest;
        rest = trimmed(rest.substr(end));
    }
    return text;
}

void append_trimmed(std::string& out, std::string_view text, Style style) {
    std::size_t at = style == Style::markdown ? append_line_start(out, text) : 0;
    bool space_due = false;
    while (at < text.size()) {
        std::size_t end = at;
        while (end < text.size() && class_of(text[end]) == normal) ++end;
        if (end > at) {
            if (space_due) out += ' ';
            space_due = false;
            out += text.substr(at, end - at);
            at = end;
            continue;
        }
        std::size_t length = 1;
        Class kind = class_of(text[at]);
        if (kind == wide) kind = wide_class(text, at, length);
        if (kind == space) {
            space_due = true;
        } else if (kind != control) {
            if (space_due) out += ' ';
            space_due = false;
            if (kind != sign) {
                out += text.substr(at, length);
            } else if (style == Style::markdown) {
                append_sign(out, text, at);
            } else if (style == Style::label) {
                append_look_alike(out, text[at]);
            } else {
                out += text[at];
            }
        }
        at += length;
    }
}

}  // namespace

void append_line(std::string& out, std::string_view text, Style style) {
    if (style == Style::html) {
        append_html_line(out, text);
    } else {
        append_trimmed(out, trimmed(text), style);
    }
}

void append_lines(std::string& out, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        std::size_t length = 1;
        Class kind = class_of(text[at]);
        if (kind == wide) kind = wide_class(text, at, length);
        const bool line_end = text[at] == '\n' || text[at] == '\t';
        if (line_end || kind == normal || kind == sign) {
            out += text.substr(at, length);
        } else if (kind == space) {
            out += ' ';
        }
        at += length;
    }
}

void append_quoted(std::string& out, std::string_view text, Style style) {
    out += "“";
    append_line(out, text, style);
    out += "”";
}

void append_address(std::string& out, std::string_view address) {
    std::string line;
    append_line(line, address, Style::plain);
    const bool plain = line == address && (line.starts_with("http://") || line.starts_with("https://")) &&
                       line.find_first_of(" <>`") == std::string::npos;
    if (plain) {
        out += '<';
        out += line;
        out += '>';
    } else {
        append_line(out, address, Style::markdown);
    }
}

void append_opening(std::string& out, std::string_view text, std::size_t letters, Style style) {
    text = without_file_names(trimmed(text));
    std::size_t count = 0, at = 0, last_space = 0;
    while (at < text.size() && count < letters) {
        if (class_of(text[at]) == space) last_space = at;
        ++at;
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80) ++at;
        ++count;
    }
    const bool cut = at < text.size();
    // A script without spaces, or one very long word, is cut between letters.
    if (cut && class_of(text[at]) != space && last_space * 2 > at) at = last_space;
    out += "“";
    append_line(out, text.substr(0, at), style);
    out += cut ? " …”" : "”";
}

void append_block_quote(std::string& out, std::string_view text) {
    text = trimmed(text);
    bool paragraph_due = false;
    bool first = true;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty()) {
            paragraph_due = true;
            continue;
        }
        if (!first) out += paragraph_due ? "\n>\n" : "\\\n";  // a backslash keeps the line break
        first = false;
        paragraph_due = false;
        out += "> ";
        append_trimmed(out, line, Style::markdown);
    }
    out += '\n';
}

void append_stop(std::string& out) {
    for (const std::string_view end : {".”", "!”", "?”", "…”"}) {
        if (out.ends_with(end)) return;
    }
    out += '.';
}

void append_integer(std::string& out, std::int64_t number) {
    const fmt::format_int digits(number);
    out.append(digits.data(), digits.size());
}

void append_number(std::string& out, double number) {
    if (!std::isfinite(number)) {
        out += "–";
        return;
    }
    const double rounded = std::round(number);
    if (std::abs(number - rounded) < 0.0005 && std::abs(rounded) < 1e15) {
        append_integer(out, static_cast<std::int64_t>(rounded));
        return;
    }
    fmt::format_to(std::back_inserter(out), FMT_COMPILE("{:.3f}"), number);
    while (out.back() == '0') out.pop_back();
    if (out.back() == '.') out.pop_back();
}

void append_confidence(std::string& out, double confidence) {
    // Nothing may look surer than it is; the small term keeps 0.29 from becoming 0.28.
    const double hundredths = std::isfinite(confidence) ? std::floor(confidence * 100 + 1e-9) : 0.0;
    fmt::format_to(std::back_inserter(out), FMT_COMPILE("{:.2f}"), hundredths / 100);
}

void capitalize(std::string& out, std::size_t at) {
    if (at < out.size() && out[at] >= 'a' && out[at] <= 'z') out[at] = static_cast<char>(out[at] - 'a' + 'A');
}

}  // namespace rejoinder::report
