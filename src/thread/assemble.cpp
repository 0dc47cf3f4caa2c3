#include <fmt/format.h>
#include <algorithm>
#include <map>
#include <unordered_set>

#include "rejoinder/thread.hpp"

namespace rejoinder {

namespace {

/// What makes two pages pages of one thread.
std::string identity(const Page& page) {
    if (!page.thread_key.empty()) return "key " + page.profile + " " + page.thread_key;
    if (!page.title.empty()) return "title " + page.profile + " " + page.forum + " " + page.title;
    return "page " + page.origin;
}

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
    // Pieces of one file of JSON lines have one origin.
    if (thread.origins.empty() || thread.origins.back() != page.origin) thread.origins.push_back(page.origin);
    if (page.captured_at)
        thread.captured_at = std::max(thread.captured_at.value_or(*page.captured_at), *page.captured_at);
}

std::vector<int> missing_pages(const std::vector<Page>& pages) {
    int count = 0;
    std::unordered_set<int> held;
    for (const Page& page : pages) {
        count = std::max({count, page.count, page.number});
        // A page that prints no number is the first: engines leave the number out there.
        held.insert(std::max(page.number, 1));
    }
    std::vector<int> missing;
    for (int number = 1; number <= std::min(count, 100'000); ++number) {
        if (!held.contains(number)) missing.push_back(number);
    }
    return missing;
}

DeletedPost deleted_post(Post post, std::size_t before) {
    DeletedPost deleted{std::move(post.key), std::move(post.author), std::move(post.author_id), {}, before};
    for (Block& block : post.body) {
        if (auto* text = std::get_if<std::string>(&block.content); text != nullptr && deleted.notice.empty())
            deleted.notice = std::move(*text);
    }
    return deleted;
}

/// Moves posts to the end of the thread, without pingbacks and posts whose key was seen; returns how many were seen
/// before.
std::size_t add_posts(std::vector<Post>& posts, std::unordered_set<std::string>& keys, Thread& thread) {
    std::size_t repeated = 0;
    for (Post& post : posts) {
        if (post.kind == PostKind::pingback) continue;
        if (post.kind == PostKind::deleted) {
            // It has the key of the post itself, which another capture may still hold.
            const bool told = std::any_of(
                thread.deleted.begin(), thread.deleted.end(),
                [&](const DeletedPost& deleted) { return !deleted.key.empty() && deleted.key == post.key; });
            if (!told) thread.deleted.push_back(deleted_post(std::move(post), thread.posts.size()));
        } else if (!post.key.empty() && !keys.insert(post.key).second) {
            ++repeated;
        } else {
            thread.posts.push_back(std::move(post));
        }
    }
    return repeated;
}

void join(std::vector<Page> pages, Assembly& assembly) {
    std::stable_sort(pages.begin(), pages.end(), [](const Page& a, const Page& b) { return a.number < b.number; });
    Thread thread;
    thread.missing_pages = missing_pages(pages);
    std::vector<bool> repeats(pages.size());
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const auto earlier = pages.begin() + static_cast<std::ptrdiff_t>(i);
        repeats[i] =
            std::any_of(pages.begin(), earlier, [&](const Page& page) { return page.posts == earlier->posts; });
    }
    std::unordered_set<std::string> keys;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (repeats[i]) {
            assembly.diagnostics.push_back(
                {pages[i].origin, "The page holds the same posts as an earlier one and was left out."});
            continue;
        }
        describe(thread, pages[i]);
        if (const std::size_t dropped = add_posts(pages[i].posts, keys, thread); dropped > 0) {
            assembly.diagnostics.push_back(
                {pages[i].origin,
                 fmt::format("{} of its posts stand on an earlier page too and were left out.", dropped)});
        }
    }
    for (const int number : thread.missing_pages) {
        assembly.diagnostics.push_back(
            {thread.origins.front(),
             fmt::format("Page {} of the thread was not given; its posts count as absent.", number)});
    }
    assembly.threads.push_back(std::move(thread));
}

}  // namespace

Assembly assemble(std::vector<Page> pages) {
    std::vector<std::vector<Page>> groups;
    std::map<std::string, std::size_t> place;
    for (Page& page : pages) {
        const auto [at, is_new] = place.emplace(identity(page), groups.size());
        if (is_new) groups.emplace_back();
        groups[at->second].push_back(std::move(page));
    }
    Assembly assembly;
    for (auto& group : groups) join(std::move(group), assembly);
    return assembly;
}

}  // namespace rejoinder
