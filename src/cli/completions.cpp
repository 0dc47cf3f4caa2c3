// Completions of shells.
#include <fmt/format.h>

#include "cli/manual.hpp"
#include "cli/options.hpp"

namespace rejoinder::cli {
namespace {

/// Names of commands, or of the commands of a group, each once.
std::vector<std::string_view> words_of(std::string_view group) {
    std::vector<std::string_view> words;
    for (const Command& command : commands()) {
        if (command.group == group) words.push_back(command.name);
    }
    if (!group.empty()) return words;
    for (const CommandGroup& one : command_groups()) words.push_back(one.name);
    words.push_back("help");
    return words;
}

std::string joined(const auto& words, std::string_view between = " ") {
    std::string out;
    for (const auto& word : words) out += fmt::format("{}{}", out.empty() ? "" : between, word);
    return out;
}

/// The arguments of a command and those of all commands.
std::vector<Argument> arguments_of(const Command& command) {
    std::vector<Argument> arguments = command.arguments;
    arguments.push_back(Argument::config);
    return arguments;
}

std::string option_words(const Command& command) {
    std::vector<std::string> words{"--help"};
    for (const Argument argument : arguments_of(command)) {
        for (const std::string& name : names_of(option_of(argument))) {
            if (name.starts_with("--")) words.push_back(name);
        }
    }
    return joined(words);
}

/// What bash offers behind an option, or at the place of an argument without hyphens.
std::string bash_values(const Option& option) {
    switch (option.completion) {
        case Completion::words:
            return fmt::format("COMPREPLY=($(compgen -W \"{}\" -- \"$word\"))", joined(option.words));
        case Completion::folder:
            return "COMPREPLY=($(compgen -d -- \"$word\"))";
        case Completion::path:
            return "COMPREPLY=($(compgen -f -- \"$word\"))";
        case Completion::nothing:
            break;
    }
    return option.argument == Argument::forum || option.argument == Argument::profile_name
               ? "COMPREPLY=($(compgen -W \"$(rejoinder profile list 2>/dev/null | cut -d' ' -f1)\" -- \"$word\"))"
               : "COMPREPLY=()";
}

std::string bash_command(const Command& command) {
    std::string out = fmt::format("    \"{}{}{}\")\n      case $before in\n", command.group,
                                  command.group.empty() ? "" : " ", command.name);
    std::string place = "COMPREPLY=()";
    for (const Argument argument : arguments_of(command)) {
        const Option& option = option_of(argument);
        if (!has_hyphens(option)) {
            place = bash_values(option);
        } else if (!option.value.empty()) {
            out += fmt::format("        {}) {}; return ;;\n", joined(names_of(option), "|"), bash_values(option));
        }
    }
    out += fmt::format(
        "      esac\n      if [[ $word == -* ]]; then COMPREPLY=($(compgen -W \"{}\" -- \"$word\")); else {}; fi ;;\n",
        option_words(command), place);
    return out;
}

std::string bash() {
    std::string out =
        "# Completions of rejoinder for bash, as `rejoinder completions bash` prints them.\n"
        "_rejoinder() {\n  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} "
        "command=${COMP_WORDS[1]}\n"
        "  if [[ $COMP_CWORD == 1 ]]; then\n";
    out += fmt::format("    COMPREPLY=($(compgen -W \"{}\" -- \"$word\")); return\n  fi\n  case $command in\n",
                       joined(words_of("")));
    for (const CommandGroup& group : command_groups()) {
        out += fmt::format(
            "    {})\n      if [[ $COMP_CWORD == 2 ]]; then COMPREPLY=($(compgen -W \"{}\" -- \"$word\")); return; fi\n"
            "      command+=\" ${{COMP_WORDS[2]}}\" ;;\n",
            group.name, joined(words_of(group.name)));
    }
    out += "  esac\n  case $command in\n";
    for (const Command& command : commands()) out += bash_command(command);
    out += "  esac\n}\ncomplete -o filenames -F _rejoinder rejoinder\n";
    return out;
}

/// Text between single quotes of zsh and fish.
std::string quoted(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\'') {
            out += "'\\''";
        } else {
            out += c;
        }
    }
    return out;
}

/// The first words of a help: a completion shows one line.
std::string brief(std::string_view help) {
    return std::string(help.substr(0, help.find_first_of(":;(,.[]")));
}

std::string zsh_action(const Option& option) {
    switch (option.completion) {
        case Completion::words:
            return fmt::format("({})", joined(option.words));
        case Completion::folder:
            return "_files -/";
        case Completion::path:
            return "_files";
        case Completion::nothing:
            break;
    }
    return " ";
}

std::string zsh_command(const Command& command) {
    std::string out = "_arguments";
    for (const Argument argument : arguments_of(command)) {
        const Option& option = option_of(argument);
        const std::string help = quoted(brief(option.help));
        if (!has_hyphens(option)) {
            const bool many = takes_several(argument);
            out += fmt::format(" '{}:{}:{}'", many ? "*" : "1", option.names, zsh_action(option));
            continue;
        }
        for (const std::string& name : names_of(option)) {
            out += option.value.empty() ? fmt::format(" '{}[{}]'", name, help)
                                        : fmt::format(" '{}[{}]:{}:{}'", name, help, option.value, zsh_action(option));
        }
    }
    return out;
}

std::string zsh() {
    std::string out =
        "#compdef rejoinder\n# Completions of rejoinder for zsh, as `rejoinder completions zsh` prints "
        "them.\n_rejoinder() {\n";
    out += fmt::format(
        "  if (( CURRENT == 2 )); then compadd {}; return; fi\n  local command=$words[2]\n  shift words; (( CURRENT-- "
        "))\n  case $command in\n",
        joined(words_of("")));
    for (const CommandGroup& group : command_groups()) {
        out += fmt::format(
            "    {})\n      if (( CURRENT == 2 )); then compadd {}; return; fi\n      command+=\" $words[2]\"; shift "
            "words; (( CURRENT-- )) ;;\n",
            group.name, joined(words_of(group.name)));
    }
    out += "  esac\n  case $command in\n";
    for (const Command& command : commands()) {
        out += fmt::format("    '{}{}{}') {} ;;\n", command.group, command.group.empty() ? "" : " ", command.name,
                           zsh_command(command));
    }
    out += "  esac\n}\n_rejoinder \"$@\"\n";
    return out;
}

/// When fish offers something: behind this command.
std::string fish_condition(const Command& command) {
    if (command.group.empty()) return fmt::format("__fish_seen_subcommand_from {}", command.name);
    return fmt::format("__fish_seen_subcommand_from {}; and __fish_seen_subcommand_from {}", command.group,
                       command.name);
}

std::string fish_option(const Command& command, const Option& option) {
    std::string out = fmt::format("complete -c rejoinder -n '{}'", fish_condition(command));
    for (const std::string& name : names_of(option)) {
        out += name.starts_with("--") ? fmt::format(" -l {}", name.substr(2)) : fmt::format(" -s {}", name.substr(1));
    }
    if (!option.value.empty())
        out += option.completion == Completion::path || option.completion == Completion::folder ? " -r -F" : " -x";
    if (option.completion == Completion::words) out += fmt::format(" -a '{}'", joined(option.words));
    return out + fmt::format(" -d '{}'\n", quoted(brief(option.help)));
}

std::string fish() {
    std::string out = "# Completions of rejoinder for fish, as `rejoinder completions fish` prints them.\n";
    const std::string groups = joined(words_of(""));
    for (const Command& command : commands()) {
        const std::string condition =
            command.group.empty()
                ? fmt::format("not __fish_seen_subcommand_from {}", groups)
                : fmt::format("__fish_seen_subcommand_from {}; and not __fish_seen_subcommand_from {}", command.group,
                              joined(words_of(command.group)));
        out += fmt::format("complete -c rejoinder -f -n '{}' -a {} -d '{}'\n", condition, command.name,
                           quoted(brief(command.summary)));
    }
    for (const CommandGroup& group : command_groups()) {
        out += fmt::format("complete -c rejoinder -f -n 'not __fish_seen_subcommand_from {}' -a {} -d '{}'\n", groups,
                           group.name, quoted(brief(group.summary)));
    }
    for (const Command& command : commands()) {
        for (const Argument argument : arguments_of(command)) {
            const Option& option = option_of(argument);
            if (has_hyphens(option)) {
                out += fish_option(command, option);
            } else if (option.completion == Completion::path || option.completion == Completion::folder) {
                out += fmt::format("complete -c rejoinder -n '{}' -F\n", fish_condition(command));
            } else if (option.completion == Completion::words) {
                out += fmt::format("complete -c rejoinder -f -n '{}' -a '{}'\n", fish_condition(command),
                                   joined(option.words));
            }
        }
    }
    return out;
}

}  // namespace

std::string completions(std::string_view shell) {
    if (shell == "bash") return bash();
    if (shell == "zsh") return zsh();
    if (shell == "fish") return fish();
    return {};
}

}  // namespace rejoinder::cli
