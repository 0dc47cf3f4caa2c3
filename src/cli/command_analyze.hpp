// `rejoinder analyze`.
#pragma once

#include "cli/arguments.hpp"

namespace rejoinder::cli {

int run_analyze(const Arguments& arguments);

}  // namespace rejoinder::cli
