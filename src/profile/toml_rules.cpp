#include "profile/toml_rules.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace rejoinder {

namespace {

std::optional<Pattern> compile_pattern(const TomlValue& value, const GroupNames& groups, TomlProblems& problems) {
    auto pattern = Pattern::compile(value.string);
    if (pattern) {
        for (const std::string_view group : groups) {
            if (pattern->group(group) != 0) continue;
            problems.add(value.place, fmt::format("this pattern needs a group named \"{0}\": (?<{0}>…)", group));
            return std::nullopt;
        }
        return *pattern;
    }
    const PatternError& wrong = pattern.error();
    const auto read =
        std::count_if(value.string.begin(), value.string.begin() + static_cast<std::ptrdiff_t>(wrong.offset),
                      [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
    problems.add(value.place, fmt::format("bad pattern: {} (after {} character{} of it)", wrong.message, read,
                                          read == 1 ? "" : "s"));
    return std::nullopt;
}

/// The bit of one selector; -1 if it is bad.
int add_selector(const TomlValue& value, dom::SelectorSet& selectors, TomlProblems& problems) {
    const auto bit = selectors.add(value.string);
    if (bit) return *bit;
    problems.add(value.place, fmt::format("bad selector: {}", bit.error()));
    return -1;
}

void read_rule_table(const TomlValue& value, dom::SelectorSet& selectors, TomlProblems& problems, ValueRules& rules) {
    TomlTable table(value, problems);
    ValueRule rule;
    const TomlValue* select = table.find("select");
    if (select != nullptr && select->kind != TomlValue::Kind::string) {
        problems.add(select->place, "\"select\" must be a string");
    } else if (select != nullptr) {
        rule.selector = add_selector(*select, selectors, problems);
    }
    rule.attribute = table.string("attribute");
    std::transform(rule.attribute.begin(), rule.attribute.end(), rule.attribute.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    rule.match = read_pattern(table, "match");
    rule.fixed = table.string("value");
    const bool looks = select != nullptr || !rule.attribute.empty() || rule.match;
    if (value.entries.empty() || (!looks && !rule.fixed.empty()))
        problems.add(value.place, "a value rule needs \"select\", \"attribute\" or \"match\"");
    table.reject_unknown_keys();
    rules.push_back(std::move(rule));
}

void read_rule(const TomlValue& value, std::string_view key, dom::SelectorSet& selectors, TomlProblems& problems,
               ValueRules& rules) {
    if (value.kind == TomlValue::Kind::string) {
        ValueRule rule;
        rule.selector = add_selector(value, selectors, problems);
        rules.push_back(std::move(rule));
    } else if (value.kind == TomlValue::Kind::table) {
        read_rule_table(value, selectors, problems, rules);
    } else {
        problems.add(value.place,
                     fmt::format("\"{}\" must be a selector, a table such as {{select = \"…\", attribute = \"…\"}}, "
                                 "or a list of those",
                                 key));
    }
}

}  // namespace

std::optional<Pattern> read_pattern(TomlTable& table, std::string_view key, const GroupNames& groups) {
    const TomlValue* value = table.find(key);
    if (value == nullptr) return std::nullopt;
    if (value->kind != TomlValue::Kind::string) {
        table.problems().add(value->place, fmt::format("\"{}\" must be a pattern, as a string", key));
        return std::nullopt;
    }
    return compile_pattern(*value, groups, table.problems());
}

std::vector<Pattern> read_patterns(TomlTable& table, std::string_view key, const GroupNames& groups) {
    std::vector<Pattern> patterns;
    for (const TomlValue* value : table.strings(key)) {
        if (auto pattern = compile_pattern(*value, groups, table.problems())) patterns.push_back(std::move(*pattern));
    }
    return patterns;
}

std::uint64_t read_selectors(TomlTable& table, std::string_view key, dom::SelectorSet& selectors) {
    std::uint64_t bits = 0;
    for (const TomlValue* value : table.strings(key)) {
        const int bit = add_selector(*value, selectors, table.problems());
        if (bit >= 0) bits |= std::uint64_t{1} << bit;
    }
    return bits;
}

ValueRules read_value_rules(TomlTable& table, std::string_view key, dom::SelectorSet& selectors) {
    ValueRules rules;
    const TomlValue* value = table.find(key);
    if (value == nullptr) return rules;
    if (value->kind == TomlValue::Kind::array) {
        for (const TomlValue& element : value->elements) read_rule(element, key, selectors, table.problems(), rules);
    } else {
        read_rule(*value, key, selectors, table.problems(), rules);
    }
    return rules;
}

std::optional<DateOrder> read_date_order(TomlTable& table, std::string_view key) {
    const std::string order = table.string(key);
    if (order == "dmy") return DateOrder::day_month_year;
    if (order == "mdy") return DateOrder::month_day_year;
    if (const TomlValue* value = table.find(key); value != nullptr && value->kind == TomlValue::Kind::string) {
        table.problems().add(value->place,
                             fmt::format("\"{}\" must be \"dmy\" (day first) or \"mdy\" (month first)", key));
    }
    return std::nullopt;
}

}  // namespace rejoinder
