// The whole flow in one call: captures in, one Analysis per thread out.
#pragma once

#include <vector>

#include "rejoinder/extract.hpp"
#include "rejoinder/findings.hpp"
#include "rejoinder/measure.hpp"
#include "rejoinder/resolve.hpp"
#include "rejoinder/thread.hpp"

namespace rejoinder {

struct Analysis {
    Thread thread;
    Resolution resolution;
    Measures measures;
    Findings findings;
    Diagnostics diagnostics;  // of this thread, all stages
};

struct Analyses {
    std::vector<Analysis> threads;
    std::vector<Error> skipped;  // captures that could not be read or hold no thread; the rest is unharmed
};

/// Extracts, assembles, resolves, measures and finds.
Analyses analyze(const std::vector<Capture>& captures, const ProfileSet& profiles, const ExtractOptions& options = {});

/// The same from one assembled thread.
Analysis analyze(Thread thread, const ProfileSet& profiles);

}  // namespace rejoinder
