// `rejoinder run`.
#pragma once

#include "cli/arguments.hpp"

namespace rejoinder::cli {

int run_run(const Arguments& arguments);

}  // namespace rejoinder::cli
