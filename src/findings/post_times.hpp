// When the posts of a thread were written, where that is known well enough to count posts within hours.
#pragma once

#include <cstdint>
#include <vector>

#include "rejoinder/resolve.hpp"

namespace rejoinder::detail {

struct PostTimes {
    std::vector<std::int64_t> at;  // by post index: the earliest time; empty if a post's time is not known from both
                                   // sides
    std::int64_t widest = 0;       // seconds between the earliest and the latest time of the post that is known least

    /// Whether posts may be counted in windows of that many seconds: no time is off by more than 1/24 of it.
    bool allow(std::int64_t seconds) const { return !at.empty() && 24 * widest <= seconds; }
};

PostTimes post_times(const Timeline& timeline);

}  // namespace rejoinder::detail
