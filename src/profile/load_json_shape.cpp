#include "profile/load_json_shape.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "profile/json_rules.hpp"
#include "profile/keys.hpp"
#include "profile/read_keys.hpp"

namespace rejoinder {

namespace {

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
    post.condition = read_json_if(table);
    read_keys(table, "[json.post]", json_post_keys(), post, nullptr);
    post.body_is = std::array{JsonBody::text, JsonBody::markdown,
                              JsonBody::html}[read_choice(table, "body_is", {"text", "markdown", "html"})];
    post.nobody = read_words(table, "nobody");
    post.placeholders = read_words(table, "placeholders");
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
        acts.push_back(
            {static_cast<ModerationKind>(read_choice(act, "kind", act_names())), {read_json_rule_keys(act)}});
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
        read_json_rules_of(entry.value, name, table.problems(), counts.back().rules);
    }
    return counts;
}

}  // namespace

JsonShape read_json_shape(TomlTable table) {
    JsonShape shape;
    for (const TomlValue* value : table.strings("records"))
        shape.records.push_back(json_path_of(*value, value->string, table.problems()));
    read_keys(table, "[json]", json_keys(), shape, nullptr);
    shape.by_time = read_choice(table, "order", {"printed", "time"}) == 1;
    shape.ticks_per_second = read_choice(table, "time_unit", {"seconds", "milliseconds"}) == 1 ? 1000 : 1;
    shape.companions = read_words(table, "companions");
    if (auto post = table.table("post"))
        shape.post = read_post(*post);
    else
        table.problems().add(table.value().place, "[json] needs a table [json.post]");
    shape.acts = read_acts(table);
    shape.reactions = read_counts(table);
    if (auto missing = table.table("missing")) {
        shape.missing.emplace();
        shape.missing->condition = read_json_if(*missing);
        shape.missing->keys = read_json_path(*missing, "keys").value_or(JsonPath());
        shape.missing->count = read_json_rules(*missing, "count");
        missing->reject_unknown_keys();
    }
    table.reject_unknown_keys();
    return shape;
}

}  // namespace rejoinder
