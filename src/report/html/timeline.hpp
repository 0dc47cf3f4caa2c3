// How much is known about the times of a thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "rejoinder/resolve.hpp"

namespace rejoinder::report {

/// Posts and ghosts by what is known of their times, and the earliest and latest moment that any bound names: Unix
/// seconds, or seconds after the timeline's anchor.
struct TimeKinds {
    std::size_t known = 0;      // to two minutes
    std::size_t bounded = 0;    // between two times
    std::size_t half_open = 0;  // not before, or not after, one time
    std::size_t unknown = 0;
    std::optional<std::int64_t> first;
    std::optional<std::int64_t> last;
};

TimeKinds count_time_kinds(const Timeline& timeline);

}  // namespace rejoinder::report
