// `rejoinder measures`: what each measure is.
#pragma once

#include "cli/arguments.hpp"

namespace rejoinder::cli {

int run_measures(const Arguments& arguments);

}  // namespace rejoinder::cli
