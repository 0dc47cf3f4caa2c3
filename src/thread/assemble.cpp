#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <tuple>
#include <unordered_set>

#include "rejoinder/thread.hpp"
#include "thread/grouping.hpp"
#include "thread/merge.hpp"

namespace rejoinder {

namespace {

/// A page, and as how many-th it was given.
struct GivenPage {
    Page page;
    std::size_t given = 0;
};

void describe(Thread& thread, const Page& page) {
    const auto keep_first = [](std::string& kept, const std::string& value) {
        if (kept.empty()) kept = value;
    };
    keep_first(thread.title, page.title);
    keep_first(thread.forum, page.forum);
    keep_first(thread.engine, page.engine);
    keep_first(thread.profile, page.profile);
    keep_first(thread.key, page.thread_key);
    keep_first(thread.url, page.url);
    thread.locked = thread.locked || page.locked;
    if (page.layout && (!thread.layout || page.layout->confidence < thread.layout->confidence))
        thread.layout = page.layout;
    // Pieces of one file of JSON lines have one origin.
    if (thread.origins.empty() || thread.origins.back() != page.origin) thread.origins.push_back(page.origin);
    if (page.captured_at)
        thread.captured_at = std::max(thread.captured_at.value_or(*page.captured_at), *page.captured_at);
}

int page_count(const std::vector<GivenPage>& pages) {
    int count = 0;
    for (const GivenPage& given : pages) count = std::max({count, given.page.count, given.page.number});
    return count;
}

std::vector<int> missing_pages(const std::vector<GivenPage>& pages) {
    std::unordered_set<int> held;
    // A page that prints no number is the first: engines leave the number out there.
    for (const GivenPage& given : pages) held.insert(std::max(given.page.number, 1));
    std::vector<int> missing;
    for (int number = 1, count = page_count(pages); number <= std::min(count, 100'000); ++number) {
        if (!held.contains(number)) missing.push_back(number);
    }
    return missing;
}

/// {2, 3, 4, 6} → "Pages 2–4 and 6 of 7 were not given; their posts count as absent."
std::string missing_words(const std::vector<int>& missing, int count) {
    std::vector<std::string> ranges;
    for (std::size_t i = 0, end = 0; i < missing.size(); i = end) {
        for (end = i + 1; end < missing.size() && missing[end] == missing[end - 1] + 1;) ++end;
        const int last = missing[end - 1];
        ranges.push_back(end - i == 1 ? fmt::format("{}", last) : fmt::format("{}–{}", missing[i], last));
    }
    const bool one = missing.size() == 1;
    const auto last = ranges.end() - 1;
    const std::string list =
        ranges.size() == 1 ? ranges.front() : fmt::format("{} and {}", fmt::join(ranges.begin(), last, ", "), *last);
    return fmt::format("{} {} of {} {} not given; {} posts count as absent.", one ? "Page" : "Pages", list, count,
                       one ? "was" : "were", one ? "its" : "their");
}

/// When the first post of a page that tells its time was written.
std::optional<std::int64_t> first_time(const Page& page) {
    for (const Post& post : page.posts) {
        if (post.time.at) return post.time.at->at_least;
    }
    return std::nullopt;
}

/// By number; pages of one number by their first post, by when they were captured, by their origins (of two copies of a
/// file the one with the shorter name counts). Pages without numbers and times stay as given.
void put_in_order(std::vector<GivenPage>& pages) {
    const bool all_timed = std::all_of(pages.begin(), pages.end(),
                                       [](const GivenPage& given) { return first_time(given.page).has_value(); });
    const auto place = [&](const GivenPage& given) {
        const Page& page = given.page;
        const bool fixed = page.number > 0 || all_timed;
        return std::tuple(page.number, all_timed ? *first_time(page) : 0, page.captured_at.value_or(0),
                          fixed ? page.origin.size() : 0, fixed ? page.origin : std::string());
    };
    std::stable_sort(pages.begin(), pages.end(),
                     [&](const GivenPage& a, const GivenPage& b) { return place(a) < place(b); });
}

/// Takes out pages that say what an earlier one says: files that were given twice.
void drop_copies(std::vector<GivenPage>& pages) {
    std::vector<GivenPage> kept;
    for (GivenPage& given : pages) {
        const auto copy = std::find_if(kept.begin(), kept.end(), [&](const GivenPage& earlier) {
            return earlier.page.number == given.page.number && earlier.page.posts == given.page.posts;
        });
        if (copy == kept.end()) {
            kept.push_back(std::move(given));
        } else {
            copy->given = std::max(copy->given, given.given);
            copy->page.count = std::max(copy->page.count, given.page.count);
        }
    }
    pages = std::move(kept);
}

void join(std::vector<Page> given_pages, Assembly& assembly) {
    std::vector<GivenPage> pages;
    for (Page& page : given_pages) pages.push_back({std::move(page), pages.size()});
    put_in_order(pages);
    drop_copies(pages);
    Thread thread;
    thread.missing_pages = missing_pages(pages);
    const int count = page_count(pages);
    PostMerger merger;
    for (GivenPage& given : pages) {
        describe(thread, given.page);
        const std::string origin = given.page.origin;
        if (const std::size_t repeated = merger.add(std::move(given.page), given.given); repeated > 0) {
            assembly.diagnostics.push_back(
                {origin, fmt::format("{} of its posts {} on another page too and {} only once.", repeated,
                                     repeated == 1 ? "stands" : "stand", repeated == 1 ? "counts" : "count")});
        }
    }
    merger.take(thread);
    if (!thread.missing_pages.empty())
        assembly.diagnostics.push_back({thread.origins.front(), missing_words(thread.missing_pages, count)});
    assembly.threads.push_back(std::move(thread));
}

}  // namespace

Assembly assemble(std::vector<Page> pages) {
    Assembly assembly;
    for (auto& group : group_by_thread(std::move(pages))) join(std::move(group), assembly);
    return assembly;
}

}  // namespace rejoinder
