// A comparison of two captures for people and for programs. docs/formats.md describes both.
#pragma once

#include <string>

#include "rejoinder/compare.hpp"

namespace rejoinder::report {

std::string write_comparison_text(const Thread& first, const Thread& second, const Comparison& comparison);
std::string write_comparison_json(const Thread& first, const Thread& second, const Comparison& comparison);

}  // namespace rejoinder::report
