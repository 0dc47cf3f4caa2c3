#include "findings/reach.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "measure/post_graph.hpp"

namespace rejoinder::detail {
namespace {

constexpr std::int64_t hour = 3'600;
constexpr std::array<std::int64_t, 2> windows = {hour, 24 * hour};
constexpr std::int64_t closest_guess = 60;  // a printed minute tells the moment of an act

/// Whether the place and the time of `post` are those of the act: its words state it, or it is a line in disguise.
bool is_told_by_post(const ModerationEvent& event) {
    return !event.recorded || (!event.event && !event.deleted && !event.hit);
}

/// When the act was done; nothing if only its place on the page tells, or nothing does.
std::optional<std::int64_t> moment_of(const ModerationEvent& event, const Thread& thread, const PostTimes& times) {
    if (is_told_by_post(event)) return times.at[event.post];
    const bool is_edit = event.kind == ModerationKind::edit && event.post < thread.posts.size();
    const PrintedTime* printed = event.event ? &thread.events[*event.event].time : nullptr;
    if (!event.event && is_edit && thread.posts[event.post].edit) printed = &thread.posts[event.post].edit->time;
    if (printed == nullptr || !printed->at || printed->at->below - printed->at->at_least > closest_guess) return {};
    return printed->at->at_least;
}

/// Posts by time; those of one second by their place.
std::vector<std::pair<std::int64_t, std::uint32_t>> sorted(const PostTimes& times) {
    std::vector<std::pair<std::int64_t, std::uint32_t>> posts;
    posts.reserve(times.at.size());
    for (std::uint32_t post = 0; post < times.at.size(); ++post) posts.emplace_back(times.at[post], post);
    std::sort(posts.begin(), posts.end());
    return posts;
}

/// Posts above and below the act, where its place on the page tells when it was done.
std::vector<Activity> by_place(const ModerationEvent& event, std::size_t posts) {
    if (!event.event && !is_told_by_post(event)) return {};
    const std::size_t below = event.event ? event.post : std::size_t{event.post} + 1;
    Activity activity;
    activity.before = event.post;
    activity.after = static_cast<std::uint32_t>(posts - below);
    return {activity};
}

class ActivityCounter {
public:
    ActivityCounter(const Thread& thread, const Resolution& resolution, const PostTimes& times)
        : thread_(thread), times_(times), absolute_(!resolution.timeline.anchor) {}

    std::vector<Activity> around(const ModerationEvent& event) {
        std::vector<Activity> counts;
        if (!times_.allow(windows.back())) return by_place(event, thread_.posts.size());
        const std::optional<std::int64_t> moment = moment_of(event, thread_, times_);
        if (!moment) return by_place(event, thread_.posts.size());
        if (posts_.empty()) posts_ = sorted(times_);
        for (const std::int64_t window : windows) {
            if (times_.allow(window)) counts.push_back(count(*moment, event.post, window));
        }
        return counts;
    }

private:
    Activity count(std::int64_t moment, std::uint32_t post, std::int64_t window) const {
        const auto from = [&](std::int64_t time, std::uint32_t place) {
            return std::lower_bound(posts_.begin(), posts_.end(), std::pair(time, place)) - posts_.begin();
        };
        const bool is_post = post < times_.at.size() && times_.at[post] == moment;
        Activity activity;
        activity.seconds = window;
        activity.before = static_cast<std::uint32_t>(from(moment, post) - from(moment - window, 0));
        activity.after =
            static_cast<std::uint32_t>(from(moment + window, none) - from(moment, post + (is_post ? 1 : 0)));
        const std::int64_t last = posts_.back().first;
        activity.cut = moment + window > (absolute_ ? std::max(last, thread_.captured_at.value_or(last)) : last);
        return activity;
    }

    const Thread& thread_;
    const PostTimes& times_;
    bool absolute_;
    std::vector<std::pair<std::int64_t, std::uint32_t>> posts_;
};

}  // namespace

std::vector<std::uint32_t> posts_below(const Resolution& resolution) {
    const std::size_t posts = resolution.posts.size();
    std::vector<std::uint32_t> parent(posts, none);
    std::vector<std::uint32_t> open(posts + resolution.ghosts.size(), 0);  // answers that are not counted yet
    std::vector<std::uint32_t> below(open.size(), 0);
    for (const Reply& reply : resolution.replies) {
        if (!reply.primary || parent[reply.from] != none) continue;
        const bool ghost = reply.to.kind == Ref::Kind::ghost;
        parent[reply.from] = static_cast<std::uint32_t>(ghost ? posts + reply.to.index : reply.to.index);
        ++open[parent[reply.from]];
    }
    std::vector<std::uint32_t> done;  // all that answers them is counted
    for (std::uint32_t post = 0; post < posts; ++post) {
        if (open[post] == 0) done.push_back(post);
    }
    while (!done.empty()) {
        const std::uint32_t post = done.back();
        done.pop_back();
        const std::uint32_t above = post < posts ? parent[post] : none;
        if (above == none) continue;
        below[above] += below[post] + 1;
        if (--open[above] == 0) done.push_back(above);
    }
    return below;
}

bool is_placeholder(const Post& printed, const ResolvedPost& resolved) {
    return resolved.words == 0 && std::any_of(printed.acts.begin(), printed.acts.end(), [](const PrintedAct& act) {
               return act.kind == ModerationKind::removal || act.kind == ModerationKind::deletion;
           });
}

void add_reach(const Thread& thread, const Resolution& resolution, const PostTimes& times,
               const std::vector<std::uint32_t>& below, std::vector<ModerationEvent>& events) {
    ActivityCounter counter(thread, resolution, times);
    for (ModerationEvent& event : events) {
        const std::uint32_t below_it = event.event ? event.post : event.post + 1;
        for (const std::uint32_t ghost : event.may_explain) {
            if (resolution.ghosts[ghost].quoted_by.back() >= below_it) event.quoted_after.push_back(ghost);
        }
        const bool took_away = event.kind == ModerationKind::removal || event.kind == ModerationKind::deletion;
        if (took_away && event.hit && event.hit->kind == Ref::Kind::post) event.orphans = below[event.hit->index];
        if (!thread.posts.empty()) event.activity = counter.around(event);
    }
}

}  // namespace rejoinder::detail
