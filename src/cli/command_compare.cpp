#include "cli/command_compare.hpp"

#include <fmt/format.h>

#include "cli/job.hpp"
#include "cli/messages.hpp"
#include "cli/output.hpp"
#include "rejoinder/compare.hpp"
#include "report/comparison.hpp"

namespace rejoinder::cli {
namespace {

/// The thread of one capture, or the exit code; what is wrong has been said.
tl::expected<Thread, int> read_capture(const std::string& path, const std::string& forum, const ProfileSet& profiles) {
    Analyses read = read_and_analyze({path}, forum, profiles);
    if (read.threads.empty()) {
        if (read.skipped.empty()) complain(fmt::format("{} holds no thread.", path));
        return tl::unexpected(exit_code(read.skipped));
    }
    if (read.threads.size() > 1) {
        complain(fmt::format("{} holds {} threads; name a capture of one.", path, read.threads.size()));
        return tl::unexpected(wrong_arguments);
    }
    return std::move(read.threads.front().thread);
}

}  // namespace

int run_compare(const Arguments& arguments) {
    const auto as_json = wants_json(arguments.plain_format, "format of a comparison");
    if (!as_json) return give_up(as_json.error());
    const auto profiles = load_profiles(arguments);
    if (!profiles) return give_up_as_wrong(profiles.error());
    if (const auto known = check_forum(*profiles, arguments.forum); !known) return give_up(known.error());
    const auto first = read_capture(arguments.paths[0], arguments.forum, *profiles);
    if (!first) return first.error();
    const auto second = read_capture(arguments.paths[1], arguments.forum, *profiles);
    if (!second) return second.error();
    const Comparison comparison = compare(*first, *second);
    const Result<bool> written =
        write_standard_output(*as_json ? report::write_comparison_json(*first, *second, comparison)
                                       : report::write_comparison_text(*first, *second, comparison));
    return written ? done : give_up(written.error());
}

}  // namespace rejoinder::cli
