// A Thread is the pages of one thread in order, with duplicates removed and the posts numbered from 1.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "rejoinder/post.hpp"

namespace rejoinder {

/// A notice that stands in the place of a deleted post.
struct DeletedPost {
    std::string key;         // of the deleted post; empty if the notice has none
    std::string author;      // whose post it was; empty if the notice does not say
    std::string author_id;   // the forum's own id of the author; empty if none
    std::string notice;      // as printed: "This post has been deleted."
    std::size_t before = 0;  // 0-based post above which it stands; the number of posts if it stands below all of them
    std::optional<ModerationKind> act;  // removal by a moderator or deletion by its author, where the markup tells
};

/// A line between the posts that says what was done to the thread.
struct ThreadEvent {
    std::optional<ModerationKind> kind;  // where the markup tells
    std::string author;                  // who did it; empty if the line does not say
    PrintedTime time;
    std::string text;        // as printed: "Bo closed this topic"
    std::size_t before = 0;  // 0-based post above which it stands; the number of posts if it stands below all of them
};

struct Thread {
    std::string title;
    std::string forum;
    std::string engine;
    std::string profile;
    std::string key;
    std::string url;
    std::optional<GuessedLayout> layout;  // set if no profile read the pages: of the page that is least sure
    std::vector<std::string> origins;     // of the pages, in thread order
    std::optional<UnixTime> captured_at;  // of the latest page, where known
    std::vector<int> missing_pages;       // 1-based numbers that pagination names and no page holds
    bool locked = false;                  // a page says that nobody can answer any more
    std::vector<Post> posts;              // post number n is posts[n - 1]
    std::vector<DeletedPost> deleted;     // in page order
    std::vector<ThreadEvent> events;      // in page order
};

struct Assembly {
    std::vector<Thread> threads;  // in order of their first page
    Diagnostics diagnostics;      // posts that stand on several pages, pages missing
};

/// Puts pages together into threads. Pages belong together if the same profile read them and they have the same thread
/// key on the same host, else the same address without its page number, else the same forum and title. A page that
/// prints no address joins the one thread that it fits; if several fit, it stays apart.
///
/// Within a thread pages go by their printed number; among pages of one number (or without one) by their first post's
/// time, then by when they were captured, then as given. Neither the order in which pages are given nor giving one
/// twice changes the result. A post whose key was seen before is kept once: its text is that of the newer capture (by
/// `captured_at`, else by the edit note, else of the page given later), and other texts stand in `earlier_texts`.
/// Pingbacks, notices of deleted posts and events are no posts: the first are left out, the others stand in `deleted`
/// and `events`.
Assembly assemble(std::vector<Page> pages);

}  // namespace rejoinder
