#include <lexbor/encoding/encoding.h>
#include <lexbor/html/encoding.h>

#include <algorithm>
#include <array>

#include "dom/dom.hpp"

namespace rejoinder::dom {

namespace {

const lxb_char_t* raw(std::string_view bytes) {
    return reinterpret_cast<const lxb_char_t*>(bytes.data());
}

std::string_view name_in_meta(std::string_view head) {
    lxb_html_encoding_t scan{};
    if (lxb_html_encoding_init(&scan) != LXB_STATUS_OK) return {};
    std::string_view name;
    if (lxb_html_encoding_determine(&scan, raw(head), raw(head) + head.size()) == LXB_STATUS_OK) {
        if (const lxb_html_encoding_entry_t* entry = lxb_html_encoding_meta_entry(&scan, 0)) {
            name = {reinterpret_cast<const char*>(entry->name), static_cast<std::size_t>(entry->end - entry->name)};
        }
    }
    lxb_html_encoding_destroy(&scan, false);
    return name;
}

/// Where the page's head ends; a page that does not say is looked at for 64 KiB.
std::size_t head_size(std::string_view bytes) {
    constexpr std::size_t longest = std::size_t{64} << 10;
    bytes = bytes.substr(0, longest);
    return std::min(
        {bytes.find("</head"), bytes.find("</HEAD"), bytes.find("<body"), bytes.find("<BODY"), bytes.size()});
}

}  // namespace

std::string declared_encoding(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) return "UTF-8";
    if (bytes.starts_with("\xFE\xFF")) return "UTF-16BE";
    if (bytes.starts_with("\xFF\xFE")) return "UTF-16LE";
    // Browsers look this far before they parse, and at the rest of the head as they parse it.
    std::string_view name = name_in_meta(bytes.substr(0, 1024));
    if (name.empty()) name = name_in_meta(bytes.substr(0, head_size(bytes)));
    return encoding_named(name);
}

std::string encoding_named(std::string_view label) {
    const lxb_encoding_data_t* data = label.empty() ? nullptr : lxb_encoding_data_by_pre_name(raw(label), label.size());
    return data == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(data->name));
}

std::optional<std::string> decode(std::string_view bytes, std::string_view encoding, std::size_t& replaced) {
    const lxb_encoding_data_t* data = lxb_encoding_data_by_pre_name(raw(encoding), encoding.size());
    if (data == nullptr) return std::nullopt;
    std::array<lxb_codepoint_t, 4096> points{};
    const lxb_codepoint_t replacement = LXB_ENCODING_REPLACEMENT_CODEPOINT;
    lxb_encoding_decode_t decoder{};
    lxb_encoding_decode_init(&decoder, data, points.data(), points.size());
    lxb_encoding_decode_replace_set(&decoder, &replacement, 1);
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 4);
    const auto flush = [&] {
        for (std::size_t i = 0; i < lxb_encoding_decode_buf_used(&decoder); ++i) {
            std::array<lxb_char_t, 4> out{};
            lxb_char_t* at = out.data();
            replaced += points[i] == replacement ? 1 : 0;
            const std::int8_t length =
                lxb_encoding_encode_utf_8_single(nullptr, &at, out.data() + out.size(), points[i]);
            if (length > 0) text.append(reinterpret_cast<const char*>(out.data()), static_cast<std::size_t>(length));
        }
        lxb_encoding_decode_buf_used_set(&decoder, 0);
    };
    const lxb_char_t* at = raw(bytes);
    lxb_status_t status = LXB_STATUS_OK;
    do {
        status = data->decode(&decoder, &at, raw(bytes) + bytes.size());
        flush();
    } while (status == LXB_STATUS_SMALL_BUFFER);
    if (lxb_encoding_decode_finish(&decoder) != LXB_STATUS_OK || status == LXB_STATUS_CONTINUE) replaced += 1;
    flush();
    return text;
}

}  // namespace rejoinder::dom
