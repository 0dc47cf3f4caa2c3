// `rejoinder audit verify DIR`.
#pragma once

#include "cli/arguments.hpp"

namespace rejoinder::cli {

int run_audit_verify(const Arguments& arguments);

}  // namespace rejoinder::cli
