// `rejoinder profile list`, `show`, `keys`, `check` and `infer`.
#pragma once

#include "cli/arguments.hpp"

namespace rejoinder::cli {

int run_profile_list(const Arguments& arguments);
int run_profile_show(const Arguments& arguments);

/// `profile keys`: what each key of a profile means, as the loader reads it.
int run_profile_keys(const Arguments& arguments);
int run_profile_check(const Arguments& arguments);

/// `profile infer PAGE…`: a draft from the page on which it finds the most posts.
int run_profile_infer(const Arguments& arguments);

}  // namespace rejoinder::cli
