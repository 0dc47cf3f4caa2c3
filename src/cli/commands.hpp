// The table of commands: it drives dispatch and help.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "cli/arguments.hpp"

namespace rejoinder::cli {

/// What a command takes, besides --config, which all of them take.
enum class Argument : std::uint8_t {
    paths,
    forum,
    format,
    post_format,
    truths,
    captures,
    plain_format,
    evaluation_format,
    output,
    strict,
    post,
    run_file,
    profile_name,
    profile_file
};

struct Command {
    std::string_view group;  // "profile" for `rejoinder profile list`; empty for most
    std::string_view name;
    std::string_view summary;         // one sentence
    std::string_view example;         // lines of shell; of `run` a run file too
    std::vector<Argument> arguments;  // positional ones in their order
    int (*run)(const Arguments&);     // returns the exit code
};

const std::vector<Command>& commands();

/// Groups of commands and what they are for.
struct CommandGroup {
    std::string_view name;
    std::string_view summary;
};

const std::vector<CommandGroup>& command_groups();

}  // namespace rejoinder::cli
