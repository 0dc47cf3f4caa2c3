// JSON as text, byte for byte as nlohmann's own `dump` writes it. That one takes every character of a string apart and
// half of the time of a report; here a run of characters that need no escape is copied at once.
#include <array>

#include "base/unicode.hpp"
#include "report/json/values.hpp"

namespace rejoinder::report {
namespace {

enum Kind : std::uint8_t { plain, escaped, high };

constexpr std::array<Kind, 256> make_kinds() {
    std::array<Kind, 256> kinds{};
    for (std::size_t i = 0; i < 0x20; ++i) kinds[i] = escaped;
    for (std::size_t i = 0x80; i < kinds.size(); ++i) kinds[i] = high;
    kinds['"'] = kinds['\\'] = escaped;
    return kinds;
}

constexpr auto kinds = make_kinds();

void append_escape(std::string& out, char c) {
    constexpr std::string_view letters = "btnvfr";  // of 8 to 13; JSON has no \v
    out += '\\';
    if (c == '"' || c == '\\') {
        out += c;
    } else if (c >= 8 && c <= 13 && c != 11) {
        out += letters[static_cast<std::size_t>(c - 8)];
    } else {
        constexpr std::string_view digits = "0123456789abcdef";
        out += "u00";
        out += digits[static_cast<std::size_t>(c) >> 4U];
        out += digits[static_cast<std::size_t>(c) & 15U];
    }
}

void append_string(std::string& out, const std::string& text) {
    const std::size_t begin = out.size();
    bool any_high = false;
    std::size_t copied = 0;
    out += '"';
    for (std::size_t at = 0; at < text.size(); ++at) {
        const Kind kind = kinds[static_cast<unsigned char>(text[at])];
        if (kind == high) any_high = true;
        if (kind != escaped) continue;
        out.append(text, copied, at - copied);
        append_escape(out, text[at]);
        copied = at + 1;
    }
    out.append(text, copied);
    out += '"';
    if (!any_high || !invalid_utf8_at(text)) return;
    // Pages are checked on the way in; should a byte have slipped through, it becomes U+FFFD here.
    out.resize(begin);
    out += Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// Writes values one below the other, or on one line if `indent` is negative.
class Writer {
public:
    Writer(std::string& out, int indent) : out_(out), indent_(indent) {}

    void write(const Json& value) {
        if (value.is_string()) {
            append_string(out_, value.get_ref<const std::string&>());
        } else if (value.is_object() && !value.empty()) {
            write_object(value.get_ref<const Json::object_t&>());
        } else if (value.is_array() && !value.empty()) {
            write_array(value.get_ref<const Json::array_t&>());
        } else if (value.is_null()) {
            out_ += "null";
        } else if (value.is_boolean()) {
            out_ += value.get<bool>() ? "true" : "false";
        } else if (value.is_number_float() || value.empty()) {
            out_ += value.dump();
        } else {
            out_ += std::to_string(value.get<std::int64_t>());
        }
    }

private:
    void write_object(const Json::object_t& object) {
        open('{');
        bool first = true;
        for (const auto& [key, value] : object) {
            next(first);
            append_string(out_, key);
            out_ += indent_ < 0 ? ":" : ": ";
            write(value);
        }
        close('}');
    }

    void write_array(const Json::array_t& array) {
        open('[');
        bool first = true;
        for (const Json& value : array) {
            next(first);
            write(value);
        }
        close(']');
    }

    void open(char bracket) {
        out_ += bracket;
        depth_ += indent_ < 0 ? 0 : static_cast<std::size_t>(indent_);
    }

    void next(bool& first) {
        if (!first) out_ += ',';
        first = false;
        new_line();
    }

    void close(char bracket) {
        depth_ -= indent_ < 0 ? 0 : static_cast<std::size_t>(indent_);
        new_line();
        out_ += bracket;
    }

    void new_line() {
        if (indent_ < 0) return;
        out_ += '\n';
        out_.append(depth_, ' ');
    }

    std::string& out_;
    int indent_;
    std::size_t depth_ = 0;  // spaces before a line
};

}  // namespace

std::string dump(const Json& value, int indent) {
    std::string out;
    Writer(out, indent).write(value);
    out += '\n';
    return out;
}

}  // namespace rejoinder::report
