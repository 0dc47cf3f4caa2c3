// CSV: one file a table, over all threads of a run. RFC 4180.
#pragma once

#include <vector>

#include "rejoinder/report.hpp"

namespace rejoinder::report {

/// "csv/posts.csv" and its like. UTF-8, lines end in CR LF, the first names the columns. A text that a spreadsheet
/// would take for a formula gets an apostrophe before it.
std::vector<ReportFile> write_csv(const std::vector<Analysis>& threads);

}  // namespace rejoinder::report
