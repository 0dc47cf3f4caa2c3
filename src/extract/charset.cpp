#include "extract/charset.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <optional>

#include "base/charset_guess.hpp"
#include "base/unicode.hpp"
#include "dom/dom.hpp"

namespace rejoinder {

namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

std::string_view without_mark(std::string_view text) {
    return text.starts_with(utf8_mark) ? text.substr(utf8_mark.size()) : text;
}

/// Where a charset's name comes from; marks and servers know better than the page's own words.
struct Label {
    std::string encoding;  // WHATWG's name; empty if there is none
    std::string_view said_by = "The page says";
    bool by_mark = false;  // the first bytes are a byte-order mark
};

Label label_of(const Capture& capture) {
    using namespace std::string_view_literals;
    const std::string_view bytes = capture.bytes;
    if (bytes.starts_with(utf8_mark)) return {"UTF-8", "The page's byte-order mark says", true};
    if (bytes.starts_with("\xFE\xFF") || bytes.starts_with("\0<"sv))
        return {"UTF-16BE", "The page's byte-order mark says", true};
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("<\0"sv))
        return {"UTF-16LE", "The page's byte-order mark says", true};
    std::string served = dom::encoding_named(capture.charset);
    // A page that can be read byte by byte so far is not in UTF-16, whatever it says.
    const auto plain = [](std::string name) { return name.starts_with("UTF-16") ? std::string("UTF-8") : name; };
    if (!served.empty()) return {plain(std::move(served)), "The server says", false};
    return {plain(dom::declared_encoding(bytes)), "The page says", false};
}

/// Sequences of several bytes in valid UTF-8.
std::size_t letters_beyond_ascii(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xC0; }));
}

/// Whether valid UTF-8 is UTF-8 although a label says otherwise. One letter is enough against a label of Latin letters,
/// which never make up such a pair; in scripts whose letters are two bytes a short text might be both.
bool is_utf8_after_all(std::string_view text, const std::string& encoding) {
    if (encoding == "ISO-2022-JP") return false;  // all of it is ASCII
    const std::size_t enough = encoding == "windows-1252" || encoding.starts_with("ISO-8859") ? 1 : 4;
    return letters_beyond_ascii(text) >= enough;
}

struct Decoded {
    std::string text;
    std::string encoding;
    std::size_t replaced = 0;
};

std::optional<Decoded> decode_as(std::string_view bytes, const std::string& encoding) {
    Decoded decoded{{}, encoding, 0};
    auto text = dom::decode(bytes, encoding, decoded.replaced);
    if (!text) return std::nullopt;
    decoded.text = std::move(*text);
    return decoded;
}

/// The bytes in the likeliest charset in which all of them mean something.
std::optional<Decoded> decode_by_guess(std::string_view bytes) {
    const bool runs = is_mostly_in_runs(bytes);
    for (const std::string& guess : guess_charsets(bytes)) {
        const std::string encoding = dom::encoding_named(guess);
        if (encoding.empty() || encoding.starts_with("UTF-")) continue;
        const bool latin = encoding == "windows-1252" || encoding == "windows-1250" || encoding == "windows-1254" ||
                           encoding == "ISO-8859-2";
        if (runs && latin) continue;  // English around the text in question misleads the detector
        if (auto decoded = decode_as(bytes, encoding); decoded && decoded->replaced == 0) return decoded;
    }
    // Single letters among ASCII are what Latin scripts look like; browsers take them for windows-1252 too.
    if (!runs) {
        if (auto decoded = decode_as(bytes, "windows-1252"); decoded && decoded->replaced == 0) return decoded;
    }
    return std::nullopt;
}

/// Whether a page that is meant to be UTF-8 is that but for damaged places. Valid letters of several bytes are rare in
/// any other charset; without any of them, one bad byte is too little to call a label a lie.
bool is_damaged_utf8(std::string_view bytes, bool labelled, Decoded& decoded) {
    decoded = {replace_invalid_utf8(bytes), "UTF-8", 0};
    constexpr std::string_view replacement = "\uFFFD";
    for (std::size_t at = 0; (at = decoded.text.find(replacement, at)) != std::string::npos; at += replacement.size())
        ++decoded.replaced;
    const std::size_t letters = letters_beyond_ascii(decoded.text) - decoded.replaced;  // U+FFFD counts as one
    return letters >= decoded.replaced * 2 || (labelled && decoded.replaced == 1);
}

std::string lie(const Label& label, const std::string& encoding) {
    if (label.encoding.empty())
        return fmt::format("The page names no charset and is not UTF-8; its bytes look like {} and were read so.",
                           encoding);
    return fmt::format("{} that the page is in {}, but its bytes look like {} and were read so.", label.said_by,
                       label.encoding, encoding);
}

/// Bytes that are not valid UTF-8, as text. Nothing if nobody can tell their charset.
std::optional<Decoded> decode_other(std::string_view bytes, const Label& label, bool& lies) {
    Decoded labelled;
    const bool says_utf8 = label.encoding.empty() || label.encoding == "UTF-8";
    bool good = false;
    if (says_utf8) {
        good = is_damaged_utf8(bytes, !label.encoding.empty(), labelled);
    } else if (auto decoded = decode_as(bytes, label.encoding)) {
        labelled = std::move(*decoded);
        good = labelled.replaced == 0 && (label.encoding != "windows-1252" || !is_mostly_in_runs(bytes));
    }
    if (good || label.by_mark) return labelled;
    auto guessed = decode_by_guess(bytes);
    if (guessed && guessed->encoding != label.encoding) {
        lies = true;
        return guessed;
    }
    return label.encoding.empty() ? std::nullopt : std::optional(std::move(labelled));
}

}  // namespace

Result<std::string_view> decode_capture(const Capture& capture, std::string& storage, Diagnostics& diagnostics) {
    const auto invalid = invalid_utf8_at(capture.bytes);
    const Label label = label_of(capture);
    if (!invalid) {
        if (label.encoding.empty() || label.encoding == "UTF-8") return without_mark(capture.bytes);
        if (!label.by_mark && is_utf8_after_all(capture.bytes, label.encoding)) {
            diagnostics.push_back({capture.origin, lie(label, "UTF-8")});
            return without_mark(capture.bytes);
        }
    }
    bool lies = false;
    std::optional<Decoded> decoded;
    if (invalid) {
        decoded = decode_other(capture.bytes, label, lies);
    } else {
        decoded = decode_as(capture.bytes, label.encoding);
    }
    if (!decoded) {
        return fail(ErrorCode::unreadable,
                    fmt::format("{} is not UTF-8 (byte {} in line {} is wrong), names no other charset and looks like "
                                "none; convert it to UTF-8 first, for example with iconv.",
                                capture.origin, *invalid + 1, line_of(capture.bytes, *invalid)));
    }
    storage = std::move(decoded->text);
    if (lies) diagnostics.push_back({capture.origin, lie(label, decoded->encoding)});
    if (decoded->replaced > 0) {
        const std::string what = decoded->replaced == 1
                                     ? std::string("1 byte means nothing in that charset and is")
                                     : fmt::format("{} bytes mean nothing in that charset and are", decoded->replaced);
        diagnostics.push_back({capture.origin, fmt::format("{} that the page is in {}, but {} shown as \uFFFD.",
                                                           label.said_by, decoded->encoding, what)});
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
