// `rejoinder explain`.
#pragma once

#include "cli/arguments.hpp"

namespace rejoinder::cli {

int run_explain(const Arguments& arguments);

}  // namespace rejoinder::cli
