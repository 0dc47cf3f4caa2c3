// A site of many threads: an index that says what needs a look first, a page a thread, and the people across threads.
// Threads are added one by one and not kept: what the index says of them is.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rejoinder/analyze.hpp"
#include "rejoinder/result.hpp"
#include "report/html/triage.hpp"

namespace rejoinder::report {

struct SiteFile {
    std::string path;  // inside the site's folder: "threads/a-quarrel.html"
    std::string bytes;
};

/// A person's part in one thread.
struct Appearance {
    std::uint32_t thread = 0;  // index in Site::threads()
    std::uint32_t row = 0;     // of the thread's table of people, from 1: anchor "#u3"
    std::uint32_t posts = 0;
    std::uint32_t ghosts = 0;
    std::uint32_t replies_sent = 0;      // to other known people
    std::uint32_t replies_received = 0;  // from other known people
};

class Site {
public:
    /// The page of a thread, as threads/NAME.html.
    SiteFile add(const Analysis& analysis, std::string_view name);

    /// Hands over index.html, people.html, people/N.html for everybody who appears in several threads, and the shared
    /// style and script. Stops at the first error of `write` and returns it.
    Result<void> finish(const std::function<Result<void>(const SiteFile&)>& write) const;

    const std::vector<ThreadEntry>& threads() const { return threads_; }

private:
    std::vector<ThreadEntry> threads_;
    // By forum and name: two people of one forum who print the same name are taken for one.
    std::map<std::pair<std::string, std::string>, std::vector<Appearance>> people_;
};

}  // namespace rejoinder::report
