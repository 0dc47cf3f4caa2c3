#include "base/unicode.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>
#include <cstring>

#include "base/utf8.hpp"

namespace rejoinder {

namespace {

/// Goes on over ASCII text in steps of N times eight bytes.
template <std::size_t N>
void skip_ascii(std::string_view text, std::size_t& at) {
    for (; at + 8 * N <= text.size(); at += 8 * N) {
        std::array<std::uint64_t, N> eights;
        std::memcpy(eights.data(), text.data() + at, sizeof eights);
        std::uint64_t all = 0;
        for (const std::uint64_t eight : eights) all |= eight;
        if ((all & 0x8080808080808080U) != 0) return;
    }
}

/// Length of the ASCII text at the front.
std::size_t ascii_length(std::string_view text) {
    std::size_t at = 0;
    skip_ascii<4>(text, at);
    skip_ascii<1>(text, at);
    while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
    return at;
}

char ascii_lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// The plain sign of a typographic quotation mark or dash; 0 for anything else.
char plain_sign(std::int32_t c) {
    switch (c) {
        case 0x2018:
        case 0x2019:
        case 0x201A:
        case 0x201B:
        case 0x2032:
        case 0x02BC:
        case 0x00B4:
        case 0xFF07:
            return '\'';
        case 0x201C:
        case 0x201D:
        case 0x201E:
        case 0x201F:
        case 0x2033:
        case 0x00AB:
        case 0x00BB:
        case 0xFF02:
            return '"';
        case 0x2010:
        case 0x2011:
        case 0x2012:
        case 0x2013:
        case 0x2014:
        case 0x2015:
        case 0x2212:
        case 0xFE58:
        case 0xFE63:
        case 0xFF0D:
            return '-';
        default:
            return '\0';
    }
}

/// `text` with typographic quotes, dashes and spaces made plain. What the normaliser would make of some of them (an
/// acute accent over a space, two primes for one) is not what people mean by them, so this comes first.
std::string with_plain_signs(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            plain += text[at++];
        } else if (const std::size_t space = detail::wide_space_length(text.substr(at)); space != 0) {
            plain += ' ';
            at += space;
        } else if (const char sign = plain_sign(detail::next_code_point(text, at)); sign != '\0') {
            plain += sign;
        } else {
            plain.append(text, begin, at - begin);
        }
    }
    return plain;
}

const icu::Normalizer2& nfkc_casefold() {
    static const icu::Normalizer2* const instance = [] {
        UErrorCode error = U_ZERO_ERROR;
        const icu::Normalizer2* made = icu::Normalizer2::getNFKCCasefoldInstance(error);
        assert(U_SUCCESS(error));
        return made;
    }();
    return *instance;
}

}  // namespace

std::optional<std::size_t> invalid_utf8_at(std::string_view text) {
    for (std::size_t at = ascii_length(text); at < text.size(); at += ascii_length(text.substr(at))) {
        const std::size_t begin = at;
        if (detail::next_code_point(text, at) == detail::invalid_code_point) return begin;
    }
    return std::nullopt;
}

std::string replace_invalid_utf8(std::string_view text) {
    std::string valid;
    valid.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        if (detail::next_code_point(text, at) == detail::invalid_code_point)
            valid += "\xEF\xBF\xBD";
        else
            valid.append(text, begin, at - begin);
    }
    return valid;
}

std::string fold(std::string_view text) {
    std::string folded;
    if (ascii_length(text) == text.size()) {
        folded.resize(text.size());
        std::transform(text.begin(), text.end(), folded.begin(), ascii_lower);
        return folded;
    }
    const std::string plain = with_plain_signs(text);
    UErrorCode error = U_ZERO_ERROR;
    icu::StringByteSink<std::string> sink(&folded, static_cast<std::int32_t>(plain.size()));
    nfkc_casefold().normalizeUTF8(0, icu::StringPiece(plain), sink, nullptr, error);
    return folded;
}

bool starts_with_space(std::string_view text, std::size_t& length) {
    if (text.empty()) return false;
    if (detail::is_ascii_space(text[0])) {
        length = 1;
        return true;
    }
    if (static_cast<unsigned char>(text[0]) < 0x80) return false;
    const std::size_t wide = detail::wide_space_length(text);
    if (wide == 0) return false;
    length = wide;
    return true;
}

std::string_view trim(std::string_view text) {
    for (std::size_t length = 0; starts_with_space(text, length);) text.remove_prefix(length);
    while (!text.empty()) {
        std::size_t last = text.size() - 1;
        while (last > 0 && text.size() - last < 4 && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80U) --last;
        std::size_t length = 0;
        if (!starts_with_space(text.substr(last), length) || last + length != text.size()) break;
        text.remove_suffix(length);
    }
    return text;
}

std::string one_line(std::string_view text) {
    std::string line;
    text = trim(text);
    line.reserve(text.size());
    std::size_t begin = 0;  // of the words that go into the line as they stand
    for (std::size_t at = 0; at < text.size();) {
        const auto c = static_cast<unsigned char>(text[at]);
        std::size_t length = 0;
        if ((c > ' ' && c < 0x80) || !starts_with_space(text.substr(at), length)) {
            ++at;
            continue;
        }
        const std::size_t end = at;
        while (at < text.size() && starts_with_space(text.substr(at), length)) at += length;
        if (at == end + 1 && c == ' ') continue;
        line += text.substr(begin, end - begin);
        line += ' ';
        begin = at;
    }
    line += text.substr(begin);
    return line;
}

std::size_t line_of(std::string_view text, std::size_t offset) {
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(offset, text.size()));
    return 1 + static_cast<std::size_t>(std::count(text.begin(), end, '\n'));
}

}  // namespace rejoinder
