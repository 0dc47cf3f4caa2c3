#include "cli/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cmath>
#include <cstdio>

#include "base/calendar.hpp"
#include "cli/messages.hpp"

namespace rejoinder::cli {
namespace {

constexpr std::chrono::milliseconds terminal_pause{500};  // between two lines; also before the first
constexpr std::chrono::seconds plain_pause{30};

std::string skipped_words(std::size_t skipped) {
    return skipped == 0 ? "" : fmt::format(", {} {} skipped", skipped, skipped == 1 ? "page" : "pages");
}

}  // namespace

std::string progress_line(const ProgressCounts& counts, double seconds) {
    if (counts.threads == 0) {
        return fmt::format("{} {} read{}", counts.pages, counts.pages == 1 ? "page" : "pages",
                           skipped_words(counts.skipped));
    }
    std::string line = fmt::format("{} of {} threads", counts.done, counts.threads);
    if (counts.done > 0 && seconds > 0) {
        const double rate = static_cast<double>(counts.done) / seconds;
        const double left = static_cast<double>(counts.threads - counts.done) / rate;
        line += rate < 10 ? fmt::format(", {:.1f} a second", rate) : fmt::format(", {:.0f} a second", rate);
        line += fmt::format(", {} left", duration_words(static_cast<std::int64_t>(std::ceil(left))));
    }
    return line + skipped_words(counts.skipped);
}

Progress::Progress(bool quiet) : quiet_(quiet), terminal_(::isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() {
    end();
}

void Progress::page(bool skipped) {
    ++counts_.pages;
    if (skipped) ++counts_.skipped;
    show();
}

void Progress::thread(std::size_t analyzed, std::size_t threads) {
    if (counts_.threads == 0) phase_began_ = Clock::now();
    counts_.done = analyzed;
    counts_.threads = threads;
    show();
}

void Progress::show() {
    if (quiet_) return;
    const auto now = Clock::now();
    if (now - last_shown_ < (terminal_ ? Clock::duration(terminal_pause) : Clock::duration(plain_pause))) return;
    last_shown_ = now;
    const std::string line = progress_line(counts_, std::chrono::duration<double>(now - phase_began_).count());
    if (!terminal_) return say(line);
    fmt::print(stderr, "\r\x1b[Krejoinder: {}", line);
    std::fflush(stderr);
    shown_ = true;
}

void Progress::end() {
    if (shown_) fmt::print(stderr, "\r\x1b[K");
    shown_ = false;
}

}  // namespace rejoinder::cli
