// Patterns, selectors and value rules as TOML prints them.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "profile/profile.hpp"
#include "profile/toml_reader.hpp"

namespace rejoinder {

/// Names of groups that a pattern has to have.
using GroupNames = std::vector<std::string_view>;

/// Nothing if the key is absent or its pattern is bad (then that is a problem of the table).
std::optional<Pattern> read_pattern(TomlTable& table, std::string_view key, const GroupNames& groups = {});
std::vector<Pattern> read_patterns(TomlTable& table, std::string_view key, const GroupNames& groups = {});

/// Bits in `selectors` of a selector or a list of selectors.
std::uint64_t read_selectors(TomlTable& table, std::string_view key, dom::SelectorSet& selectors);

/// A value rule is a selector; or a table of `select`, `attribute` and `match`; or a list of those.
ValueRules read_value_rules(TomlTable& table, std::string_view key, dom::SelectorSet& selectors);

/// "dmy" or "mdy". Nothing if the key is absent or says something else (then that is a problem of the table).
std::optional<DateOrder> read_date_order(TomlTable& table, std::string_view key);

}  // namespace rejoinder
