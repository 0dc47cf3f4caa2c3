#include "cli/command_analyze.hpp"

#include "cli/job.hpp"
#include "cli/messages.hpp"

namespace rejoinder::cli {

int run_analyze(const Arguments& arguments) {
    const auto format = format_named(arguments.format);
    if (!format) return give_up(format.error());
    const auto profiles = load_profiles(arguments);
    if (!profiles) return give_up_as_wrong(profiles.error());
    return run_job({arguments.paths, arguments.forum, {*format}, arguments.output, arguments.strict, false}, *profiles);
}

}  // namespace rejoinder::cli
