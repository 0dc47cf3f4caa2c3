#include "findings/post_times.hpp"

#include <algorithm>

namespace rejoinder::detail {

PostTimes post_times(const Timeline& timeline) {
    PostTimes times;
    times.at.reserve(timeline.posts.size());
    for (const TimeBounds& bounds : timeline.posts) {
        if (!bounds.earliest || !bounds.latest) return {};
        times.at.push_back(*bounds.earliest);
        times.widest = std::max(times.widest, *bounds.latest - *bounds.earliest);
    }
    return times;
}

}  // namespace rejoinder::detail
