#include "cli/job.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <filesystem>

#include "base/similarity.hpp"
#include "cli/messages.hpp"
#include "cli/output.hpp"

namespace rejoinder::cli {
namespace {

/// " (did you mean "json"?)", or nothing.
std::string did_you_mean(const std::string& near) {
    return near.empty() ? "" : fmt::format(" (did you mean \"{}\"?)", near);
}

int print_reports(const Job& job, const std::vector<Analysis>& threads) {
    for (const Analysis& thread : threads) {
        for (const ReportFormat* format : job.formats) {
            const Result<bool> written = write_standard_output(format->write(thread));
            if (!written) return give_up(written.error());
            if (!*written) return done;
        }
    }
    return done;
}

int write_reports(const Job& job, const std::vector<Analysis>& threads) {
    std::vector<OutputFile> files;
    FileNames names;
    for (const Analysis& thread : threads) {
        const std::string name = names.next(thread.thread.title, thread.thread.key);
        for (const ReportFormat* format : job.formats) {
            files.push_back({fmt::format("{}.{}", name, format->extension), format->write(thread)});
        }
    }
    const auto written = write_files(job.output, files);
    if (!written) return give_up(written.error());
    for (const auto& path : *written) say(fmt::format("wrote {}", path.string()));
    return done;
}

}  // namespace

Result<ProfileSet> load_profiles(const Arguments& arguments) {
    const std::filesystem::path folder =
        arguments.config.empty() ? default_config_dir() : std::filesystem::path(arguments.config);
    std::error_code error;
    if (std::filesystem::is_directory(folder, error)) return ProfileSet::load(folder);
    return fail(ErrorCode::not_found, fmt::format("{}: there is no such folder of configuration; name the folder that "
                                                  "holds forums/ and phrases/ with --config or REJOINDER_CONFIG",
                                                  folder.string()));
}

Result<void> check_forum(const ProfileSet& profiles, const std::string& forum) {
    if (forum.empty() || profiles.find(forum) != nullptr) return {};
    return fail(ErrorCode::bad_argument,
                fmt::format("There is no profile named \"{}\"{}; 'rejoinder profile list' names them all.", forum,
                            did_you_mean(profiles.nearest(forum))));
}

tl::unexpected<Error> no_such_format(std::string_view what, const std::string& name,
                                     const std::vector<std::string>& names) {
    const auto last = names.end() - 1;
    return fail(ErrorCode::bad_argument,
                fmt::format("There is no {} \"{}\"{}; there are {} and {}.", what, name,
                            did_you_mean(nearest_name(name, names)), fmt::join(names.begin(), last, ", "), *last));
}

Result<const ReportFormat*> format_named(const std::string& name) {
    if (const ReportFormat* format = find_report_format(name)) return format;
    std::vector<std::string> names;
    for (const ReportFormat& format : report_formats()) names.emplace_back(format.name);
    return no_such_format("report format", name, names);
}

Result<bool> wants_json(const std::string& format, std::string_view what) {
    if (format == "text" || format == "json") return format == "json";
    return no_such_format(what, format, {"text", "json"});
}

Analyses read_and_analyze(const std::vector<std::string>& paths, const std::string& forum, const ProfileSet& profiles) {
    ExtractOptions options;
    options.forum = forum;
    Analyses read = analyze_paths(paths, profiles, options);
    for (const Diagnostic& note : read.notes) complain(fmt::format("{}: {}", note.where, note.message));
    complain_about_skipped(read.skipped, read.pages);
    return read;
}

int run_job(const Job& job, const ProfileSet& profiles) {
    if (const auto known = check_forum(profiles, job.forum); !known) return give_up(known.error());
    const Analyses read = read_and_analyze(job.inputs, job.forum, profiles);
    if (read.threads.empty()) {
        if (read.skipped.empty()) complain("The pages hold no thread.");
        return exit_code(read.skipped);
    }
    if (job.strict && !read.skipped.empty()) return exit_code(read.skipped);
    return job.output.empty() ? print_reports(job, read.threads) : write_reports(job, read.threads);
}

}  // namespace rejoinder::cli
