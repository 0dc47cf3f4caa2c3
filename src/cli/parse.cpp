#include "cli/parse.hpp"

#include <fmt/format.h>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <cassert>
#include <charconv>
#include <map>

#include "base/similarity.hpp"
#include "cli/version.hpp"
#include "rejoinder/report.hpp"
#include "report/evaluation.hpp"

namespace rejoinder::cli {
namespace {

constexpr std::string_view app_footer =
    "'rejoinder help COMMAND' explains a command.\n\n"
    "The configuration (forums/ and phrases/) is looked for in this order: the folder of\n"
    "--config; that of the environment variable REJOINDER_CONFIG; share/rejoinder/config\n"
    "beside the program's folder; the source tree from which the program was built.\n\n"
    "Example:\n  rejoinder analyze page.html";

/// Rows of ReportFormat or PostFormat.
template <class Format>
std::string format_help(std::string_view what, const std::vector<Format>& formats) {
    std::string text(what);
    for (const Format& format : formats) {
        text += fmt::format("{} {} ({})", &format == formats.data() ? ":" : ";", format.name, format.meaning);
    }
    return fmt::format("{}. Default: {}", text, formats.front().name);
}

/// Nothing, or what is wrong with the number of a post: CLI11 would take -1 for a very large one.
std::string post_number_fault(const std::string& text) {
    std::size_t number = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (read.ec == std::errc() && read.ptr == end) return {};
    return fmt::format("takes the number of a post, from 1, and not \"{}\"", text);
}

void add_argument(CLI::App& app, Argument argument, Arguments& values) {
    switch (argument) {
        case Argument::paths:
            app.add_option("PATH", values.paths,
                           "Pages (.html, .htm, .xhtml, .txt, .json, .jsonl, .ndjson), alone, gzipped or in archives "
                           "(.zip, .tar, .warc, .wet); folders (all such files in them and in the folders below); "
                           "patterns (\"*.html\"); or - for standard input")
                ->required()
                ->type_name("");
            return;
        case Argument::forum:
            app.add_option("--forum", values.forum, "Read the pages with this profile instead of detecting one")
                ->type_name("NAME");
            return;
        case Argument::format:
            app.add_option("--format", values.format, format_help("Report format", report_formats()))
                ->type_name("NAME");
            return;
        case Argument::post_format:
            app.add_option("--format", values.post_format, format_help("Format of the posts", post_formats()))
                ->type_name("NAME");
            return;
        case Argument::truths:
            app.add_option("TRUTH", values.paths,
                           "Truth files: JSON that names pages, their posts and what each quote repeats")
                ->required()
                ->type_name("");
            return;
        case Argument::captures:
            app.add_option(
                   "CAPTURE", values.paths,
                   "The earlier and the later capture of one thread; each is a file, a folder or a quoted pattern")
                ->required()
                ->expected(2)
                ->type_name("");
            return;
        case Argument::plain_format:
            app.add_option("--format", values.plain_format, "text (for a person) or json. Default: text")
                ->type_name("NAME");
            return;
        case Argument::evaluation_format:
            app.add_option("--format", values.evaluation_format,
                           format_help("Format of the evaluation", report::evaluation_formats()))
                ->type_name("NAME");
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
            app.add_option("--post", values.post, "Number of the post, from 1")
                ->required()
                ->type_name("N")
                ->check(post_number_fault);
            return;
        case Argument::run_file:
            app.add_option("RUN.toml", values.file, "The run file, which names pages and reports")
                ->required()
                ->type_name("");
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
    app.add_option("--config", values.config,
                   "Folder with forums/ and phrases/ to use instead of REJOINDER_CONFIG or the installed one")
        ->type_name("DIR");
}

std::string unexpected_word(const CLI::App& app, const std::string& word) {
    if (!word.starts_with('-')) return fmt::format("\"{}\" is one argument too many", word);
    std::vector<std::string> names;
    for (const CLI::Option* option : app.get_options()) {
        for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    }
    const std::string near = nearest_name(word, names);
    return fmt::format("There is no option \"{}\"{}", word,
                       near.empty() ? "" : fmt::format(" (did you mean \"{}\"?)", near));
}

/// What is wrong, in our words for the usual mistakes and in CLI11's for the rest.
std::string fault(const CLI::Error& error, const CLI::App& app) {
    std::string text = error.what();
    const std::size_t colon = text.find(": ");
    const std::string name = text.substr(0, colon);
    if (const std::vector<std::string> extras = app.remaining();
        dynamic_cast<const CLI::ExtrasError*>(&error) && !extras.empty()) {
        return unexpected_word(app, extras.front());
    }
    if (dynamic_cast<const CLI::ValidationError*>(&error) && colon != std::string::npos) return text.erase(colon, 1);
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error)) {
        if (text.find("At Most") != std::string::npos) return name + " may be given only once";
        const CLI::Option* option = app.get_option_no_throw(name);
        if (option != nullptr) return fmt::format("{} needs a value ({})", name, option->get_type_name());
    }
    // CLI11 puts hints on lines of their own.
    for (char& c : text) c = c == '\n' ? ' ' : c;
    while (!text.empty() && (text.back() == ' ' || text.back() == '.')) text.pop_back();
    return text;
}

/// Errors of CLI11 as one sentence that says where help is.
std::string sentence(const CLI::Error& error, const CLI::App& app, std::string_view command) {
    return fmt::format("{}; '{} -h' shows what it takes.", fault(error, app), command);
}

std::string unknown_command(std::string_view word, std::string_view group) {
    std::vector<std::string> names;
    for (const Command& command : commands()) {
        if (command.group == group) names.emplace_back(command.name);
    }
    if (group.empty()) {
        for (const CommandGroup& one : command_groups()) names.emplace_back(one.name);
        names.emplace_back("help");
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
    app.footer(std::string(app_footer));
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

bool is_command(std::string_view group, std::string_view name) {
    const auto& table = commands();
    const auto& groups = command_groups();
    return std::any_of(table.begin(), table.end(),
                       [&](const Command& one) { return one.group == group && one.name == name; }) ||
           (group.empty() &&
            std::any_of(groups.begin(), groups.end(), [&](const CommandGroup& one) { return one.name == name; }));
}

/// Turns the words of `rejoinder help COMMAND` into those of `rejoinder COMMAND -h`; returns what is wrong with them.
std::string help_words(std::vector<const char*>& words) {
    words.erase(words.begin() + 1);
    std::string_view group;
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (std::string_view(words[i]).starts_with('-')) words.resize(i);
    }
    for (std::size_t i = 1; i < words.size() && (i == 1 || !group.empty()); ++i) {
        if (!is_command(group, words[i])) return unknown_command(words[i], group);
        const auto& groups = command_groups();
        const bool of_group =
            std::any_of(groups.begin(), groups.end(), [&](const auto& g) { return g.name == words[i]; });
        group = group.empty() && of_group ? words[i] : "";
    }
    words.push_back("-h");
    return {};
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
    std::vector<const char*> words(argv, argv + argc);
    if (argc > 1 && words[1] == std::string_view("help")) {
        line.error = help_words(words);
        if (!line.error.empty()) return line;
        argc = static_cast<int>(words.size());
        argv = words.data();
    }
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
        const bool named = parser.commands_of.contains(app);
        const bool wrong_option = dynamic_cast<const CLI::ExtrasError*>(&error) == nullptr &&
                                  dynamic_cast<const CLI::RequiredError*>(&error) == nullptr;
        line.error =
            named || wrong_option ? sentence(error, *app, full_name(parser, app)) : no_command(parser, app, argc, argv);
    }
    return line;
}

}  // namespace rejoinder::cli
