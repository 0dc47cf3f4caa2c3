#include "cli/options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

#include "rejoinder/report.hpp"
#include "report/evaluation.hpp"

namespace rejoinder::cli {
namespace {

/// Rows of ReportFormat, PostFormat or EvaluationFormat.
template <class Format>
std::string format_help(std::string_view what, const std::vector<Format>& formats, std::string_view standard) {
    std::string text(what);
    for (const Format& format : formats) {
        text += fmt::format("{} {} ({})", &format == formats.data() ? ":" : ";", format.name, format.meaning);
    }
    return fmt::format("{}. Default: {}", text, standard);
}

template <class Format>
std::vector<std::string> format_names(const std::vector<Format>& formats) {
    std::vector<std::string> names;
    for (const Format& format : formats) names.emplace_back(format.name);
    return names;
}

std::vector<Option> make_options() {
    using enum Argument;
    const auto& reports = report_formats();
    const auto& posts = post_formats();
    const auto& evaluations = report::evaluation_formats();
    return {
        {paths, "PATH", "",
         "Pages (.html, .htm, .xhtml, .txt, .json, .jsonl, .ndjson), alone, gzipped or in archives (.zip, .tar, .warc, "
         ".wet); folders (all such files in them and in the folders below); patterns (\"*.html\"); or - for standard "
         "input",
         true, Completion::path},
        {forum, "--forum", "NAME", "Read the pages with this profile instead of detecting one"},
        {infer, "--infer", "NAME",
         "Infer more than the pages prove. adjacency: the likeliest parent of each post that shows none, by nearness "
         "in "
         "words and in the thread"},
        {format, "--format", "NAME", format_help("Report format", reports, "text on a terminal, else markdown"), false,
         Completion::words, format_names(reports)},
        {post_format, "--format", "NAME", format_help("Format of the posts", posts, posts.front().name), false,
         Completion::words, format_names(posts)},
        {truths, "TRUTH", "", "Truth files: JSON that names pages, their posts and what each quote repeats", true,
         Completion::path},
        {captures, "CAPTURE", "",
         "The earlier and the later capture of one thread; each is a file, a folder or a quoted pattern", true,
         Completion::path},
        {plain_format,
         "--format",
         "NAME",
         "text (for a person) or json. Default: text",
         false,
         Completion::words,
         {"text", "json"}},
        {evaluation_format, "--format", "NAME",
         format_help("Format of the evaluation", evaluations, evaluations.front().name), false, Completion::words,
         format_names(evaluations)},
        {output, "-o,--output", "DIR", "Write the files into this folder instead of standard output", false,
         Completion::folder},
        {strict, "--strict", "", "Fail, and write nothing, if a page had to be skipped"},
        {quiet, "-q,--quiet", "", "Say only what goes wrong: no progress, no list of what was written"},
        {pseudonyms,
         "--pseudonyms",
         "keyed",
         "Replace every name, wherever it stands, by a pseudonym from a key that you hold: see --key",
         false,
         Completion::words,
         {"keyed"}},
        {key, "--key", "FILE",
         "File that holds the key for --pseudonyms, at least 16 bytes; without it the environment variable "
         "REJOINDER_KEY",
         false, Completion::path},
        {audit, "--audit", "DIR",
         "Write what the results rest on into this folder too: inputs, configuration and findings, with digests", false,
         Completion::folder},
        {post, "--post", "N", "Number of the post, from 1", true},
        {run_file, "RUN.toml", "", "The run file, which names pages and reports", true, Completion::path},
        {profile_name, "NAME", "", "Name of the profile", true},
        {profile_file, "FILE", "", "The profile file to try", true, Completion::path},
        {bundle, "DIR", "", "A folder that --audit wrote", true, Completion::folder},
        {shell, "SHELL", "", "bash, zsh or fish", true, Completion::words, {"bash", "zsh", "fish"}},
        {manual_format,
         "--format",
         "NAME",
         "man (for man pages) or markdown. Default: man",
         false,
         Completion::words,
         {"man", "markdown"}},
        {config, "--config", "DIR",
         "Folder with forums/ and phrases/ to use instead of REJOINDER_CONFIG or the installed one", false,
         Completion::folder},
    };
}

}  // namespace

const std::vector<Option>& options() {
    static const std::vector<Option> all = make_options();
    return all;
}

const Option& option_of(Argument argument) {
    for (const Option& option : options()) {
        if (option.argument == argument) return option;
    }
    assert(false && "every argument has a row");
    return options().front();
}

std::vector<std::string> names_of(const Option& option) {
    std::vector<std::string> names;
    std::string_view rest = option.names;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(','), rest.size());
        names.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return names;
}

}  // namespace rejoinder::cli
