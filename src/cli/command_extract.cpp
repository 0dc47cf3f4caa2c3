#include "cli/command_extract.hpp"

#include <fmt/format.h>

#include "cli/job.hpp"
#include "cli/messages.hpp"
#include "cli/output.hpp"

namespace rejoinder::cli {
namespace {

Result<const PostFormat*> post_format_named(const std::string& name) {
    if (name.empty()) return &post_formats().front();
    std::vector<std::string> names;
    for (const PostFormat& format : post_formats()) {
        if (format.name == name) return &format;
        names.emplace_back(format.name);
    }
    return no_such_format("format of posts", name, names);
}

}  // namespace

int run_extract(const Arguments& arguments) {
    const auto format = post_format_named(arguments.post_format);
    if (!format) return give_up(format.error());
    const auto profiles = load_profiles(arguments);
    if (!profiles) return give_up_as_wrong(profiles.error());
    if (const auto known = check_forum(*profiles, arguments.forum); !known) return give_up(known.error());
    Captures captures = read_captures(arguments.paths);
    const std::size_t pages = captures.pages.size() + captures.skipped.size();
    ExtractOptions options;
    options.forum = arguments.forum;
    for (const Capture& capture : captures.pages) {
        Diagnostics diagnostics;
        const auto extracted = extract_pages(capture, *profiles, options, diagnostics);
        for (const Diagnostic& flaw : diagnostics) complain(fmt::format("{}: {}", flaw.where, flaw.message));
        if (!extracted) {
            captures.skipped.push_back(extracted.error());
            continue;
        }
        for (const Page& page : *extracted) {
            const bool first = &page == &extracted->front();
            const auto written = write_standard_output((*format)->write(page, first ? diagnostics : Diagnostics{}));
            if (!written) return give_up(written.error());
            if (!*written) return done;
        }
    }
    complain_about_skipped(captures.skipped, pages);
    return captures.skipped.size() < pages ? done : exit_code(captures.skipped);
}

}  // namespace rejoinder::cli
