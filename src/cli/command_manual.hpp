// `rejoinder manual` and `rejoinder completions`.
#pragma once

#include "cli/arguments.hpp"

namespace rejoinder::cli {

int run_manual(const Arguments& arguments);
int run_completions(const Arguments& arguments);

}  // namespace rejoinder::cli
