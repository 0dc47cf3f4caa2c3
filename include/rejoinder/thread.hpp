// A Thread is the pages of one thread in order, with duplicates removed and the posts numbered from 1.
#pragma once

#include <string>
#include <vector>

#include "rejoinder/post.hpp"

namespace rejoinder {

struct Thread {
    std::string title;
    std::string forum;
    std::string engine;
    std::string profile;
    std::string key;
    std::string url;
    std::vector<std::string> origins;     // of the pages, in thread order
    std::optional<UnixTime> captured_at;  // of the latest page, where known
    std::vector<int> missing_pages;       // 1-based numbers that pagination names and no page holds
    std::vector<Post> posts;              // post number n is posts[n - 1]
};

struct Assembly {
    std::vector<Thread> threads;  // in order of their first page
    Diagnostics diagnostics;      // duplicates removed, pages missing
};

/// Puts pages together into threads: by the thread's key, else its address, else its title and forum. Within a thread
/// pages go by their printed number (pages without one keep the order given). A post whose key was seen before in the
/// thread is dropped; a page equal to an earlier one is dropped whole.
/// Pingbacks are no posts and are left out.
Assembly assemble(std::vector<Page> pages);

}  // namespace rejoinder
