// The posts of a thread's pages, each once.
#pragma once

#include <list>
#include <string>
#include <unordered_map>
#include <vector>

#include "rejoinder/thread.hpp"

namespace rejoinder {

/// Gathers posts page by page, in thread order, and keeps of each key the newest capture.
class PostMerger {
public:
    /// `given` counts the pages as the caller gave them. Returns how many of its posts stand on a page of another
    /// number too.
    std::size_t add(Page page, std::size_t given);

    /// Fills `posts` in thread order, and `deleted` and `events` with what is none. The merger is empty afterwards.
    void take(Thread& thread);

private:
    /// One text of a post, and where it comes from.
    struct Version {
        Post post;
        std::string origin;
        std::size_t given = 0;
    };

    struct Entry {
        std::vector<Version> versions;
        int page = 0;  // number of the page on which the post first stood
    };

    static bool newer(const Version& a, const Version& b);
    static Post newest(Entry entry);

    std::list<Entry> entries_;
    std::unordered_map<std::string, std::list<Entry>::iterator> by_key_;
};

}  // namespace rejoinder
