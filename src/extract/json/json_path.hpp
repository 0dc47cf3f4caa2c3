// Paths, conditions and rules of a profile's [json], looked up in JSON.
#pragma once

#include <string>
#include <vector>

#include "json/json.hpp"
#include "profile/profile.hpp"

namespace rejoinder {

/// Every value that the path leads to, in order.
std::vector<json::Value> values_at(const JsonPath& path, json::Value from);

/// The first of them, or none.
json::Value value_at(const JsonPath& path, json::Value from);

bool holds(const JsonCondition& condition, json::Value record);

/// The value of the first rule that yields one, or "". A path through "[]" yields its values with "/" between them.
/// Errors: bad_config (a pattern passed its match limit).
Result<std::string> value_of(const JsonRules& rules, json::Value record);

}  // namespace rejoinder
