// The JSON report. docs/formats.md describes every name.
#pragma once

#include <string>

#include "rejoinder/analyze.hpp"

namespace rejoinder::report {

std::string write_json(const Analysis& analysis);

}  // namespace rejoinder::report
