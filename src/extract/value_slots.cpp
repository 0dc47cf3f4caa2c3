#include "extract/value_slots.hpp"

#include "base/unicode.hpp"
#include "extract/guess/shape.hpp"

namespace rejoinder {

Result<std::optional<std::string>> value_at(const ValueRule& rule, dom::Node element) {
    std::string value;
    if (rule.attribute.empty()) {
        // A pattern may ask for a line of it.
        value = rule.match ? shown_text(element) : one_line(dom::text_content(element));
    } else {
        const auto attribute = element.attribute(rule.attribute);
        if (!attribute) return std::nullopt;
        value = std::string(trim(*attribute));
    }
    if (rule.match) {
        PatternMatch match;
        const auto matched = rule.match->find(value, 0, match);
        if (!matched) return tl::unexpected(matched.error());
        if (!*matched) return std::nullopt;
        value = one_line(match.groups[rule.match->group("value")]);
    }
    if (value.empty()) return std::nullopt;
    if (!rule.fixed.empty()) return rule.fixed;
    return value;
}

Result<void> look_for_value(const ValueRules& rules, std::uint64_t bits, bool is_record, dom::Node element,
                            FoundValue& found) {
    const std::size_t end = found.rule < 0 ? rules.size() : static_cast<std::size_t>(found.rule);
    for (std::size_t i = 0; i < end; ++i) {
        const ValueRule& rule = rules[i];
        const bool fits = rule.selector < 0 ? is_record : (bits >> rule.selector & 1) != 0;
        if (!fits) continue;
        auto value = value_at(rule, element);
        if (!value) return tl::unexpected(value.error());
        if (!*value) continue;
        found = {std::move(**value), rule.attribute.empty() ? dom::Node() : element, static_cast<int>(i)};
        return {};
    }
    return {};
}

}  // namespace rejoinder
