#include "cli/command_analyze.hpp"

#include "cli/job.hpp"
#include "cli/messages.hpp"
#include "cli/output.hpp"
#include "cli/pseudonym_key.hpp"

namespace rejoinder::cli {

int run_analyze(const Arguments& arguments) {
    const bool terminal = arguments.output.empty() && terminal_of_standard_output().has_value();
    const auto format = format_named(!arguments.format.empty() ? arguments.format : terminal ? "text" : "markdown");
    if (!format) return give_up(format.error());
    const auto inference = inferences_named(arguments.infer);
    if (!inference) return give_up(inference.error());
    const auto profiles = load_profiles(arguments);
    if (!profiles) return give_up_as_wrong(profiles.error());
    const auto key = pseudonym_key(arguments);
    if (!key) return give_up(key.error());
    return run_job({arguments.paths,
                    arguments.forum,
                    {*format},
                    arguments.output,
                    arguments.strict,
                    arguments.quiet,
                    *key,
                    arguments.audit,
                    *inference},
                   *profiles, config_folder(arguments));
}

}  // namespace rejoinder::cli
