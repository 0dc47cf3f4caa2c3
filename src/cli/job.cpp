#include "cli/job.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <filesystem>
#include <optional>
#include <utility>

#include "base/digest.hpp"
#include "base/similarity.hpp"
#include "cli/audit.hpp"
#include "cli/messages.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "cli/write_site.hpp"
#include "rejoinder/pseudonyms.hpp"

namespace rejoinder::cli {
namespace {

/// " (did you mean "json"?)", or nothing.
std::string did_you_mean(const std::string& near) {
    return near.empty() ? "" : fmt::format(" (did you mean \"{}\"?)", near);
}

Result<void> check_output(const Job& job) {
    for (const ReportFormat* format : job.formats) {
        if (!job.output.empty() || format->write != nullptr) continue;
        return fail(ErrorCode::bad_argument,
                    fmt::format("The format {} makes files of its own names; name a folder for them with -o DIR, or as "
                                "`folder` in a run file.",
                                format->name));
    }
    for (const ReportFormat* format : job.formats) {
        if (!job.site || format->write != nullptr) continue;
        return fail(
            ErrorCode::bad_argument,
            fmt::format("A site is written thread by thread, and the format {} holds a whole run; write it in a "
                        "run of its own.",
                        format->name));
    }
    if (job.site && !job.audit.empty())
        return fail(ErrorCode::bad_argument, "An audit bundle is not made of a site; make it in a run of its own.");
    std::error_code error;
    if (!job.audit.empty() && std::filesystem::exists(job.audit, error) &&
        !std::filesystem::is_empty(job.audit, error)) {
        return fail(ErrorCode::unwritable,
                    fmt::format("{} is not empty; an audit bundle needs a new folder.", job.audit));
    }
    return {};
}

int print_reports(const Job& job, const std::vector<Analysis>& threads) {
    const std::optional<Terminal> terminal = terminal_of_standard_output();
    for (const Analysis& thread : threads) {
        for (const ReportFormat* format : job.formats) {
            const bool for_terminal = terminal && format->write_terminal != nullptr;
            const Result<bool> written =
                write_standard_output(for_terminal ? format->write_terminal(thread, *terminal) : format->write(thread));
            if (!written) return give_up(written.error());
            if (!*written) return done;
        }
    }
    return done;
}

constexpr std::size_t files_named = 20;  // of more, only the number is told

int write_reports(const Job& job, const Analyses& read) {
    std::vector<ReportFile> files;
    FileNames names;
    for (const Analysis& thread : read.threads) {
        const std::string name = names.next(thread.thread.title, thread.thread.key);
        for (const ReportFormat* format : job.formats) {
            if (format->write_run != nullptr) continue;
            files.push_back({fmt::format("{}.{}", name, format->extension), format->write(thread)});
        }
    }
    for (const ReportFormat* format : job.formats) {
        if (format->write_run == nullptr) continue;
        for (ReportFile& file : format->write_run(read.threads)) files.push_back(std::move(file));
    }
    const auto written = write_files(job.output, files);
    if (!written) return give_up(written.error());
    if (job.quiet) return done;
    if (written->size() <= files_named) {
        for (const auto& path : *written) say(fmt::format("wrote {}", path.string()));
    }
    if (read.pages > 1 || written->size() > files_named) {
        say(fmt::format("{}; wrote {} {} into {}", run_summary(read), written->size(),
                        written->size() == 1 ? "file" : "files", job.output));
    }
    return done;
}

int write_audit(const Job& job, const Audit& audit, const Analyses& read, const ProfileSet& profiles,
                const std::filesystem::path& configuration) {
    const auto bundle = audit_bundle(audit, read.threads, profiles, configuration);
    if (!bundle) return give_up(bundle.error());
    const auto written = write_files(job.audit, *bundle);
    if (!written) return give_up(written.error());
    if (!job.quiet) {
        say(fmt::format("wrote the audit bundle {}; the SHA-256 of its manifest is {}", job.audit,
                        sha256_hex(bundle->back().bytes)));
    }
    return done;
}

/// Gives every name of the threads its pseudonym, and every name in what was said of them and of the inputs.
void replace_names(Pseudonyms& pseudonyms, std::vector<Thread>& threads, Diagnostics& diagnostics, Audit& audit) {
    for (const Thread& thread : threads) pseudonyms.learn(thread);
    for (Thread& thread : threads) pseudonyms.apply(thread);
    for (Diagnostic& diagnostic : diagnostics) {
        diagnostic.where = pseudonyms.in_text(diagnostic.where);
        diagnostic.message = pseudonyms.in_text(diagnostic.message);
    }
    for (AuditInput& input : audit.inputs) {
        for (std::string* text : {&input.origin, &input.url, &input.skipped_because}) *text = pseudonyms.in_text(*text);
    }
}

Steps steps_of(const Job& job, Progress& progress, Pseudonyms& pseudonyms, Audit& audit) {
    Steps steps;
    steps.read = [&](const Capture& capture, const Error* skipped) {
        progress.page(skipped != nullptr);
        if (job.audit.empty()) return;
        audit.inputs.push_back(audit_input(capture));
        if (skipped != nullptr) audit.inputs.back().skipped_because = skipped->message;
    };
    steps.unreadable = [&](const Error& error) {
        progress.page(true);
        if (!job.audit.empty()) audit.inputs.push_back({"", "", {}, {}, "", error.message});
    };
    steps.analyzed = [&](std::size_t done_so_far, std::size_t threads) { progress.thread(done_so_far, threads); };
    if (!job.pseudonym_key.empty()) {
        steps.assembled = [&](std::vector<Thread>& threads, Diagnostics& diagnostics) {
            replace_names(pseudonyms, threads, diagnostics, audit);
        };
    }
    return steps;
}

}  // namespace

std::filesystem::path config_folder(const Arguments& arguments) {
    return arguments.config.empty() ? default_config_dir() : std::filesystem::path(arguments.config);
}

Result<ProfileSet> load_profiles(const Arguments& arguments) {
    const std::filesystem::path folder = config_folder(arguments);
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

Result<ResolveOptions> inferences_named(const std::vector<std::string>& names) {
    ResolveOptions options;
    for (const std::string& name : names) {
        if (name != "adjacency") {
            return fail(ErrorCode::bad_argument,
                        fmt::format("There is no inference \"{}\"; there is only \"adjacency\".", name));
        }
        options.adjacency = true;
    }
    return options;
}

Analyses read_and_analyze(const std::vector<std::string>& paths, const std::string& forum, const ProfileSet& profiles,
                          const ResolveOptions& inference) {
    ExtractOptions options;
    options.forum = forum;
    Analyses read = analyze_paths(paths, profiles, options, inference);
    complain_about_reading(read.skipped, read.notes, read.pages);
    return read;
}

int run_job(const Job& job, const ProfileSet& profiles, const std::filesystem::path& configuration) {
    if (const auto folder = check_output(job); !folder) return give_up(folder.error());
    if (const auto known = check_forum(profiles, job.forum); !known) return give_up(known.error());
    if (job.site) return write_site(job, profiles);
    Progress progress(job.quiet);
    Pseudonyms pseudonyms(job.pseudonym_key);
    Audit audit{job.forum, job.strict, !job.pseudonym_key.empty(), {}};
    ExtractOptions options;
    options.forum = job.forum;
    const Analyses read =
        analyze_paths(job.inputs, profiles, options, job.inference, {}, steps_of(job, progress, pseudonyms, audit));
    progress.end();
    complain_about_reading(read.skipped, read.notes, read.pages);
    if (read.threads.empty()) {
        if (read.skipped.empty()) complain("The pages hold no thread.");
        return exit_code(read.skipped);
    }
    if (job.strict && !read.skipped.empty()) return exit_code(read.skipped);
    const int code = job.output.empty() ? print_reports(job, read.threads) : write_reports(job, read);
    return code != done || job.audit.empty() ? code : write_audit(job, audit, read, profiles, configuration);
}

}  // namespace rejoinder::cli
