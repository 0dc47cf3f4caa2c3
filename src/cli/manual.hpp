// The manual and the completions of shells, made from the tables of commands and arguments.
#pragma once

#include <string>
#include <string_view>

namespace rejoinder::cli {

/// The man page rejoinder(1), in roff.
std::string man_page();

/// The same as Markdown: docs/commands.md.
std::string manual_markdown();

/// A completion script for "bash", "zsh" or "fish"; empty for any other shell.
std::string completions(std::string_view shell);

}  // namespace rejoinder::cli
