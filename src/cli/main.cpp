// The program: one command a run.
#include <csignal>
#include <exception>
#include <string>

#include "cli/messages.hpp"
#include "cli/output.hpp"
#include "cli/parse.hpp"

namespace {

int run_program(int argc, const char* const* argv) {
    using namespace rejoinder::cli;
    const CommandLine line = parse_command_line(argc, argv);
    if (line.command != nullptr) return line.command->run(line.arguments);
    if (!line.error.empty()) {
        complain(line.error);
        return wrong_arguments;
    }
    const auto written = write_standard_output(line.help);
    return written ? done : give_up(written.error());
}

}  // namespace

int main(int argc, char** argv) {
    // A reader that goes away is no error: writing to it then fails with EPIPE, and the program ends in peace.
    std::signal(SIGPIPE, SIG_IGN);
    try {
        return run_program(argc, argv);
    } catch (const std::exception& error) {
        rejoinder::cli::complain(std::string("Something went wrong that should not: ") + error.what());
    } catch (...) {
        rejoinder::cli::complain("Something went wrong that should not.");
    }
    return rejoinder::cli::could_not_process;
}
