// compare: two captures of one thread, and what changed between them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "rejoinder/thread.hpp"

namespace rejoinder {

/// Where two captures saw a thing differently, it happened between these moments.
struct ChangeTime {
    std::optional<UnixTime> after;   // when the earlier capture was made, or what the page prints; nothing: not known
    std::optional<UnixTime> before;  // when the later one was made, or what the page prints; nothing: not known
    bool printed = false;            // a page prints the time: an edit note, or the time of an added post
};

enum class PostChangeKind : std::uint8_t {
    added,      // stands in the second capture only
    deleted,    // stands in the first only, or a placeholder is left of it
    edited,     // its text is another
    reactions,  // only the counts of its reactions are others
};

struct ReactionChange {
    std::string name;
    std::int64_t before = 0;
    std::int64_t after = 0;
};

struct PostChange {
    PostChangeKind kind = PostChangeKind::edited;
    std::optional<std::uint32_t> first;   // 0-based post of the first thread
    std::optional<std::uint32_t> second;  // 0-based post of the second thread
    ChangeTime time;
    std::string before;                     // edited: the body in the first capture, quotes included
    std::string after;                      // edited: the body in the second
    bool only_signs = false;                // edited: the words are the same; signs, capitals or spaces changed
    std::vector<ReactionChange> reactions;  // those whose count changed, by name; also of edited posts
    std::optional<std::size_t> deleted;     // deleted: 0-based Thread::deleted entry of the second that stands for it
    std::string notice;                     // deleted: what stands in its place; empty if nothing does
    bool certain = true;  // added, deleted: posts on both sides of it stand in both captures, or a notice stands in its
                          // place; else it may stand on a page that was not given
};

/// What changed from the first capture to the second.
struct Comparison {
    std::optional<UnixTime> first_at;  // when they were captured: the latest page of each
    std::optional<UnixTime> second_at;
    bool swapped = false;             // the first capture is the later one
    std::size_t matched = 0;          // posts that stand in both
    std::vector<PostChange> changes;  // in the order of the second thread; what was deleted stands where it stood
    std::optional<bool> locked;       // the second says locked (true) or no longer (false); nothing: no change
    ChangeTime locked_time;
    std::optional<std::string> title;  // of the second thread, if it is another
    std::vector<std::size_t> events;   // 0-based Thread::events of the second that the first does not print
};

/// Compares two captures. Posts are the same by the forum's key; without keys, by writer and text in order, and between
/// such posts by writer and at least half of the words. Cost: linear in posts but for long stretches of posts without
/// keys that all changed, in which each is compared with the 50 nearest.
Comparison compare(const Thread& first, const Thread& second);

}  // namespace rejoinder
