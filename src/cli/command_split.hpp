// `rejoinder split`.
#pragma once

#include "cli/arguments.hpp"

namespace rejoinder::cli {

int run_split(const Arguments& arguments);

}  // namespace rejoinder::cli
