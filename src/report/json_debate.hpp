// The shape of the debate in the JSON report: disputes, camps, topics.
#pragma once

#include "report/json_values.hpp"

namespace rejoinder::report {

Json disputes_value(const Analysis& analysis);
Json camps_value(const Analysis& analysis);
Json topics_value(const Topics& topics);

}  // namespace rejoinder::report
