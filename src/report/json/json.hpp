// The JSON report. docs/formats.md describes every name.
#pragma once

#include <string>
#include <vector>

#include "rejoinder/report.hpp"

namespace rejoinder::report {

std::string write_json(const Analysis& analysis);

/// The same on one line.
std::string write_json_line(const Analysis& analysis);

/// "threads.jsonl": a line a thread.
std::vector<ReportFile> write_json_lines(const std::vector<Analysis>& threads);

}  // namespace rejoinder::report
