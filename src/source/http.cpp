#include "source/http.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <charconv>

#include "source/compression.hpp"

namespace rejoinder {

namespace {

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

std::string_view stripped(std::string_view text) {
    constexpr std::string_view spaces = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(spaces);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(spaces) - begin + 1);
}

/// The text up to the next line break, which is taken off too.
std::string_view take_line(std::string_view& text) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

/// The body without its chunks' lengths; nothing if it has none. Chunks that end too soon give what they hold.
std::optional<std::string> join_chunks(std::string_view body) {
    std::string joined;
    while (!body.empty()) {
        std::string_view line = stripped(take_line(body));
        std::size_t length = 0;
        const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), length, 16);
        const bool is_length = error == std::errc() && (end == line.data() + line.size() || *end == ';' || *end == ' ');
        if (!is_length) return joined.empty() ? std::optional<std::string>() : std::move(joined);
        if (length == 0) return joined;
        joined += body.substr(0, length);
        body.remove_prefix(std::min(length, body.size()));
        take_line(body);
    }
    return joined;
}

/// "HTTP/1.1 200 OK" → 200; 0 if it is no status line.
int status_of(std::string_view line) {
    if (!line.starts_with("HTTP/")) return 0;
    line.remove_prefix(std::min(line.find(' '), line.size()));
    line = stripped(line);
    int status = 0;
    std::from_chars(line.data(), line.data() + line.size(), status);
    return status;
}

Result<std::string> decoded_body(std::string_view body, const HeaderFields& fields, std::size_t limit) {
    std::string joined;
    if (lower(fields.get("transfer-encoding")).find("chunked") != std::string::npos) {
        if (auto chunks = join_chunks(body)) {
            joined = std::move(*chunks);
            body = joined;
        }
    }
    const std::string coding = lower(fields.get("content-encoding"));
    if (coding == "br" && (body.starts_with('<') || body.starts_with("\xEF\xBB\xBF"))) return std::string(body);
    auto unpacked = decompress(body, coding, limit);
    if (!unpacked) return tl::unexpected(unpacked.error());
    if (*unpacked) return std::move(**unpacked);
    const bool binary = body.substr(0, 512).find('\0') != std::string_view::npos || body.starts_with("\x1F\x8B");
    if (!binary && coding != "br") return std::string(body);
    return fail(ErrorCode::unreadable,
                fmt::format("holds a body that is said to be in the coding \"{}\" and is not, or is damaged", coding));
}

}  // namespace

HeaderFields HeaderFields::read(std::string_view& text) {
    HeaderFields fields;
    while (!text.empty()) {
        const std::string_view line = take_line(text);
        if (line.empty()) break;
        if ((line.front() == ' ' || line.front() == '\t') && !fields.fields_.empty()) {
            fields.fields_.back().second += fmt::format(" {}", stripped(line));  // a value that goes on
            continue;
        }
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos) continue;
        fields.fields_.emplace_back(lower(stripped(line.substr(0, colon))), stripped(line.substr(colon + 1)));
    }
    return fields;
}

std::string_view HeaderFields::get(std::string_view name) const {
    const auto found =
        std::find_if(fields_.begin(), fields_.end(), [&](const auto& field) { return field.first == name; });
    return found == fields_.end() ? std::string_view() : std::string_view(found->second);
}

ContentType read_content_type(std::string_view field) {
    const std::size_t end = std::min(field.find(';'), field.size());
    ContentType type{lower(stripped(field.substr(0, end))), {}};
    const std::string parameters = lower(field.substr(end));
    const std::size_t at = parameters.find("charset=");
    if (at == std::string::npos) return type;
    std::string_view value = field.substr(end + at + 8);
    value = stripped(value.substr(0, value.find(';')));
    if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'')) value = value.substr(1, value.size() - 2);
    type.charset = value;
    return type;
}

Result<std::optional<HttpAnswer>> read_http_answer(std::string_view bytes, const ReadLimits& limits) {
    HttpAnswer answer;
    answer.status = status_of(take_line(bytes));
    if (answer.status == 0) return std::nullopt;
    const HeaderFields fields = HeaderFields::read(bytes);
    answer.type = read_content_type(fields.get("content-type"));
    if (answer.status != 200) return answer;
    auto body = decoded_body(bytes, fields, limits.bytes_per_page);
    if (!body) return tl::unexpected(body.error());
    answer.body = std::move(*body);
    return answer;
}

}  // namespace rejoinder
