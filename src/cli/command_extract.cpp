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
    ExtractOptions options;
    options.forum = arguments.forum;
    std::vector<Error> skipped;
    std::size_t pages = 0;
    Result<bool> written = true;
    read_captures(arguments.paths, [&](Reading reading) {
        if (!written || !*written) return;
        Diagnostics diagnostics;
        if (const Capture* capture = std::get_if<Capture>(&reading)) {
            ++pages;
            const auto extracted = extract_pages(*capture, *profiles, options, diagnostics);
            if (!extracted) skipped.push_back(extracted.error());
            for (std::size_t i = 0; extracted && i < extracted->size() && written && *written; ++i)
                written =
                    write_standard_output((*format)->write((*extracted)[i], i == 0 ? diagnostics : Diagnostics{}));
        } else if (Error* error = std::get_if<Error>(&reading)) {
            ++pages;
            skipped.push_back(std::move(*error));
        } else {
            diagnostics.push_back(std::move(std::get<Diagnostic>(reading)));
        }
        for (const Diagnostic& flaw : diagnostics) complain(fmt::format("{}: {}", flaw.where, flaw.message));
    });
    if (!written) return give_up(written.error());
    if (!*written) return done;
    complain_about_skipped(skipped, pages);
    return skipped.size() < pages || skipped.empty() ? done : exit_code(skipped);
}

}  // namespace rejoinder::cli
