// Times as forums print them.
#pragma once

#include <string_view>

#include "profile/profile.hpp"
#include "rejoinder/post.hpp"

namespace rejoinder {

/// Reads a time in the profile's languages: ISO 8601, Unix seconds, "7 minutes ago", "March 19, 2024 at 7:29 PM". What
/// cannot be read stays as text, with neither `at` nor `age`: never a wrong date.
PrintedTime read_time(std::string_view printed, const Profile& profile);

}  // namespace rejoinder
