// The table of report formats.
#include "rejoinder/report.hpp"
#include "report/json.hpp"
#include "report/markdown.hpp"

namespace rejoinder {

const std::vector<ReportFormat>& report_formats() {
    static const std::vector<ReportFormat> formats = {
        {"markdown", "md", "the report that a moderator reads, with its evidence", report::write_markdown},
        {"json", "json", "everything printed and everything inferred, for programs", report::write_json},
    };
    return formats;
}

const ReportFormat* find_report_format(std::string_view name) {
    for (const ReportFormat& format : report_formats()) {
        if (format.name == name) return &format;
    }
    return nullptr;
}

}  // namespace rejoinder
