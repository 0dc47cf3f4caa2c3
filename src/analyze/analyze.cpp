#include "rejoinder/analyze.hpp"

#include <iterator>
#include <unordered_map>
#include <utility>

namespace rejoinder {

namespace {

/// Pages that were read, and what was met on the way.
struct ReadPages {
    std::vector<Page> pages;
    Diagnostics diagnostics;
    ThreadsRead read;  // its threads come last
};

void take(const Capture& capture, const ProfileSet& profiles, const ExtractOptions& options, const Steps& steps,
          ReadPages& pages) {
    ++pages.read.pages;
    auto found = extract_pages(capture, profiles, options, pages.diagnostics);
    if (steps.read) steps.read(capture, found ? nullptr : &found.error());
    if (found) {
        pages.pages.insert(pages.pages.end(), std::make_move_iterator(found->begin()),
                           std::make_move_iterator(found->end()));
    } else {
        pages.read.skipped.push_back(std::move(found.error()));
    }
}

ThreadsRead put_together(ReadPages pages, const Steps& steps) {
    Assembly assembly = assemble(std::move(pages.pages));
    Diagnostics& diagnostics = pages.diagnostics;
    diagnostics.insert(diagnostics.end(), assembly.diagnostics.begin(), assembly.diagnostics.end());
    if (steps.assembled) steps.assembled(assembly.threads, diagnostics);
    // A page's flaws go with the thread that the page became part of.
    std::unordered_map<std::string, std::vector<std::size_t>> of_origin;
    for (std::size_t i = 0; i < diagnostics.size(); ++i) of_origin[diagnostics[i].where].push_back(i);
    for (const Thread& thread : assembly.threads) {
        Diagnostics& flaws = pages.read.flaws.emplace_back();
        for (const std::string& origin : thread.origins) {
            const auto found = of_origin.find(origin);
            if (found == of_origin.end()) continue;
            for (const std::size_t flaw : found->second) flaws.push_back(diagnostics[flaw]);
            of_origin.erase(found);  // several captures may have one origin: each flaw is told once
        }
    }
    pages.read.threads = std::move(assembly.threads);
    return std::move(pages.read);
}

Analyses analyze_all(ThreadsRead read, const ProfileSet& profiles, const ResolveOptions& inference,
                     const Steps& steps) {
    Analyses analyses;
    for (std::size_t i = 0; i < read.threads.size(); ++i) {
        analyses.threads.push_back(analyze(read, i, profiles, inference));
        if (steps.analyzed) steps.analyzed(i + 1, read.threads.size());
    }
    analyses.skipped = std::move(read.skipped);
    analyses.notes = std::move(read.notes);
    analyses.pages = read.pages;
    return analyses;
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

Analysis analyze(ThreadsRead& read, std::size_t thread, const ProfileSet& profiles, const ResolveOptions& inference) {
    Analysis analysis = analyze(std::exchange(read.threads[thread], {}), profiles, inference);
    Diagnostics& flaws = read.flaws[thread];
    analysis.diagnostics.insert(analysis.diagnostics.end(), std::make_move_iterator(flaws.begin()),
                                std::make_move_iterator(flaws.end()));
    flaws.clear();
    return analysis;
}

Analyses analyze(const std::vector<Capture>& captures, const ProfileSet& profiles, const ExtractOptions& options,
                 const ResolveOptions& inference) {
    ReadPages pages;
    for (const Capture& capture : captures) take(capture, profiles, options, {}, pages);
    return analyze_all(put_together(std::move(pages), {}), profiles, inference, {});
}

ThreadsRead read_threads(const std::vector<std::string>& paths, const ProfileSet& profiles,
                         const ExtractOptions& options, const ReadLimits& limits, const Steps& steps) {
    ReadPages pages;
    read_captures(
        paths,
        [&](Reading reading) {
            if (const Capture* capture = std::get_if<Capture>(&reading))
                return take(*capture, profiles, options, steps, pages);
            if (Error* error = std::get_if<Error>(&reading)) {
                ++pages.read.pages;
                if (steps.unreadable) steps.unreadable(*error);
                pages.read.skipped.push_back(std::move(*error));
            } else {
                pages.read.notes.push_back(std::move(std::get<Diagnostic>(reading)));
            }
        },
        limits);
    return put_together(std::move(pages), steps);
}

Analyses analyze_paths(const std::vector<std::string>& paths, const ProfileSet& profiles, const ExtractOptions& options,
                       const ResolveOptions& inference, const ReadLimits& limits, const Steps& steps) {
    return analyze_all(read_threads(paths, profiles, options, limits, steps), profiles, inference, steps);
}

}  // namespace rejoinder
