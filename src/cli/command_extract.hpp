// `rejoinder extract`.
#pragma once

#include "cli/arguments.hpp"

namespace rejoinder::cli {

int run_extract(const Arguments& arguments);

}  // namespace rejoinder::cli
