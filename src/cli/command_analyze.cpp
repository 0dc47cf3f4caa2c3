#include "cli/command_analyze.hpp"

#include "cli/job.hpp"
#include "cli/messages.hpp"

namespace rejoinder::cli {

int run_analyze(const Arguments& arguments) {
    const auto format = format_named(arguments.format);
    if (!format) return give_up(format.error());
    const auto inference = inferences_named(arguments.infer);
    if (!inference) return give_up(inference.error());
    const auto profiles = load_profiles(arguments);
    if (!profiles) return give_up_as_wrong(profiles.error());
    return run_job({arguments.paths, arguments.forum, {*format}, arguments.output, arguments.strict, *inference},
                   *profiles);
}

}  // namespace rejoinder::cli
