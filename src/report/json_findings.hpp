// The parts `moderation` and `findings` of the JSON report.
#pragma once

#include "base/word_diff.hpp"
#include "report/json_values.hpp"

namespace rejoinder::report {

Json moderation_value(const Analysis& analysis);

Json findings_value(const Analysis& analysis);

/// [{"is": "same", "text": …}, {"is": "removed", …}, …]
Json diff_value(const std::vector<DiffPart>& diff);

}  // namespace rejoinder::report
