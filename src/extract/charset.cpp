#include "extract/charset.hpp"

#include <fmt/format.h>

#include "base/unicode.hpp"
#include "dom/dom.hpp"

namespace rejoinder {

namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

std::string_view without_mark(std::string_view text) {
    return text.starts_with(utf8_mark) ? text.substr(utf8_mark.size()) : text;
}

}  // namespace

Result<std::string_view> decode_capture(const Capture& capture, std::string& storage, Diagnostics& diagnostics) {
    const auto invalid = invalid_utf8_at(capture.bytes);
    const std::string encoding = dom::declared_encoding(capture.bytes);
    if (!invalid && (encoding.empty() || encoding == "UTF-8")) return without_mark(capture.bytes);
    if (encoding.empty()) {
        return fail(
            ErrorCode::unreadable,
            fmt::format("{} is not UTF-8 (byte {} in line {} is wrong) and names no other charset; convert it to "
                        "UTF-8 first, for example with iconv.",
                        capture.origin, *invalid + 1, line_of(capture.bytes, *invalid)));
    }
    // A page of plain ASCII means the same in every charset that a page can name but UTF-16.
    std::size_t replaced = 0;
    auto decoded = dom::decode(capture.bytes, encoding, replaced);
    storage = decoded ? std::move(*decoded) : replace_invalid_utf8(capture.bytes);
    if (replaced > 0) {
        diagnostics.push_back(
            {capture.origin, fmt::format("The page says it is {}, but {} byte sequences mean nothing in "
                                         "that charset and are shown as \uFFFD.",
                                         encoding, replaced)});
    }
    return without_mark(storage);
}

bool looks_like_html(const Capture& capture, std::string_view text) {
    if (capture.media_type != MediaType::unknown) return capture.media_type == MediaType::html;
    const std::string head = fold(replace_invalid_utf8(trim(text.substr(0, 1024))));
    return head.starts_with("<!doctype html") || head.starts_with("<?xml") || head.starts_with("<!--") ||
           head.find("<html") != std::string::npos || head.find("<body") != std::string::npos;
}

}  // namespace rejoinder
