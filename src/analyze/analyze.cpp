#include "rejoinder/analyze.hpp"

#include <algorithm>
#include <iterator>

namespace rejoinder {

Analysis analyze(Thread thread, const ProfileSet& profiles) {
    Analysis analysis;
    analysis.thread = std::move(thread);
    analysis.resolution = resolve(analysis.thread);
    analysis.measures = measure(analysis.thread, analysis.resolution);
    analysis.diagnostics = analysis.resolution.diagnostics;
    analysis.findings = find(analysis.thread, analysis.resolution, analysis.measures, profiles, analysis.diagnostics);
    return analysis;
}

Analyses analyze(const std::vector<Capture>& captures, const ProfileSet& profiles, const ExtractOptions& options) {
    Analyses analyses;
    Diagnostics diagnostics;
    std::vector<Page> pages;
    for (const Capture& capture : captures) {
        auto extracted = extract_pages(capture, profiles, options, diagnostics);
        if (extracted) {
            pages.insert(pages.end(), std::make_move_iterator(extracted->begin()),
                         std::make_move_iterator(extracted->end()));
        } else {
            analyses.skipped.push_back(std::move(extracted.error()));
        }
    }
    Assembly assembly = assemble(std::move(pages));
    diagnostics.insert(diagnostics.end(), assembly.diagnostics.begin(), assembly.diagnostics.end());
    for (Thread& thread : assembly.threads) {
        analyses.threads.push_back(analyze(std::move(thread), profiles));
        Analysis& analysis = analyses.threads.back();
        // A page's flaws go with the thread that the page became part of.
        const auto& origins = analysis.thread.origins;
        std::copy_if(
            diagnostics.begin(), diagnostics.end(), std::back_inserter(analysis.diagnostics),
            [&](const Diagnostic& d) { return std::find(origins.begin(), origins.end(), d.where) != origins.end(); });
    }
    return analyses;
}

}  // namespace rejoinder
