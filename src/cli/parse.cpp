#include "cli/parse.hpp"

#include <fmt/format.h>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <cassert>
#include <map>

#include "base/similarity.hpp"
#include "cli/version.hpp"
#include "rejoinder/report.hpp"

namespace rejoinder::cli {
namespace {

std::string format_help() {
    std::string text = "Report format";
    for (const ReportFormat& format : report_formats()) {
        text += fmt::format("{} {} ({})", &format == report_formats().data() ? ":" : ";", format.name, format.meaning);
    }
    return text + ". Default: markdown";
}

void add_argument(CLI::App& app, Argument argument, Arguments& values) {
    switch (argument) {
        case Argument::paths:
            app.add_option("PATH", values.paths, "Pages (.html, .txt), folders of pages, or - for standard input")
                ->required()
                ->type_name("");
            return;
        case Argument::forum:
            app.add_option("--forum", values.forum, "Read the pages with this profile instead of detecting one")
                ->type_name("NAME");
            return;
        case Argument::format:
            app.add_option("--format", values.format, format_help())->type_name("NAME");
            return;
        case Argument::output:
            app.add_option("-o,--output", values.output,
                           "Write one file per thread into this folder instead of standard output")
                ->type_name("DIR");
            return;
        case Argument::strict:
            app.add_flag("--strict", values.strict, "Fail, and write nothing, if a page had to be skipped");
            return;
        case Argument::post:
            app.add_option("--post", values.post, "Number of the post, from 1")->required()->type_name("N");
            return;
        case Argument::run_file:
            app.add_option("RUN.toml", values.file, "The run file")->required()->type_name("");
            return;
        case Argument::profile_name:
            app.add_option("NAME", values.name, "Name of the profile")->required()->type_name("");
            return;
        case Argument::profile_file:
            app.add_option("FILE", values.file, "The profile file to try")->required()->type_name("");
            return;
    }
}

void add_config(CLI::App& app, Arguments& values) {
    app.add_option("--config", values.config, "Folder with forums/ and phrases/ to use instead of the installed one")
        ->type_name("DIR");
}

/// Errors of CLI11 as one sentence that says where help is.
std::string sentence(const CLI::Error& error, std::string_view command) {
    std::string text = error.what();
    // CLI11 puts hints on lines of their own.
    for (char& c : text) c = c == '\n' ? ' ' : c;
    while (!text.empty() && (text.back() == ' ' || text.back() == '.')) text.pop_back();
    return fmt::format("{}; '{} -h' shows what it takes.", text, command);
}

std::string unknown_command(std::string_view word, std::string_view group) {
    std::vector<std::string> names;
    for (const Command& command : commands()) {
        if (command.group == group) names.emplace_back(command.name);
    }
    if (group.empty()) {
        for (const CommandGroup& one : command_groups()) names.emplace_back(one.name);
    }
    const std::string near = nearest_name(word, names);
    const std::string_view space = group.empty() ? "" : " ";
    return fmt::format("There is no command \"{}{}{}\"{}; 'rejoinder{}{} -h' lists them all.", group, space, word,
                       near.empty() ? "" : fmt::format(" (did you mean \"{}{}{}\"?)", group, space, near), space,
                       group);
}

/// The program's commands as CLI11 knows them.
struct Parser {
    CLI::App app{"Rejoinder reads forum pages, rebuilds who answered whom and measures the conversation.", "rejoinder"};
    std::map<const CLI::App*, const Command*> commands_of;
    std::map<std::string_view, CLI::App*> groups;
};

/// The subcommand that stands for a group, made when its first command asks for it.
CLI::App& group_app(Parser& parser, std::string_view name) {
    CLI::App*& sub = parser.groups[name];
    if (sub != nullptr) return *sub;
    for (const CommandGroup& group : command_groups()) {
        if (group.name == name) sub = parser.app.add_subcommand(std::string(name), std::string(group.summary));
    }
    assert(sub != nullptr && "every group of the table is described");
    sub->require_subcommand(1);
    sub->footer(fmt::format("Example:\n  rejoinder {} list", name));
    return *sub;
}

void set_up(Parser& parser, Arguments& values) {
    CLI::App& app = parser.app;
    app.set_help_flag("-h,--help", "Print this help and exit");
    app.set_version_flag("--version", fmt::format("rejoinder {}", version()), "Print the version and exit");
    app.footer("Example:\n  rejoinder analyze page.html");
    add_config(app, values);
    app.require_subcommand(1);
    for (const Command& command : commands()) {
        CLI::App& parent = command.group.empty() ? app : group_app(parser, command.group);
        CLI::App* sub = parent.add_subcommand(std::string(command.name), std::string(command.summary));
        sub->footer(fmt::format("Example:\n{}", command.example));
        for (const Argument argument : command.arguments) add_argument(*sub, argument, values);
        add_config(*sub, values);
        parser.commands_of[sub] = &command;
    }
}

/// The innermost subcommand that the line named; the program itself if it named none.
const CLI::App* innermost(const CLI::App& app) {
    const CLI::App* current = &app;
    while (!current->get_subcommands().empty()) current = current->get_subcommands().front();
    return current;
}

std::string full_name(const Parser& parser, const CLI::App* app) {
    if (app == &parser.app) return "rejoinder";
    const auto known = parser.commands_of.find(app);
    if (known == parser.commands_of.end() || known->second->group.empty()) return "rejoinder " + app->get_name();
    return fmt::format("rejoinder {} {}", known->second->group, app->get_name());
}

/// CLI11 puts the name of the command itself behind what it is given.
std::string help_of(const Parser& parser, const CLI::App* app) {
    const std::string full = full_name(parser, app);
    const std::size_t space = full.rfind(' ');
    std::string help = app->help(space == std::string::npos ? "" : full.substr(0, space));
    if (!help.ends_with('\n')) help += '\n';
    return help;
}

/// What is wrong where a command was expected: none, or one that does not exist.
std::string no_command(const Parser& parser, const CLI::App* app, int argc, const char* const* argv) {
    const std::string_view group = app == &parser.app ? std::string_view{} : std::string_view(app->get_name());
    bool seen = group.empty();
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        if (word == "--config") {
            ++i;
        } else if (seen && !word.starts_with('-')) {
            return unknown_command(word, group);
        } else if (word == group) {
            seen = true;
        }
    }
    return fmt::format("Name a command; '{} -h' lists them all.", full_name(parser, app));
}

}  // namespace

CommandLine parse_command_line(int argc, const char* const* argv) {
    CommandLine line;
    Parser parser;
    set_up(parser, line.arguments);
    try {
        parser.app.parse(argc, argv);
        line.command = parser.commands_of.at(innermost(parser.app));
    } catch (const CLI::CallForHelp&) {
        const CLI::App* app = innermost(parser.app);
        line.help = help_of(parser, app);
    } catch (const CLI::CallForVersion& call) {
        line.help = fmt::format("{}\n", call.what());
    } catch (const CLI::Error& error) {
        const CLI::App* app = innermost(parser.app);
        const bool is_command = parser.commands_of.contains(app);
        const bool wrong_option = dynamic_cast<const CLI::ExtrasError*>(&error) == nullptr &&
                                  dynamic_cast<const CLI::RequiredError*>(&error) == nullptr;
        line.error =
            is_command || wrong_option ? sentence(error, full_name(parser, app)) : no_command(parser, app, argc, argv);
    }
    return line;
}

}  // namespace rejoinder::cli
