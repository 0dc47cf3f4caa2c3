// `rejoinder profile list`, `show` and `check`.
#pragma once

#include "cli/arguments.hpp"

namespace rejoinder::cli {

int run_profile_list(const Arguments& arguments);
int run_profile_show(const Arguments& arguments);
int run_profile_check(const Arguments& arguments);

}  // namespace rejoinder::cli
