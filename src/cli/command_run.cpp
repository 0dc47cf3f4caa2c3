#include "cli/command_run.hpp"

#include <fmt/format.h>

#include "cli/job.hpp"
#include "cli/messages.hpp"
#include "cli/pseudonym_key.hpp"
#include "profile/run_file.hpp"

namespace rejoinder::cli {
namespace {

Result<Job> job_of(const RunFile& run, const Arguments& arguments) {
    const auto inference = inferences_named(run.infer);
    if (!inference) {
        return fail(ErrorCode::bad_config, fmt::format("{}: {}", arguments.file, inference.error().message));
    }
    Job job{run.inputs, run.forum,       {},         run.output, arguments.strict, arguments.quiet,
            {},         arguments.audit, *inference, run.site};
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
    auto job = job_of(*run, arguments);
    if (!job) return give_up(job.error());
    const auto key = pseudonym_key(arguments);
    if (!key) return give_up(key.error());
    job->pseudonym_key = *key;
    const auto profiles = load_profiles(arguments);
    if (!profiles) return give_up_as_wrong(profiles.error());
    return run_job(*job, *profiles, config_folder(arguments));
}

}  // namespace rejoinder::cli
