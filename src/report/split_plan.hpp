// A split plan for people and for programs. docs/formats.md describes both.
#pragma once

#include <string>

#include "rejoinder/analyze.hpp"
#include "rejoinder/split.hpp"

namespace rejoinder::report {

std::string write_split_text(const Analysis& analysis, const SplitPlan& plan);
std::string write_split_json(const Analysis& analysis, const SplitPlan& plan);

}  // namespace rejoinder::report
