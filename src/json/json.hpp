// JSON as a program reads it. Wraps simdjson; nothing else names it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rejoinder/result.hpp"

namespace rejoinder::json {

enum class Kind : std::uint8_t { none, null, boolean, number, string, array, object };

/// A value of a document, or none. Valid until its Parser parses again or ends.
class Value {
public:
    Value() = default;

    Kind kind() const { return kind_; }
    bool is_object() const { return kind_ == Kind::object; }
    bool is_array() const { return kind_ == Kind::array; }
    explicit operator bool() const { return kind_ != Kind::none; }

    /// A member of an object; none if this is no object or has no such key.
    Value member(std::string_view key) const;

    /// Elements of an array, in order; none if this is no array.
    std::vector<Value> elements() const;

    /// Members of an object, in order; none if this is no object.
    std::vector<std::pair<std::string_view, Value>> members() const;

    /// The characters of a string; empty for anything else.
    std::string_view string() const;

    /// A string's characters; a number in decimals, without a point if it is whole; "true" or "false"; empty otherwise.
    std::string text() const;

    /// A whole number; nothing for other values, and beyond 64 bits with a sign.
    std::optional<std::int64_t> integer() const;

    /// A number; nothing for other values.
    std::optional<double> number() const;

    bool is_true() const;

private:
    friend class Parser;
    Kind kind_ = Kind::none;
    std::array<std::uint64_t, 2> place_{};  // simdjson's element
};

/// Parses one document after another, in the same memory.
class Parser {
public:
    /// `nesting` is how many arrays and objects may be open at once.
    explicit Parser(std::size_t nesting);
    ~Parser();
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;

    /// One value in UTF-8. A surrogate without its other half becomes U+FFFD; `mended` counts them. Errors: unreadable
    /// (the message says what is wrong as a clause: "is cut short"), too_large (nesting).
    Result<Value> parse(std::string_view text, std::size_t& mended);

private:
    struct State;
    std::unique_ptr<State> state_;
    std::size_t nesting_;
};

}  // namespace rejoinder::json
