// The whole flow in one call: captures in, one Analysis per thread out.
#pragma once

#include <functional>
#include <string>
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
    Diagnostics notes;           // of web archives: what was mended or passed over
    std::size_t pages = 0;       // all captures, the skipped ones included
};

/// What a caller wants to see or do on the way; each may be empty.
struct Steps {
    /// After each capture, with the reason if it was skipped.
    std::function<void(const Capture&, const Error* skipped)> read;
    /// After each path or file that could not be read at all.
    std::function<void(const Error&)> unreadable;
    /// When all threads are put together and before any is analysed. It may change them, and what was said of them.
    std::function<void(std::vector<Thread>&, Diagnostics&)> assembled;
    /// After each thread.
    std::function<void(std::size_t done, std::size_t threads)> analyzed;
};

/// Extracts, assembles, resolves, measures and finds.
Analyses analyze(const std::vector<Capture>& captures, const ProfileSet& profiles, const ExtractOptions& options = {},
                 const ResolveOptions& inference = {});

/// The same from paths, as `read_captures` takes them. Of the captures only one at a time is held in memory.
Analyses analyze_paths(const std::vector<std::string>& paths, const ProfileSet& profiles,
                       const ExtractOptions& options = {}, const ResolveOptions& inference = {},
                       const ReadLimits& limits = {}, const Steps& steps = {});

/// The same from one assembled thread.
Analysis analyze(Thread thread, const ProfileSet& profiles, const ResolveOptions& inference = {});

/// Threads that were read and put together, and not analysed yet.
struct ThreadsRead {
    std::vector<Thread> threads;
    std::vector<Diagnostics> flaws;  // of the thread of the same index: what was met when its pages were read
    std::vector<Error> skipped;      // as in Analyses, like the rest
    Diagnostics notes;
    std::size_t pages = 0;
};

/// The first half of analyze_paths, for a caller who analyses one thread after the other and keeps none.
ThreadsRead read_threads(const std::vector<std::string>& paths, const ProfileSet& profiles,
                         const ExtractOptions& options = {}, const ReadLimits& limits = {}, const Steps& steps = {});

/// Analyses one of the threads, which is moved out of `read`, with the flaws of its pages.
Analysis analyze(ThreadsRead& read, std::size_t thread, const ProfileSet& profiles,
                 const ResolveOptions& inference = {});

}  // namespace rejoinder
