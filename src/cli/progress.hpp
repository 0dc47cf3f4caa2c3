// How a long run tells how far it is: one line that changes on a terminal, plain lines elsewhere, nothing if it is
// quiet.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace rejoinder::cli {

struct ProgressCounts {
    std::size_t pages = 0;    // read so far, the skipped ones included
    std::size_t skipped = 0;  // of them
    std::size_t done = 0;     // threads analysed so far
    std::size_t threads = 0;  // 0 as long as pages are being read
};

/// "120 of 5000 threads, 41 a second, 2 min left, 3 pages skipped", or "1200 pages read, 3 skipped". `seconds` is the
/// time since the first thread, or since the start while pages are read.
std::string progress_line(const ProgressCounts& counts, double seconds);

class Progress {
public:
    explicit Progress(bool quiet);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void page(bool skipped);
    void thread(std::size_t analyzed, std::size_t threads);

    /// Clears the line, so that other messages have it to themselves.
    void end();

private:
    using Clock = std::chrono::steady_clock;
    void show();

    bool quiet_;
    bool terminal_;
    bool shown_ = false;  // a line stands on the terminal
    ProgressCounts counts_;
    Clock::time_point phase_began_ = Clock::now();
    Clock::time_point last_shown_ = Clock::now();
};

}  // namespace rejoinder::cli
