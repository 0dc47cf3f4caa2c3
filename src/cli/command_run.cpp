#include "cli/command_run.hpp"

#include <fmt/format.h>

#include "cli/job.hpp"
#include "cli/messages.hpp"
#include "profile/run_file.hpp"

namespace rejoinder::cli {
namespace {

Result<Job> job_of(const RunFile& run, const Arguments& arguments) {
    Job job{run.inputs, run.forum, {}, run.output, arguments.strict, run.site};
    for (const std::string& name : run.formats) {
        const auto format = format_named(name);
        if (!format) {
            return fail(ErrorCode::bad_config, fmt::format("{}: {}", arguments.file, format.error().message));
        }
        job.formats.push_back(*format);
    }
    if (job.formats.empty() && !job.site) job.formats.push_back(&report_formats().front());
    return job;
}

}  // namespace

int run_run(const Arguments& arguments) {
    const auto run = read_run_file(arguments.file);
    if (!run) return give_up_as_wrong(run.error());
    const auto job = job_of(*run, arguments);
    if (!job) return give_up(job.error());
    const auto profiles = load_profiles(arguments);
    if (!profiles) return give_up_as_wrong(profiles.error());
    return run_job(*job, *profiles);
}

}  // namespace rejoinder::cli
