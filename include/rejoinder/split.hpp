// split: which posts have to move if one post gets a thread of its own, and what that breaks.
#pragma once

#include <cstdint>
#include <vector>

#include "rejoinder/resolve.hpp"

namespace rejoinder {

/// A reply or a quote between a post that moves and one that stays.
struct BrokenLink {
    std::uint32_t from = 0;             // 0-based post that answers or quotes
    Ref to;                             // what it answers or quotes
    bool from_moves = false;            // `from` moves and `to` stays; else the reverse. Of a ghost it is its branch
                                        // that decides
    bool answers = false;               // a reply would be cut
    std::vector<std::uint32_t> quotes;  // 0-based quotes of `from` that would point into the other thread
    std::uint32_t words = 0;            // in those quotes: so much of `to` can still be read beside `from`
};

struct SplitPlan {
    std::uint32_t post = 0;               // 0-based post that begins the new thread
    std::vector<std::uint32_t> moved;     // it and all posts that answer it, directly or through others, by primary
                                          // replies: the smallest set that cuts no primary reply but its own. Ascending
    std::vector<BrokenLink> broken;       // by `from`, then `to`
    std::vector<std::uint32_t> unlinked;  // posts that stay, stand between the first and the last that move, and answer
                                          // nobody as far as the pages show: they may belong to either thread
};

/// Plans a split. `number` is 1-based. Errors: bad_argument (no such post; the message names the range).
Result<SplitPlan> plan_split(const Thread& thread, const Resolution& resolution, std::size_t number);

}  // namespace rejoinder
