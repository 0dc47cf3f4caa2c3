// What `analyze`, `run` and `explain` share: pages in, analyses out, reports written.
#pragma once

#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "rejoinder/analyze.hpp"
#include "rejoinder/report.hpp"

namespace rejoinder::cli {

/// The profiles of --config, or of the default folder. Errors: as ProfileSet::load.
Result<ProfileSet> load_profiles(const Arguments& arguments);

/// Errors: bad_argument (no profile of that name, with "did you mean"). Empty is fine: detection chooses.
Result<void> check_forum(const ProfileSet& profiles, const std::string& forum);

/// Reads and analyses pages, and says on standard error what was skipped or mended. Never fails as a whole: `threads`
/// is empty if no page was good.
Analyses read_and_analyze(const std::vector<std::string>& paths, const std::string& forum, const ProfileSet& profiles);

struct Job {
    std::vector<std::string> inputs;
    std::string forum;
    std::vector<const ReportFormat*> formats;
    std::string output;   // a folder; empty: standard output
    bool strict = false;  // a skipped page fails the job
};

/// What is said of an unknown `name`: `what` is missing, what stands near, and all `names` that there are.
tl::unexpected<Error> no_such_format(std::string_view what, const std::string& name,
                                     const std::vector<std::string>& names);

/// Errors: bad_argument (no such format, with "did you mean").
Result<const ReportFormat*> format_named(const std::string& name);

/// Of `--format text` or `--format json`: whether it is json. Errors: bad_argument (another name; `what` is missing).
Result<bool> wants_json(const std::string& format, std::string_view what);

/// Does a job and returns the exit code.
int run_job(const Job& job, const ProfileSet& profiles);

}  // namespace rejoinder::cli
