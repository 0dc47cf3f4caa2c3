// [json] of a profile.
#pragma once

#include <vector>

#include "profile/profile.hpp"
#include "profile/toml_reader.hpp"

namespace rejoinder {

/// What is wrong is a problem of the table.
JsonShape read_json_shape(TomlTable table);

}  // namespace rejoinder
