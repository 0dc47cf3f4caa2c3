#include "resolve/timeline.hpp"

#include <algorithm>

#include "resolve/difference_constraints.hpp"

namespace rejoinder {

namespace {

class TimelineSolver {
public:
    TimelineSolver(const Thread& thread, const std::vector<ResolvedPost>& posts, const std::vector<Ghost>& ghosts)
        : thread_(thread), posts_(posts), ghosts_(ghosts), ages_(posts.size() + ghosts.size()) {}

    Timeline solve();

private:
    // Variables: posts, then ghosts, then the epoch.
    std::uint32_t variable(Ref ref) const {
        return ref.kind == Ref::Kind::post ? ref.index : static_cast<std::uint32_t>(posts_.size()) + ref.index;
    }
    std::uint32_t epoch() const { return static_cast<std::uint32_t>(posts_.size() + ghosts_.size()); }
    Ref ref(std::uint32_t variable) const {
        return variable < posts_.size() ? post_ref(variable) : ghost_ref(variable - posts_.size());
    }

    void between(std::uint32_t from, std::uint32_t to, std::int64_t least, std::int64_t most, std::uint32_t doubt);
    void add_printed_time(std::uint32_t post);
    bool is_in_order_of_time() const;
    void add_quote(std::uint32_t post, const ResolvedQuote& quote);
    void add_constraints();
    TimeBounds bounds_of(const DifferenceBounds& bounds, std::uint32_t variable) const;

    const Thread& thread_;
    const std::vector<ResolvedPost>& posts_;
    const std::vector<Ghost>& ghosts_;
    std::vector<DifferenceConstraint> constraints_;
    std::vector<std::uint32_t> ages_;  // by variable: how many ages are its own
    bool absolute_ = false;
};

/// least <= t[to] - t[from] <= most
void TimelineSolver::between(std::uint32_t from, std::uint32_t to, std::int64_t least, std::int64_t most,
                             std::uint32_t doubt) {
    if (most != unbounded) constraints_.push_back({from, to, most, doubt});
    constraints_.push_back({to, from, -least, doubt});
}

void TimelineSolver::add_printed_time(std::uint32_t post) {
    const PrintedTime& time = thread_.posts[post].time;
    if (time.at) {
        between(epoch(), post, time.at->at_least, time.at->below - 1, 0);
        absolute_ = true;
        return;
    }
    // An age counts back from when its own page was saved.
    const auto saved = thread_.posts[post].captured_at ? thread_.posts[post].captured_at : thread_.captured_at;
    if (time.age && saved) {
        between(epoch(), post, *saved - time.age->below, *saved - time.age->at_least, 0);
        absolute_ = true;
    }
}

/// Threaded pages stand in the order of answers, not of time; printed times show it.
bool TimelineSolver::is_in_order_of_time() const {
    std::optional<std::int64_t> latest;
    for (const Post& post : thread_.posts) {
        if (!post.time.at) continue;
        if (latest && post.time.at->below <= *latest) return false;
        latest = std::max(latest.value_or(post.time.at->at_least), post.time.at->at_least);
    }
    return true;
}

void TimelineSolver::add_quote(std::uint32_t post, const ResolvedQuote& quote) {
    if (!quote.source) return;
    const std::uint32_t source = variable(*quote.source);
    const bool of_ghost = quote.source->kind == Ref::Kind::ghost;
    // The farther back a quote reaches, the likelier it is that it means another post.
    const std::uint32_t first = of_ghost ? ghosts_[quote.source->index].quoted_by.front() : source;
    const std::uint32_t doubt = 1 + (post > first ? post - first : 0);
    const bool both_printed = !of_ghost && thread_.posts[source].time.at && thread_.posts[post].time.at;
    if (quote.time.at && of_ghost) {
        between(epoch(), source, quote.time.at->at_least, quote.time.at->below - 1, 1);
        absolute_ = true;
    } else if (quote.time.age && quote.depth == 1 && !both_printed) {
        between(source, post, quote.time.age->at_least, quote.time.age->below, doubt);
        ++ages_[source];
        return;
    }
    if (!both_printed) between(source, post, 0, unbounded, 0);
}

/// Post by post, so that what may contradict stands close together.
void TimelineSolver::add_constraints() {
    const bool in_order = is_in_order_of_time();
    for (std::uint32_t i = 0; i < posts_.size(); ++i) {
        const bool both_printed = i > 0 && thread_.posts[i].time.at && thread_.posts[i - 1].time.at;
        if (i > 0 && in_order && !both_printed) between(i - 1, i, 0, unbounded, 0);
        add_printed_time(i);
        for (const ResolvedQuote& quote : posts_[i].quotes) add_quote(i, quote);
    }
}

TimeBounds TimelineSolver::bounds_of(const DifferenceBounds& bounds, std::uint32_t variable) const {
    TimeBounds result;
    if (bounds.least[variable] != -unbounded) result.earliest = bounds.least[variable];
    if (bounds.most[variable] != unbounded) result.latest = bounds.most[variable];
    return result;
}

Timeline TimelineSolver::solve() {
    add_constraints();
    Timeline timeline;
    timeline.posts.resize(posts_.size());
    timeline.ghosts.resize(ghosts_.size());
    std::uint32_t origin = epoch();
    if (!absolute_) {
        // Without a clock, times are told from the post that most ages speak of.
        const auto most = std::max_element(ages_.begin(), ages_.end());
        if (most == ages_.end() || *most == 0) return timeline;
        origin = static_cast<std::uint32_t>(most - ages_.begin());
        timeline.anchor = ref(origin);
    }
    const DifferenceBounds bounds = solve_differences(epoch() + 1, origin, std::move(constraints_));
    for (std::uint32_t i = 0; i < posts_.size(); ++i) timeline.posts[i] = bounds_of(bounds, i);
    for (std::uint32_t i = 0; i < ghosts_.size(); ++i) timeline.ghosts[i] = bounds_of(bounds, variable(ghost_ref(i)));
    for (const std::uint32_t variable : bounds.cycle) {
        if (variable != epoch()) timeline.contradiction.push_back(ref(variable));
    }
    timeline.dropped = bounds.dropped;
    return timeline;
}

}  // namespace

Timeline solve_timeline(const Thread& thread, const std::vector<ResolvedPost>& posts,
                        const std::vector<Ghost>& ghosts) {
    return TimelineSolver(thread, posts, ghosts).solve();
}

}  // namespace rejoinder
