// [json] of a profile.
#pragma once

#include <vector>

#include "profile/profile.hpp"
#include "profile/toml_reader.hpp"

namespace rejoinder {

/// What is wrong is a problem of the table.
JsonShape read_json_shape(TomlTable table);

/// A condition or a list of them, as `json` of [detect] holds them.
std::vector<JsonCondition> read_json_conditions(TomlTable& table, std::string_view key);

}  // namespace rejoinder
