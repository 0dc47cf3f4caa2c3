// `rejoinder compare`.
#pragma once

#include "cli/arguments.hpp"

namespace rejoinder::cli {

int run_compare(const Arguments& arguments);

}  // namespace rejoinder::cli
