// rejoinder evaluate: analyses pages and holds what comes out against their truth.
#pragma once

#include "cli/arguments.hpp"

namespace rejoinder::cli {

int run_evaluate(const Arguments& arguments);

}  // namespace rejoinder::cli
