#include "profile/load_json_shape.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
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

JsonPath read_path(const TomlValue& value, std::string_view text, TomlProblems& problems) {
    if (auto path = parse_path(text)) return std::move(*path);
    problems.add(value.place, fmt::format("\"{}\" is no path; write keys with points between them and elements in "
                                          "brackets, such as \"data.children[]\" or \"path[-1]\"",
                                          text));
    return {};
}

std::optional<JsonPath> read_path_key(TomlTable& table, std::string_view key) {
    const TomlValue* value = table.find(key);
    const std::string text = table.string(key);
    if (value == nullptr || value->kind != TomlValue::Kind::string) return std::nullopt;
    return read_path(*value, text, table.problems());
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
        condition.terms.push_back({read_path(value, term.substr(0, equals), problems), std::nullopt});
        if (equals < term.size()) condition.terms.back().value = std::string(term.substr(equals + 1));
    }
    if (condition.terms.empty()) problems.add(value.place, "a condition names at least one path");
    return condition;
}

JsonCondition read_if(TomlTable& table) {
    const TomlValue* value = table.find("if");
    table.string("if");
    if (value == nullptr || value->kind != TomlValue::Kind::string) return {};
    return read_condition(*value, table.problems());
}

JsonRule read_rule_keys(TomlTable& table) {
    JsonRule rule;
    if (auto path = read_path_key(table, "at"))
        rule.path = std::move(*path);
    else
        table.problems().add(table.value().place, "a rule for JSON needs \"at\"");
    rule.condition = read_if(table);
    rule.match = read_pattern(table, "match");
    rule.text = table.string("text");
    return rule;
}

void read_rule(const TomlValue& value, std::string_view key, TomlProblems& problems, JsonRules& rules) {
    if (value.kind == TomlValue::Kind::string) {
        rules.push_back({read_path(value, value.string, problems), {}, std::nullopt, {}});
    } else if (value.kind == TomlValue::Kind::table) {
        TomlTable table(value, problems);
        rules.push_back(read_rule_keys(table));
        table.reject_unknown_keys();
    } else {
        problems.add(value.place, fmt::format("\"{}\" must be a path, a table such as {{at = \"…\", match = '…'}}, "
                                              "or a list of those",
                                              key));
    }
}

void read_rules_of(const TomlValue& value, std::string_view key, TomlProblems& problems, JsonRules& rules) {
    if (value.kind != TomlValue::Kind::array) return read_rule(value, key, problems, rules);
    for (const TomlValue& element : value.elements) read_rule(element, key, problems, rules);
}

JsonRules read_rules(TomlTable& table, std::string_view key) {
    JsonRules rules;
    if (const TomlValue* value = table.find(key)) read_rules_of(*value, key, table.problems(), rules);
    return rules;
}

std::vector<std::string> read_words(TomlTable& table, std::string_view key) {
    std::vector<std::string> words;
    for (const TomlValue* value : table.strings(key)) words.push_back(value->string);
    return words;
}

/// The place in `names` of what a key holds; 0 if it is absent or, then that is a problem, unknown.
std::size_t read_choice(TomlTable& table, std::string_view key, const std::vector<std::string>& names) {
    const std::string text = table.string(key);
    const TomlValue* value = table.find(key);
    if (value == nullptr || value->kind != TomlValue::Kind::string) return 0;
    const auto at = std::find(names.begin(), names.end(), text);
    if (at != names.end()) return static_cast<std::size_t>(at - names.begin());
    table.problems().add(value->place, fmt::format("\"{}\" must be one of {}", key, fmt::join(names, ", ")));
    return 0;
}

JsonShape::PostRules read_post(TomlTable table) {
    JsonShape::PostRules post;
    post.condition = read_if(table);
    post.key = read_rules(table, "key");
    post.parent = read_rules(table, "parent");
    post.author = read_rules(table, "author");
    post.author_id = read_rules(table, "author_id");
    post.role = read_rules(table, "role");
    post.time = read_rules(table, "time");
    post.permalink = read_rules(table, "permalink");
    post.body = read_rules(table, "body");
    post.edit = read_rules(table, "edit");
    post.edit_by = read_rules(table, "edit_by");
    post.edit_time = read_rules(table, "edit_time");
    post.edit_reason = read_rules(table, "edit_reason");
    post.body_is = std::array{JsonBody::text, JsonBody::markdown,
                              JsonBody::html}[read_choice(table, "body_is", {"text", "markdown", "html"})];
    post.nobody = read_words(table, "nobody");
    post.placeholders = read_words(table, "placeholders");
    post.listed_key = read_path_key(table, "listed_key");
    if (post.body.empty()) table.problems().add(table.value().place, "[json.post] needs the key \"body\"");
    table.reject_unknown_keys();
    return post;
}

const std::vector<std::string>& act_names() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> all;
        for (int kind = 0; kind <= static_cast<int>(ModerationKind::deletion); ++kind)
            all.emplace_back(moderation_kind_name(static_cast<ModerationKind>(kind)));
        return all;
    }();
    return names;
}

std::vector<JsonShape::Act> read_acts(TomlTable& table) {
    std::vector<JsonShape::Act> acts;
    const TomlValue* value = table.find("acts");
    if (value == nullptr) return acts;
    if (value->kind != TomlValue::Kind::array) {
        table.problems().add(value->place, "\"acts\" must be a list of tables such as {kind = \"lock\", at = \"…\"}");
        return acts;
    }
    for (const TomlValue& element : value->elements) {
        if (element.kind != TomlValue::Kind::table) {
            table.problems().add(element.place, "an act must be a table such as {kind = \"lock\", at = \"…\"}");
            continue;
        }
        TomlTable act(element, table.problems());
        act.required_string("kind");
        acts.push_back({static_cast<ModerationKind>(read_choice(act, "kind", act_names())), {read_rule_keys(act)}});
        act.reject_unknown_keys();
    }
    return acts;
}

std::vector<JsonShape::Count> read_counts(TomlTable& table) {
    std::vector<JsonShape::Count> counts;
    const auto reactions = table.table("reactions");
    if (!reactions) return counts;
    for (const auto& [name, entry] : reactions->value().entries) {
        counts.push_back({name, {}});
        read_rules_of(entry.value, name, table.problems(), counts.back().rules);
    }
    return counts;
}

}  // namespace

JsonShape read_json_shape(TomlTable table) {
    JsonShape shape;
    for (const TomlValue* value : table.strings("records"))
        shape.records.push_back(read_path(*value, value->string, table.problems()));
    shape.children = read_path_key(table, "children");
    shape.title = read_rules(table, "title");
    shape.forum = read_rules(table, "forum");
    shape.thread_key = read_rules(table, "thread_key");
    shape.url = read_rules(table, "url");
    shape.by_time = read_choice(table, "order", {"printed", "time"}) == 1;
    shape.ticks_per_second = read_choice(table, "time_unit", {"seconds", "milliseconds"}) == 1 ? 1000 : 1;
    shape.companions = read_words(table, "companions");
    shape.all_keys = read_path_key(table, "all_keys");
    if (auto post = table.table("post"))
        shape.post = read_post(*post);
    else
        table.problems().add(table.value().place, "[json] needs a table [json.post]");
    shape.acts = read_acts(table);
    shape.reactions = read_counts(table);
    if (auto missing = table.table("missing")) {
        shape.missing.emplace();
        shape.missing->condition = read_if(*missing);
        shape.missing->keys = read_path_key(*missing, "keys").value_or(JsonPath());
        shape.missing->count = read_rules(*missing, "count");
        missing->reject_unknown_keys();
    }
    table.reject_unknown_keys();
    return shape;
}

std::vector<JsonCondition> read_json_conditions(TomlTable& table, std::string_view key) {
    std::vector<JsonCondition> conditions;
    for (const TomlValue* value : table.strings(key)) conditions.push_back(read_condition(*value, table.problems()));
    return conditions;
}

}  // namespace rejoinder
