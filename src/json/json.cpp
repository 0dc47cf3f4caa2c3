#include "json/json.hpp"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <type_traits>

namespace rejoinder::json {

namespace {

using Element = simdjson::dom::element;
using Place = std::array<std::uint64_t, 2>;
static_assert(sizeof(Element) == sizeof(Place) && std::is_trivially_copyable_v<Element>);

Element element_at(const Place& place) {
    return std::bit_cast<Element>(place);
}

Kind kind_of(const Element& element) {
    switch (element.type()) {
        case simdjson::dom::element_type::ARRAY:
            return Kind::array;
        case simdjson::dom::element_type::OBJECT:
            return Kind::object;
        case simdjson::dom::element_type::INT64:
        case simdjson::dom::element_type::UINT64:
        case simdjson::dom::element_type::DOUBLE:
            return Kind::number;
        case simdjson::dom::element_type::STRING:
            return Kind::string;
        case simdjson::dom::element_type::BOOL:
            return Kind::boolean;
        case simdjson::dom::element_type::NULL_VALUE:
            break;
    }
    return Kind::null;
}

/// The four hexadecimal digits at `at`; -1 if they are none.
int hexadecimal(std::string_view text, std::size_t at) {
    if (at + 4 > text.size()) return -1;
    int code = 0;
    for (const char c : text.substr(at, 4)) {
        const int digit = c >= '0' && c <= '9'   ? c - '0'
                          : c >= 'a' && c <= 'f' ? c - 'a' + 10
                          : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                 : -1;
        if (digit < 0) return -1;
        code = code * 16 + digit;
    }
    return code;
}

bool is_high(int code) {
    return code >= 0xD800 && code < 0xDC00;
}

bool is_low(int code) {
    return code >= 0xDC00 && code < 0xE000;
}

/// Halves of surrogate pairs that stand alone, as \ufffd. Other programs write such halves where they cut a text.
std::string without_lone_surrogates(std::string_view text, std::size_t& mended) {
    std::string whole(text);
    for (std::size_t at = 0; at + 1 < whole.size(); ++at) {
        if (whole[at] != '\\') continue;
        const int code = whole[at + 1] == 'u' ? hexadecimal(whole, at + 2) : -1;
        const bool pair = is_high(code) && whole.compare(at + 6, 2, "\\u") == 0 && is_low(hexadecimal(whole, at + 8));
        if (pair) {
            at += 11;
            continue;
        }
        if (is_high(code) || is_low(code)) {
            whole.replace(at + 2, 4, "fffd");
            ++mended;
        }
        ++at;
    }
    return whole;
}

Error error_of(simdjson::error_code code, std::size_t nesting) {
    switch (code) {
        case simdjson::DEPTH_ERROR:
            return {ErrorCode::too_large,
                    fmt::format("opens more than {} arrays and objects inside one another", nesting)};
        case simdjson::CAPACITY:
        case simdjson::MEMALLOC:
            return {ErrorCode::too_large, "is too large for the memory"};
        case simdjson::UTF8_ERROR:
            return {ErrorCode::unreadable, "is not UTF-8"};
        case simdjson::STRING_ERROR:
            return {ErrorCode::unreadable, "has a string with a wrong escape"};
        case simdjson::UNESCAPED_CHARS:
            return {ErrorCode::unreadable, "has a line break or control character inside a string"};
        case simdjson::UNCLOSED_STRING:
            return {ErrorCode::unreadable, "is cut short inside a string"};
        case simdjson::NUMBER_ERROR:
            return {ErrorCode::unreadable, "has a number that is wrong or too large"};
        case simdjson::EMPTY:
            return {ErrorCode::unreadable, "is empty"};
        default:
            return {ErrorCode::unreadable, "is no valid JSON, or is cut short"};
    }
}

}  // namespace

Value Value::member(std::string_view key) const {
    if (kind_ != Kind::object) return {};
    Element found;
    if (simdjson::dom::object(element_at(place_)).at_key(key).get(found) != simdjson::SUCCESS) return {};
    Value value;
    value.kind_ = kind_of(found);
    value.place_ = std::bit_cast<Place>(found);
    return value;
}

std::vector<Value> Value::elements() const {
    std::vector<Value> values;
    if (kind_ != Kind::array) return values;
    for (const Element element : simdjson::dom::array(element_at(place_))) {
        Value& value = values.emplace_back();
        value.kind_ = kind_of(element);
        value.place_ = std::bit_cast<Place>(element);
    }
    return values;
}

std::vector<std::pair<std::string_view, Value>> Value::members() const {
    std::vector<std::pair<std::string_view, Value>> values;
    if (kind_ != Kind::object) return values;
    for (const auto field : simdjson::dom::object(element_at(place_))) {
        Value& value = values.emplace_back(field.key, Value()).second;
        value.kind_ = kind_of(field.value);
        value.place_ = std::bit_cast<Place>(field.value);
    }
    return values;
}

std::string_view Value::string() const {
    return kind_ == Kind::string ? element_at(place_).get_string().value() : std::string_view();
}

std::string Value::text() const {
    if (kind_ == Kind::string) return std::string(string());
    if (kind_ == Kind::boolean) return is_true() ? "true" : "false";
    if (kind_ != Kind::number) return {};
    if (const auto whole = integer()) return fmt::format("{}", *whole);
    return fmt::format("{}", element_at(place_).get_double().value());
}

std::optional<std::int64_t> Value::integer() const {
    if (kind_ != Kind::number) return std::nullopt;
    std::int64_t whole = 0;
    if (element_at(place_).get_int64().get(whole) == simdjson::SUCCESS) return whole;
    const double number = element_at(place_).get_double().value();
    if (number != std::floor(number) || std::abs(number) >= 9e15) return std::nullopt;
    return static_cast<std::int64_t>(number);
}

std::optional<double> Value::number() const {
    if (kind_ != Kind::number) return std::nullopt;
    return element_at(place_).get_double().value();
}

bool Value::is_true() const {
    return kind_ == Kind::boolean && element_at(place_).get_bool().value();
}

struct Parser::State {
    simdjson::dom::parser parser;
    std::size_t capacity = 0;
};

Parser::Parser(std::size_t nesting) : state_(std::make_unique<State>()), nesting_(nesting) {}

Parser::~Parser() = default;

Result<Value> Parser::parse(std::string_view text, std::size_t& mended) {
    if (text.size() > state_->capacity || state_->capacity == 0) {
        const std::size_t capacity = std::max(text.size() + text.size() / 2, std::size_t{64} << 10);
        if (state_->parser.allocate(capacity, nesting_) != simdjson::SUCCESS)
            return tl::unexpected(error_of(simdjson::MEMALLOC, nesting_));
        state_->capacity = capacity;
    }
    Element root;
    auto error = state_->parser.parse(text.data(), text.size()).get(root);
    if (error == simdjson::STRING_ERROR) {
        std::size_t halves = 0;
        const std::string whole = without_lone_surrogates(text, halves);
        if (halves > 0) {
            error = state_->parser.parse(whole.data(), whole.size()).get(root);
            if (error == simdjson::SUCCESS) mended += halves;
        }
    }
    if (error != simdjson::SUCCESS) return tl::unexpected(error_of(error, nesting_));
    Value value;
    value.kind_ = kind_of(root);
    value.place_ = std::bit_cast<Place>(root);
    return value;
}

}  // namespace rejoinder::json
