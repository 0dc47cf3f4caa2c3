#include "measure/responses.hpp"

#include <algorithm>

#include "measure/statistics.hpp"

namespace rejoinder::detail {
namespace {

constexpr std::int64_t minute = 60;

/// The time is known, and spans no more than a minute.
bool is_exact(const TimeBounds& bounds) {
    return bounds.earliest && bounds.latest && *bounds.latest - *bounds.earliest < minute;
}

}  // namespace

Delay delay_of(const Resolution& resolution, const Forest& forest, std::uint32_t post) {
    const std::uint32_t parent = forest.vertices[post].parent;
    if (parent == none) return {0, 0, "it answers nobody"};
    const Timeline& timeline = resolution.timeline;
    const std::size_t posts = forest.posts;
    if (post >= timeline.posts.size() || (parent >= posts && parent - posts >= timeline.ghosts.size())) {
        return {0, 0, "no times are known"};
    }
    const TimeBounds& own = timeline.posts[post];
    const TimeBounds& answered = parent < posts ? timeline.posts[parent] : timeline.ghosts[parent - posts];
    if (!is_exact(own)) return {0, 0, "its time is not known to the minute"};
    if (!is_exact(answered)) return {0, 0, "the time of the post it answers is not known to the minute"};
    const std::int64_t most = *own.latest - *answered.earliest;
    if (most < 0) return {0, 0, "its time is before that of the post it answers"};
    return {std::max<std::int64_t>(0, *own.earliest - *answered.latest), most, {}};
}

Responses find_responses(const Resolution& resolution, const Forest& forest) {
    std::vector<double> least;
    std::vector<double> most;
    for (std::uint32_t post = 0; post < forest.posts; ++post) {
        const Delay delay = delay_of(resolution, forest, post);
        if (!delay.absent_because.empty()) continue;
        least.push_back(static_cast<double>(delay.least));
        most.push_back(static_cast<double>(delay.most));
    }
    Responses responses;
    responses.known = least.size();
    if (least.empty()) return responses;
    std::sort(least.begin(), least.end());
    std::sort(most.begin(), most.end());
    for (int quarter = 1; quarter <= 3; ++quarter) {
        responses.quartiles[quarter - 1] = {quantile(least, quarter / 4.0), quantile(most, quarter / 4.0)};
    }
    return responses;
}

}  // namespace rejoinder::detail
