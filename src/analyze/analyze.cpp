#include "rejoinder/analyze.hpp"

#include <iterator>
#include <unordered_map>

namespace rejoinder {

namespace {

/// Pages that were read, and what was met on the way.
struct ReadPages {
    std::vector<Page> pages;
    Diagnostics diagnostics;
    Analyses analyses;  // its threads come last
};

void take(const Capture& capture, const ProfileSet& profiles, const ExtractOptions& options, const Steps& steps,
          ReadPages& read) {
    ++read.analyses.pages;
    auto pages = extract_pages(capture, profiles, options, read.diagnostics);
    if (steps.read) steps.read(capture, pages ? nullptr : &pages.error());
    if (pages) {
        read.pages.insert(read.pages.end(), std::make_move_iterator(pages->begin()),
                          std::make_move_iterator(pages->end()));
    } else {
        read.analyses.skipped.push_back(std::move(pages.error()));
    }
}

Analyses analyze_pages(ReadPages read, const ProfileSet& profiles, const ResolveOptions& inference,
                       const Steps& steps) {
    Assembly assembly = assemble(std::move(read.pages));
    read.diagnostics.insert(read.diagnostics.end(), assembly.diagnostics.begin(), assembly.diagnostics.end());
    if (steps.assembled) steps.assembled(assembly.threads, read.diagnostics);
    // A page's flaws go with the thread that the page became part of.
    std::unordered_map<std::string, std::vector<std::size_t>> of_origin;
    for (std::size_t i = 0; i < read.diagnostics.size(); ++i) of_origin[read.diagnostics[i].where].push_back(i);
    for (Thread& thread : assembly.threads) {
        read.analyses.threads.push_back(analyze(std::move(thread), profiles, inference));
        Analysis& analysis = read.analyses.threads.back();
        for (const std::string& origin : analysis.thread.origins) {
            const auto flaws = of_origin.find(origin);
            if (flaws == of_origin.end()) continue;
            for (const std::size_t flaw : flaws->second) analysis.diagnostics.push_back(read.diagnostics[flaw]);
            of_origin.erase(flaws);  // several captures may have one origin: each flaw is told once
        }
        if (steps.analyzed) steps.analyzed(read.analyses.threads.size(), assembly.threads.size());
    }
    return std::move(read.analyses);
}

}  // namespace

Analysis analyze(Thread thread, const ProfileSet& profiles, const ResolveOptions& inference) {
    Analysis analysis;
    analysis.thread = std::move(thread);
    analysis.resolution = resolve(analysis.thread, inference);
    analysis.measures = measure(analysis.thread, analysis.resolution);
    analysis.diagnostics = analysis.resolution.diagnostics;
    analysis.findings = find(analysis.thread, analysis.resolution, analysis.measures, profiles, analysis.diagnostics);
    return analysis;
}

Analyses analyze(const std::vector<Capture>& captures, const ProfileSet& profiles, const ExtractOptions& options,
                 const ResolveOptions& inference) {
    ReadPages read;
    for (const Capture& capture : captures) take(capture, profiles, options, {}, read);
    return analyze_pages(std::move(read), profiles, inference, {});
}

Analyses analyze_paths(const std::vector<std::string>& paths, const ProfileSet& profiles, const ExtractOptions& options,
                       const ResolveOptions& inference, const ReadLimits& limits, const Steps& steps) {
    ReadPages read;
    read_captures(
        paths,
        [&](Reading reading) {
            if (const Capture* capture = std::get_if<Capture>(&reading))
                return take(*capture, profiles, options, steps, read);
            if (Error* error = std::get_if<Error>(&reading)) {
                ++read.analyses.pages;
                if (steps.unreadable) steps.unreadable(*error);
                read.analyses.skipped.push_back(std::move(*error));
            } else {
                read.analyses.notes.push_back(std::move(std::get<Diagnostic>(reading)));
            }
        },
        limits);
    return analyze_pages(std::move(read), profiles, inference, steps);
}

}  // namespace rejoinder
