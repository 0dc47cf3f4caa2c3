// From the rows of keys.hpp to the rules of a profile.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <variant>

#include "profile/json_rules.hpp"
#include "profile/keys.hpp"
#include "profile/toml_rules.hpp"

namespace rejoinder {

/// Reads every key of the rows but those to be read by hand. `title` names the table in messages: "[html.post]".
/// `selectors` may be nullptr if no row is about HTML.
template <class Rules>
void read_keys(TomlTable& table, std::string_view title, const Keys<Rules>& keys, Rules& rules,
               dom::SelectorSet* selectors) {
    for (const Key<Rules>& key : keys) {
        std::visit(
            [&](auto target) {
                using Target = decltype(target);
                if constexpr (std::is_same_v<Target, std::uint64_t Rules::*>)
                    rules.*target = read_selectors(table, key.name, *selectors);
                else if constexpr (std::is_same_v<Target, ValueRules Rules::*>)
                    rules.*target = read_value_rules(table, key.name, *selectors);
                else if constexpr (std::is_same_v<Target, std::optional<Pattern> Rules::*>)
                    rules.*target = read_pattern(table, key.name, key.needs_groups ? key.groups : GroupNames{});
                else if constexpr (std::is_same_v<Target, std::vector<Pattern> Rules::*>)
                    rules.*target = read_patterns(table, key.name, key.needs_groups ? key.groups : GroupNames{});
                else if constexpr (std::is_same_v<Target, JsonRules Rules::*>)
                    rules.*target = read_json_rules(table, key.name);
                else if constexpr (std::is_same_v<Target, std::optional<JsonPath> Rules::*>)
                    rules.*target = read_json_path(table, key.name);
                else if constexpr (std::is_same_v<Target, std::string Rules::*>)
                    rules.*target = key.required ? table.required_string(key.name) : table.string(key.name);
                else if constexpr (std::is_same_v<Target, bool Rules::*>)
                    rules.*target = table.boolean(key.name);
            },
            key.target);
        constexpr bool tells_itself = std::is_same_v<Rules, Profile>;  // required_string has its own words
        if (!tells_itself && key.required && !table.value().entries.contains(key.name))
            table.problems().add(table.value().place, fmt::format("{} needs the key \"{}\"", title, key.name));
    }
}

}  // namespace rejoinder
