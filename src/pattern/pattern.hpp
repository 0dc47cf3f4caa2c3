// Regular expressions. Wraps PCRE2 (JIT, UTF, match limits); nothing else names it.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "rejoinder/result.hpp"

namespace rejoinder {

/// What a pattern matched: views into the subject.
struct PatternMatch {
    std::size_t begin = 0;  // byte offsets of the whole match
    std::size_t end = 0;
    std::vector<std::string_view> groups;  // group 0 is the whole match; unset groups are empty with a null data()
};

/// Where a pattern does not compile.
struct PatternError {
    std::size_t offset = 0;  // byte offset into the pattern's source
    std::string message;     // PCRE2's own words
};

/// A compiled pattern: immutable, cheap to copy, safe to share between threads. `^` and `$` match at lines, `.` does
/// not match a newline, \w and \d follow Unicode; `(?-m)`, `(?s)` change that inside a pattern.
class Pattern {
public:
    static tl::expected<Pattern, PatternError> compile(std::string_view source);

    /// Finds the first match at or after byte `from`. False: none. Errors: bad_config if PCRE2's match limit
    /// (1,000,000 steps) was passed; the message names the pattern.
    Result<bool> find(std::string_view subject, std::size_t from, PatternMatch& match) const;

    /// True if it matches anywhere; passing the match limit counts as no match.
    bool matches(std::string_view subject) const;

    /// Number of the group of that name, or 0 if the pattern has none.
    std::size_t group(std::string_view name) const;

    std::string_view source() const;

private:
    struct Compiled;
    std::shared_ptr<const Compiled> compiled_;
};

}  // namespace rejoinder
