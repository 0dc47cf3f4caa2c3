#include "cli/write_site.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "cli/messages.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "report/html/site.hpp"

namespace rejoinder::cli {
namespace {

namespace fs = std::filesystem;

Result<void> write_one(const fs::path& folder, report::SiteFile file) {
    const fs::path path = folder / file.path;
    const auto written = write_files(path.parent_path(), {{path.filename().string(), std::move(file.bytes)}});
    if (!written) return tl::unexpected<Error>(written.error());
    return {};
}

/// The thread's page, and its reports in the formats that were asked for.
Result<void> write_thread(const Job& job, const Analysis& analysis, const std::string& name, report::Site& site) {
    std::vector<ReportFile> reports;
    for (const ReportFormat* format : job.formats)
        reports.push_back({fmt::format("{}.{}", name, format->extension), format->write(analysis)});
    if (!reports.empty()) {
        if (const auto written = write_files(job.output, reports); !written)
            return tl::unexpected<Error>(written.error());
    }
    return write_one(job.output, site.add(analysis, name));
}

}  // namespace

int write_site(const Job& job, const ProfileSet& profiles) {
    ExtractOptions options;
    options.forum = job.forum;
    Progress progress(job.quiet);
    Steps steps;
    steps.read = [&](const Capture& /*capture*/, const Error* skipped) { progress.page(skipped != nullptr); };
    steps.unreadable = [&](const Error& /*error*/) { progress.page(true); };
    ThreadsRead read = read_threads(job.inputs, profiles, options, {}, steps);
    progress.end();
    complain_about_reading(read.skipped, read.notes, read.pages);
    if (read.threads.empty()) {
        if (read.skipped.empty()) complain("The pages hold no thread.");
        return exit_code(read.skipped);
    }
    if (job.strict && !read.skipped.empty()) return exit_code(read.skipped);
    report::Site site;
    FileNames names;
    for (std::size_t i = 0; i < read.threads.size(); ++i) {
        const std::string name = names.next(read.threads[i].title, read.threads[i].key);
        const Analysis analysis = analyze(read, i, profiles, job.inference);
        const auto written = write_thread(job, analysis, name, site);
        if (!written) return give_up(written.error());
        progress.thread(i + 1, read.threads.size());
    }
    progress.end();
    const auto finished = site.finish([&](const report::SiteFile& file) { return write_one(job.output, file); });
    if (!finished) return give_up(finished.error());
    if (job.quiet) return done;
    say(fmt::format("wrote {}, the index of {} thread{}", (fs::path(job.output) / "index.html").string(),
                    site.threads().size(), site.threads().size() == 1 ? "" : "s"));
    return done;
}

}  // namespace rejoinder::cli
