// An Evaluation for people and for programs. docs/formats.md describes both.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rejoinder/evaluate.hpp"

namespace rejoinder::report {

std::string write_evaluation_text(const Evaluation& evaluation);
std::string write_evaluation_json(const Evaluation& evaluation);

/// One row per way in which `rejoinder evaluate` writes.
struct EvaluationFormat {
    std::string_view name;
    std::string_view meaning;  // one phrase
    std::string (*write)(const Evaluation&);
};

/// The first is the one that is used where none is named.
const std::vector<EvaluationFormat>& evaluation_formats();

}  // namespace rejoinder::report
