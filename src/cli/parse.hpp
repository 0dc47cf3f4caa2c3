// The command line: argv in, a command and its arguments out. Only parse.cpp names CLI11.
#pragma once

#include <string>

#include "cli/commands.hpp"

namespace rejoinder::cli {

struct CommandLine {
    const Command* command = nullptr;  // nullptr: nothing to run, because help was asked for or the line is wrong
    Arguments arguments;
    std::string help;   // text for standard output
    std::string error;  // one sentence, if the line is wrong
};

CommandLine parse_command_line(int argc, const char* const* argv);

}  // namespace rejoinder::cli
