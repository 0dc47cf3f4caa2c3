#include "profile/json_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "profile/toml_rules.hpp"

namespace rejoinder {

namespace {

/// "posts[0]" or "[]" after a key: nothing if it is neither.
std::optional<std::vector<JsonPath::Step>> read_step(std::string_view text) {
    std::vector<JsonPath::Step> steps;
    const std::size_t bracket = std::min(text.find('['), text.size());
    if (bracket > 0) steps.push_back({std::string(text.substr(0, bracket)), std::nullopt, false});
    for (std::size_t at = bracket; at < text.size();) {
        const std::size_t end = text.find(']', at);
        if (text[at] != '[' || end == std::string_view::npos) return std::nullopt;
        JsonPath::Step step;
        const std::string_view index = text.substr(at + 1, end - at - 1);
        std::int64_t number = 0;
        const auto [rest, error] = std::from_chars(index.data(), index.data() + index.size(), number);
        if (!index.empty() && (error != std::errc() || rest != index.data() + index.size())) return std::nullopt;
        if (index.empty())
            step.each = true;
        else
            step.index = number;
        steps.push_back(step);
        at = end + 1;
    }
    if (steps.empty()) return std::nullopt;
    return steps;
}

std::optional<JsonPath> parse_path(std::string_view text) {
    JsonPath path;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('.', at), text.size());
        auto steps = read_step(text.substr(at, end - at));
        if (!steps) return std::nullopt;
        path.steps.insert(path.steps.end(), steps->begin(), steps->end());
        at = end + 1;
    }
    return path;
}

JsonCondition read_condition(const TomlValue& value, TomlProblems& problems) {
    JsonCondition condition;
    const std::string_view text = value.string;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string_view term = text.substr(at, end - at);
        at = end + 1;
        if (term.empty()) continue;
        const std::size_t equals = std::min(term.find('='), term.size());
        condition.terms.push_back({json_path_of(value, term.substr(0, equals), problems), std::nullopt});
        if (equals < term.size()) condition.terms.back().value = std::string(term.substr(equals + 1));
    }
    if (condition.terms.empty()) problems.add(value.place, "a condition names at least one path");
    return condition;
}

void read_rule(const TomlValue& value, std::string_view key, TomlProblems& problems, JsonRules& rules) {
    if (value.kind == TomlValue::Kind::string) {
        rules.push_back({json_path_of(value, value.string, problems), {}, std::nullopt, {}});
    } else if (value.kind == TomlValue::Kind::table) {
        TomlTable table(value, problems);
        rules.push_back(read_json_rule_keys(table));
        table.reject_unknown_keys();
    } else {
        problems.add(value.place, fmt::format("\"{}\" must be a path, a table such as {{at = \"…\", match = '…'}}, "
                                              "or a list of those",
                                              key));
    }
}

}  // namespace

JsonPath json_path_of(const TomlValue& value, std::string_view text, TomlProblems& problems) {
    if (auto path = parse_path(text)) return std::move(*path);
    problems.add(value.place, fmt::format("\"{}\" is no path; write keys with points between them and elements in "
                                          "brackets, such as \"data.children[]\" or \"path[-1]\"",
                                          text));
    return {};
}

JsonRule read_json_rule_keys(TomlTable& table) {
    JsonRule rule;
    if (auto path = read_json_path(table, "at"))
        rule.path = std::move(*path);
    else
        table.problems().add(table.value().place, "a rule for JSON needs \"at\"");
    rule.condition = read_json_if(table);
    rule.match = read_pattern(table, "match");
    rule.text = table.string("text");
    return rule;
}

std::optional<JsonPath> read_json_path(TomlTable& table, std::string_view key) {
    const TomlValue* value = table.find(key);
    const std::string text = table.string(key);
    if (value == nullptr || value->kind != TomlValue::Kind::string) return std::nullopt;
    return json_path_of(*value, text, table.problems());
}

JsonCondition read_json_if(TomlTable& table) {
    const TomlValue* value = table.find("if");
    table.string("if");
    if (value == nullptr || value->kind != TomlValue::Kind::string) return {};
    return read_condition(*value, table.problems());
}

void read_json_rules_of(const TomlValue& value, std::string_view key, TomlProblems& problems, JsonRules& rules) {
    if (value.kind != TomlValue::Kind::array) return read_rule(value, key, problems, rules);
    for (const TomlValue& element : value.elements) read_rule(element, key, problems, rules);
}

JsonRules read_json_rules(TomlTable& table, std::string_view key) {
    JsonRules rules;
    if (const TomlValue* value = table.find(key)) read_json_rules_of(*value, key, table.problems(), rules);
    return rules;
}

std::vector<JsonCondition> read_json_conditions(TomlTable& table, std::string_view key) {
    std::vector<JsonCondition> conditions;
    for (const TomlValue* value : table.strings(key)) conditions.push_back(read_condition(*value, table.problems()));
    return conditions;
}

}  // namespace rejoinder
