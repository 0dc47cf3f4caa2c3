#include "cli/manual.hpp"

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "cli/options.hpp"
#include "cli/version.hpp"

namespace rejoinder::cli {
namespace {

constexpr std::string_view about =
    "Rejoinder reads the pages of forum threads, works out who answered whom, and writes reports about the debate and "
    "the moderation in it. Results go to standard output or into files, everything else to standard error.";

constexpr std::string_view environment[][2] = {
    {"REJOINDER_CONFIG", "Folder with forums/ and phrases/, if --config names none"},
    {"REJOINDER_KEY", "Key for --pseudonyms, if --key names no file"},
    {"NO_COLOR", "If it is set and not empty, reports on a terminal have no colours"},
};

constexpr std::string_view exit_codes[][2] = {
    {"0", "Done; pages that had to be skipped were named"},
    {"1",
     "Could not process: no page held a thread, an output could not be written, --strict, or a bundle was changed"},
    {"2", "Wrong arguments or configuration"},
};

std::string full_name(const Command& command) {
    return command.group.empty() ? std::string(command.name) : fmt::format("{} {}", command.group, command.name);
}

/// "[--strict] [-o DIR] PATH…": options first.
std::string synopsis(const Command& command) {
    std::string text;
    for (const bool hyphens : {true, false}) {
        for (const Argument argument : command.arguments) {
            const Option& option = option_of(argument);
            if (has_hyphens(option) != hyphens) continue;
            const std::string value = option.value.empty() ? "" : fmt::format(" {}", option.value);
            const bool many = takes_several(argument);
            const std::string shown = fmt::format("{}{}{}", names_of(option).back(), value, many ? "…" : "");
            text += option.required ? fmt::format(" {}", shown) : fmt::format(" [{}]", shown);
        }
    }
    return text;
}

/// roff: a hyphen that is typed is \-, a letter beyond ASCII \[u2026], and a line must not begin with a dot or an
/// apostrophe.
std::string roff(std::string_view text) {
    std::string out;
    bool line_begins = true;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        const std::int32_t code = detail::next_code_point(text, at);
        if (line_begins && (c == '.' || c == '\'')) out += "\\&";
        if (c == '\\') {
            out += "\\e";
        } else if (c == '-') {
            out += "\\-";
        } else if (code >= 0x80) {
            out += fmt::format("\\[u{:04X}]", code);
        } else {
            out += c;
        }
        line_begins = c == '\n';
    }
    return out;
}

std::string option_names(const Option& option) {
    std::string names;
    for (const std::string& name : names_of(option)) names += (names.empty() ? "" : ", ") + name;
    return option.value.empty() ? names : fmt::format("{} {}", names, option.value);
}

/// In a table of Markdown, where a bar would part columns.
std::string cell(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '|' || c == '*' || c == '<') out += '\\';
        out += c;
    }
    return out;
}

}  // namespace

std::string man_page() {
    std::string out = fmt::format(".TH REJOINDER 1 \"\" \"Rejoinder {}\" \"User Commands\"\n", version());
    out +=
        ".SH NAME\nrejoinder \\- rebuild who answered whom in forum threads, and report on debate and moderation\n.SH "
        "SYNOPSIS\n";
    for (const Command& command : commands()) {
        out += fmt::format(".B rejoinder {}\n{}\n.br\n", full_name(command),
                           roff(synopsis(command).substr(synopsis(command).empty() ? 0 : 1)));
    }
    out += fmt::format(".SH DESCRIPTION\n{}\n.SH COMMANDS\n", roff(about));
    for (const Command& command : commands()) {
        out += fmt::format(".SS rejoinder {}\n{}\n", full_name(command), roff(command.summary));
        for (const Argument argument : command.arguments) {
            const Option& option = option_of(argument);
            out += fmt::format(".TP\n.B {}\n{}.\n", roff(option_names(option)), roff(option.help));
        }
        out += fmt::format(".PP\nExample:\n.PP\n.nf\n{}\n.fi\n", roff(command.example));
    }
    const Option& everywhere = option_of(Argument::config);
    out += fmt::format(".SH OPTIONS OF ALL COMMANDS\n.TP\n.B {}\n{}.\n", roff(option_names(everywhere)),
                       roff(everywhere.help));
    out += ".TP\n.B \\-h, \\-\\-help\nPrint help and exit.\n.SH ENVIRONMENT\n";
    for (const auto& [name, meaning] : environment) out += fmt::format(".TP\n.B {}\n{}.\n", name, roff(meaning));
    out += ".SH EXIT STATUS\n";
    for (const auto& [code, meaning] : exit_codes) out += fmt::format(".TP\n.B {}\n{}.\n", code, roff(meaning));
    return out;
}

std::string manual_markdown() {
    std::string out = fmt::format(
        "# Commands\n\n{}\n\nThis page is what `rejoinder manual --format markdown` prints; a test compares them.\n",
        about);
    for (const Command& command : commands()) {
        out += fmt::format("\n## rejoinder {0}\n\n{1}\n\n    rejoinder {0}{2}\n", full_name(command), command.summary,
                           synopsis(command));
        if (!command.arguments.empty()) out += "\n| argument | meaning |\n| --- | --- |\n";
        for (const Argument argument : command.arguments) {
            const Option& option = option_of(argument);
            out += fmt::format("| `{}` | {} |\n", option_names(option), cell(option.help));
        }
        out += fmt::format("\n```sh\n{}\n```\n", command.example);
    }
    const Option& everywhere = option_of(Argument::config);
    out += "\n## All commands\n\n| | |\n| --- | --- |\n";
    out += fmt::format("| `{}` | {} |\n| `-h, --help` | Print help and exit |\n", option_names(everywhere),
                       cell(everywhere.help));
    for (const auto& [name, meaning] : environment) out += fmt::format("| `{}` (environment) | {} |\n", name, meaning);
    for (const auto& [code, meaning] : exit_codes) out += fmt::format("| exit code {} | {} |\n", code, meaning);
    return out;
}

}  // namespace rejoinder::cli
