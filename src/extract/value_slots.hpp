// The values of one record (a page, a post, a quote, a reaction) while the walk over its elements finds them.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "dom/dom.hpp"
#include "profile/profile.hpp"

namespace rejoinder {

/// A value that was found, and its element if the value is an attribute's: for a time its value may be the datetime
/// attribute, and its element shows "May 2".
struct FoundValue {
    std::string value;
    dom::Node element;
    int rule = -1;  // index of the rule that found it; an earlier rule may still replace it
};

/// The value that a rule takes from `element`, or nothing. Errors: bad_config from a pattern.
Result<std::optional<std::string>> value_at(const ValueRule& rule, dom::Node element);

/// Looks whether `element`, which fits the selectors of `bits`, holds a value of `rules`. `is_record` says that it is
/// the record's own element. Keeps the value of the earliest rule, and of the first element within that.
Result<void> look_for_value(const ValueRules& rules, std::uint64_t bits, bool is_record, dom::Node element,
                            FoundValue& found);

}  // namespace rejoinder
