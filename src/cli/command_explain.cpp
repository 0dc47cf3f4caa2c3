#include "cli/command_explain.hpp"

#include <fmt/format.h>

#include "cli/job.hpp"
#include "cli/messages.hpp"
#include "cli/output.hpp"

namespace rejoinder::cli {

int run_explain(const Arguments& arguments) {
    const auto profiles = load_profiles(arguments);
    if (!profiles) return give_up_as_wrong(profiles.error());
    if (const auto known = check_forum(*profiles, arguments.forum); !known) return give_up(known.error());
    const auto inference = inferences_named(arguments.infer);
    if (!inference) return give_up(inference.error());
    const Analyses read = read_and_analyze(arguments.paths, arguments.forum, *profiles, *inference);
    if (read.threads.empty()) return exit_code(read.skipped);
    if (read.threads.size() > 1) {
        complain(fmt::format("The pages hold {} threads; name the pages of the one that holds the post.",
                             read.threads.size()));
        return wrong_arguments;
    }
    const auto explanation = explain_post(read.threads.front(), arguments.post);
    if (!explanation) return give_up(explanation.error());
    const Result<bool> written = write_standard_output(*explanation);
    return written ? done : give_up(written.error());
}

}  // namespace rejoinder::cli
