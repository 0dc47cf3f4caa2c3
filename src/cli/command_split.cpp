#include "cli/command_split.hpp"

#include <fmt/format.h>

#include "cli/job.hpp"
#include "cli/messages.hpp"
#include "cli/output.hpp"
#include "rejoinder/split.hpp"
#include "report/split_plan.hpp"

namespace rejoinder::cli {

int run_split(const Arguments& arguments) {
    const auto as_json = wants_json(arguments.plain_format, "format of a split plan");
    if (!as_json) return give_up(as_json.error());
    const auto profiles = load_profiles(arguments);
    if (!profiles) return give_up_as_wrong(profiles.error());
    if (const auto known = check_forum(*profiles, arguments.forum); !known) return give_up(known.error());
    const Analyses read = read_and_analyze(arguments.paths, arguments.forum, *profiles);
    if (read.threads.empty()) return exit_code(read.skipped);
    if (read.threads.size() > 1) {
        complain(fmt::format("The pages hold {} threads; name the pages of the one that holds the post.",
                             read.threads.size()));
        return wrong_arguments;
    }
    const Analysis& analysis = read.threads.front();
    const auto plan = plan_split(analysis.thread, analysis.resolution, arguments.post);
    if (!plan) return give_up(plan.error());
    const Result<bool> written = write_standard_output(*as_json ? report::write_split_json(analysis, *plan)
                                                                : report::write_split_text(analysis, *plan));
    return written ? done : give_up(written.error());
}

}  // namespace rejoinder::cli
