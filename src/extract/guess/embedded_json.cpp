#include "extract/guess/embedded_json.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

#include "base/unicode.hpp"
#include "json/json.hpp"

namespace rejoinder {

namespace {

constexpr std::size_t least_value = 100;  // bytes; less holds no thread
constexpr std::size_t most_nesting = 512;
constexpr std::string_view stream_push = "__next_f.push(";

/// A JSON value of a script, as JSON: scripts may escape what JSON does not, and leave values undefined.
struct Taken {
    std::string json;
    std::size_t end = 0;  // one past its last character in the script
};

/// Copies the string that begins at `at`, and moves `at` past it; false if it does not end.
bool take_string(std::string_view script, std::size_t& at, std::string& out) {
    const char quote = script[at++];
    out += '"';
    while (at < script.size() && script[at] != quote) {
        if (script[at] != '\\') {
            if (script[at] == '"') out += '\\';
            out += script[at++];
            continue;
        }
        if (at + 1 >= script.size()) return false;
        const char escaped = script[at + 1];
        at += 2;
        if (escaped == 'x') {
            out += "\\u00";
        } else if (escaped == '\'' || escaped == '`') {
            out += escaped;
        } else if (escaped != '\n') {
            out += '\\';
            out += escaped;
        }
    }
    if (at >= script.size()) return false;
    out += '"';
    ++at;
    return true;
}

/// The object or array that begins at `begin`, up to where its brackets close; nothing if they do not.
std::optional<Taken> take_value(std::string_view script, std::size_t begin) {
    constexpr std::string_view undefined = "undefined";
    Taken taken;
    std::size_t open = 0;
    for (std::size_t at = begin; at < script.size();) {
        const char c = script[at];
        if (c == '"') {
            if (!take_string(script, at, taken.json)) return std::nullopt;
            continue;
        }
        if (c == ';' || c == '\'' || c == '`' || c == '=') return std::nullopt;  // a program, no value
        if (c == 'u' && script.substr(at).starts_with(undefined)) {
            taken.json += "null";
            at += undefined.size();
            continue;
        }
        taken.json += c;
        ++at;
        open += c == '{' || c == '[' ? 1 : 0;
        if ((c == '}' || c == ']') && --open == 0) {
            taken.end = at;
            return taken;
        }
    }
    return std::nullopt;
}

std::size_t skip_space(std::string_view script, std::size_t at) {
    return std::min(script.find_first_not_of(" \t\r\n", at), script.size());
}

/// Whether a string that follows holds JSON.
bool takes_json(std::string_view before) {
    return before.ends_with("JSON.parse(") || before.ends_with("decodeURIComponent(") ||
           before.ends_with("streamController.enqueue(");
}

std::string percent_decoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned byte = 0;
        const bool code =
            text[i] == '%' && i + 2 < text.size() &&
            std::from_chars(text.data() + i + 1, text.data() + i + 3, byte, 16).ptr == text.data() + i + 3;
        out += code ? static_cast<char>(byte) : text[i];
        i += code ? 2 : 0;
    }
    return out;
}

class ScriptReader {
public:
    void read(std::string_view script) {
        for (std::size_t at = 0; at < script.size();) {
            const std::size_t sign = script.find_first_of("=(", at);
            if (sign == std::string_view::npos) return;
            at = skip_space(script, sign + 1);
            if (at >= script.size()) return;
            const bool opens = script[at] == '{' || script[at] == '[';
            const std::string_view before = script.substr(0, sign + 1);
            if (opens && (script[sign] == '=' || before.ends_with(stream_push))) {
                const auto taken = take_value(script, at);
                if (!taken) continue;
                at = taken->end;
                if (script[sign] == '(') {
                    add_to_stream(taken->json);
                } else {
                    add(taken->json);
                }
            } else if ((script[at] == '"' || script[at] == '\'') && takes_json(before)) {
                std::string literal;
                if (take_string(script, at, literal)) add_literal(literal);
            }
        }
    }

    void add(std::string json) {
        if (json.size() >= least_value) found.values.push_back(std::move(json));
    }

    /// The rows of the stream: "1f:{…}" up to the end of the line, and "1f:T2a,…" with the length of a text.
    void end_stream() {
        for (std::size_t at = 0; at < stream_.size();) {
            const std::size_t colon = stream_.find(':', at);
            if (colon == std::string::npos) return;
            const std::string id = stream_.substr(at, colon - at);
            at = colon + 1;
            std::size_t length = 0;
            const char* const end = stream_.data() + stream_.size();
            if (at < stream_.size() && stream_[at] == 'T') {
                const auto [comma, error] = std::from_chars(stream_.data() + at + 1, end, length, 16);
                if (error != std::errc() || comma == end) return;
                at = static_cast<std::size_t>(comma - stream_.data()) + 1;
                found.texts["$" + id] = stream_.substr(std::min(at, stream_.size()), length);
                at += std::min(length, stream_.size());
                continue;
            }
            const std::size_t line = std::min(stream_.find('\n', at), stream_.size());
            if (at < line && (stream_[at] == '{' || stream_[at] == '[')) add(stream_.substr(at, line - at));
            at = line + 1;
        }
    }

    EmbeddedJson found;

private:
    /// [1,"…"]: the next piece of the stream.
    void add_to_stream(const std::string& json) {
        std::size_t mended = 0;
        const auto value = parser_.parse(json, mended);
        if (!value) return;
        const auto parts = value->elements();
        if (parts.size() == 2) stream_ += parts[1].string();
    }

    /// A string that holds JSON.
    void add_literal(const std::string& literal) {
        std::size_t mended = 0;
        const auto value = parser_.parse(literal, mended);
        if (!value) return;
        std::string text(value->string());
        if (text.starts_with("%7B") || text.starts_with("%5B")) text = percent_decoded(text);
        if (text.starts_with('{') || text.starts_with('[')) add(std::move(text));
    }

    json::Parser parser_{most_nesting};
    std::string stream_;
};

}  // namespace

EmbeddedJson read_embedded_json(const dom::Document& document) {
    ScriptReader reader;
    dom::walk(
        document.root(),
        [&](dom::Node node) {
            if (node.known_tag() != dom::Tag::script) return true;
            const std::string_view type = node.attribute("type").value_or("");
            if (type == "application/ld+json") return false;
            std::string text;
            for (dom::Node at = node.first_child(); at; at = at.next()) text += at.text();
            if (type.ends_with("json")) {
                reader.add(std::string(trim(text)));
            } else {
                reader.read(text);
            }
            return false;
        },
        [](dom::Node) {});
    reader.end_stream();
    return std::move(reader.found);
}

}  // namespace rejoinder
