// Paths, conditions and rules of JSON as TOML prints them. What is wrong is a problem of the table.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "profile/profile.hpp"
#include "profile/toml_reader.hpp"

namespace rejoinder {

/// Nothing if the key is absent or no path.
std::optional<JsonPath> read_json_path(TomlTable& table, std::string_view key);

/// The same for a value that is known to be a string.
JsonPath json_path_of(const TomlValue& value, std::string_view text, TomlProblems& problems);

/// The key `if`; without it a condition that always holds.
JsonCondition read_json_if(TomlTable& table);

/// A path; a table of `at`, `if`, `match` and `text`; or a list of those.
JsonRules read_json_rules(TomlTable& table, std::string_view key);
void read_json_rules_of(const TomlValue& value, std::string_view key, TomlProblems& problems, JsonRules& rules);

/// The keys of such a table, for tables that hold more than a rule.
JsonRule read_json_rule_keys(TomlTable& table);

/// A condition or a list of them.
std::vector<JsonCondition> read_json_conditions(TomlTable& table, std::string_view key);

}  // namespace rejoinder
