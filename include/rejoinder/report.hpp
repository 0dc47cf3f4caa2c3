// report: an Analysis as a file that people or programs read. The same analysis gives the same bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rejoinder/analyze.hpp"
#include "rejoinder/result.hpp"

namespace rejoinder {

/// A file that a report consists of.
struct ReportFile {
    std::string name;  // inside the folder of outputs; it may name folders below it: "csv/posts.csv"
    std::string bytes;

    bool operator==(const ReportFile&) const = default;
};

/// The window that a report is written for.
struct Terminal {
    std::size_t columns = 80;
    bool colour = false;
};

/// One row per format: the command line, the run file and the docs read the same table.
struct ReportFormat {
    std::string_view name;                            // "markdown"
    std::string_view extension;                       // "md"; empty if the format is only about whole runs
    std::string_view meaning;                         // one phrase
    std::string (*write)(const Analysis&) = nullptr;  // one thread; nullptr: it takes a folder and a whole run

    /// All threads of a run as files of their own names; nullptr: a folder gets one file a thread.
    std::vector<ReportFile> (*write_run)(const std::vector<Analysis>&) = nullptr;

    /// One thread for a terminal of this width and kind; nullptr: a terminal gets what a file gets.
    std::string (*write_terminal)(const Analysis&, const Terminal&) = nullptr;
};

const std::vector<ReportFormat>& report_formats();

/// nullptr if there is no format of that name.
const ReportFormat* find_report_format(std::string_view name);

/// Every conclusion about one post with its evidence, in sentences, as plain text. `number` is 1-based.
/// Errors: bad_argument (no such post; the message names the range).
Result<std::string> explain_post(const Analysis& analysis, std::size_t number);

/// One post as one line of JSON, with its thread's title and key, as printed and nothing inferred. Ends with a newline.
/// `flaws` are those of its page.
std::string post_json_line(const Page& page, const Post& post, std::size_t number_on_page,
                           const Diagnostics& flaws = {});

/// One post as plain text: the author's line, the line of the time as printed, an empty line, and the body with its
/// quotes in place, each opened by "Name:" where it names somebody. What is not printed has no line. Ends with a
/// newline.
std::string post_text(const Post& post);

/// One row per way in which `rejoinder extract` writes the posts of a page.
struct PostFormat {
    std::string_view name;                                        // "text"
    std::string_view meaning;                                     // one phrase
    std::string (*write)(const Page&, const Diagnostics& flaws);  // the flaws of the page, where they are told
};

/// The first is the one that is used where none is named.
const std::vector<PostFormat>& post_formats();

}  // namespace rejoinder
