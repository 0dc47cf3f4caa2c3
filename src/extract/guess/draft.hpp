// A profile drafted from a page: where in each record the name, the time and the text stand, written as TOML. The
// ordinary reader then reads the page by it, and `rejoinder profile infer` prints it.
#pragma once

#include <string>

#include "extract/guess/records.hpp"

namespace rejoinder {

/// The TOML of a profile named `name` for the page's records, of which there must be some. `language` is a phrase
/// book's.
std::string draft_profile(const Outline& outline, const RecordSet& set, const Profile& languages,
                          std::string_view name);

}  // namespace rejoinder
