#include "cli/command_manual.hpp"

#include <fmt/format.h>

#include "cli/job.hpp"
#include "cli/manual.hpp"
#include "cli/messages.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"

namespace rejoinder::cli {
namespace {

int print(const std::string& text) {
    const auto written = write_standard_output(text);
    return written ? done : give_up(written.error());
}

}  // namespace

int run_manual(const Arguments& arguments) {
    if (arguments.manual_format.empty() || arguments.manual_format == "man") return print(man_page());
    if (arguments.manual_format == "markdown") return print(manual_markdown());
    return give_up(
        no_such_format("format of the manual", arguments.manual_format, option_of(Argument::manual_format).words)
            .value());
}

int run_completions(const Arguments& arguments) {
    const std::string script = completions(arguments.name);
    if (!script.empty()) return print(script);
    return give_up(Error{
        ErrorCode::bad_argument,
        fmt::format("There are no completions for \"{}\"; there are some for bash, zsh and fish.", arguments.name)});
}

}  // namespace rejoinder::cli
