// report: an Analysis as a file that people or programs read. The same analysis gives the same bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rejoinder/analyze.hpp"
#include "rejoinder/result.hpp"

namespace rejoinder {

/// One row per format: the command line, the run file and the docs read the same table.
struct ReportFormat {
    std::string_view name;       // "markdown"
    std::string_view extension;  // "md"
    std::string_view meaning;    // one sentence
    std::string (*write)(const Analysis&);
};

const std::vector<ReportFormat>& report_formats();

/// nullptr if there is no format of that name.
const ReportFormat* find_report_format(std::string_view name);

/// Every conclusion about one post with its evidence, in sentences, as plain text. `number` is 1-based.
/// Errors: bad_argument (no such post; the message names the range).
Result<std::string> explain_post(const Analysis& analysis, std::size_t number);

/// One post as one line of JSON, with its thread's title and key, as printed and nothing inferred. Ends with a newline.
std::string post_json_line(const Page& page, const Post& post, std::size_t number_on_page);

}  // namespace rejoinder
