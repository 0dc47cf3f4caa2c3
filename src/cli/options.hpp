// The table of arguments: one row each, read by the parser, the help, the manual and the completions.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cli/commands.hpp"

namespace rejoinder::cli {

/// What a shell offers for a value.
enum class Completion : std::uint8_t { nothing, path, folder, words };

struct Option {
    Argument argument;
    std::string_view names;  // "-o,--output"; "PATH" without hyphens stands at its place on the line
    std::string_view value;  // what the help calls its value: "DIR"; empty: it takes none, or is called by its name
    std::string help;        // one phrase
    bool required = false;
    Completion completion = Completion::nothing;
    std::vector<std::string> words = {};  // for Completion::words
};

/// In no special order; a command names its own.
const std::vector<Option>& options();

const Option& option_of(Argument argument);

/// True for "--strict", false for "PATH".
inline bool has_hyphens(const Option& option) {
    return option.names.starts_with('-');
}

/// True for arguments that may be given several times, side by side: "PATH...".
inline bool takes_several(Argument argument) {
    return argument == Argument::paths || argument == Argument::truths || argument == Argument::captures;
}

/// "-o" and "--output", apart.
std::vector<std::string> names_of(const Option& option);

}  // namespace rejoinder::cli
