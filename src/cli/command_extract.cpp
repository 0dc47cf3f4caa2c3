#include "cli/command_extract.hpp"

#include <fmt/format.h>

#include "cli/job.hpp"
#include "cli/messages.hpp"
#include "cli/output.hpp"

namespace rejoinder::cli {
namespace {

<<<<<<< HEAD
Result<const PostFormat*> post_format_named(const std::string& name) {
    if (name.empty()) return &post_formats().front();
    std::vector<std::string> names;
    for (const PostFormat& format : post_formats()) {
        if (format.name == name) return &format;
        names.emplace_back(format.name);
    }
    return no_such_format("format of posts", name, names);
=======
/// Writes a line for each post. False: nobody reads on. The page's flaws go with its first post.
Result<bool> write_lines(const Page& page, const Diagnostics& flaws) {
    constexpr std::size_t bytes_at_once = std::size_t{1} << 20;
    std::string lines;
    for (std::size_t i = 0; i < page.posts.size(); ++i) {
        lines += post_json_line(page, page.posts[i], i + 1, i == 0 ? flaws : Diagnostics{});
        if (lines.size() < bytes_at_once && i + 1 < page.posts.size()) continue;
        const Result<bool> written = write_standard_output(lines);
        if (!written || !*written) return written;
        lines.clear();
    }
    return true;
>>>>>>> ace8456 (Read JSON and JSON lines by profiles, and the lines of extract again)
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
<<<<<<< HEAD
        const Result<bool> written = write_standard_output((*format)->write(*page));
        if (!written) return give_up(written.error());
        if (!*written) return done;
=======
        for (const Page& page : *extracted) {
            const Result<bool> written = write_lines(page, &page == &extracted->front() ? diagnostics : Diagnostics{});
            if (!written) return give_up(written.error());
            if (!*written) return done;
        }
>>>>>>> ace8456 (Read JSON and JSON lines by profiles, and the lines of extract again)
    }
    complain_about_skipped(captures.skipped, pages);
    return captures.skipped.size() < pages ? done : exit_code(captures.skipped);
}

}  // namespace rejoinder::cli
