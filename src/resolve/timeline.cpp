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

    void between(std::uint32_t from, std::uint32_t to, std::int64_t least, std::int64_t most, bool doubtful);
    void add_printed_times();
    void add_page_order();
    void add_quotes();
    TimeBounds bounds_of(const DifferenceBounds& bounds, std::uint32_t variable) const;

    const Thread& thread_;
    const std::vector<ResolvedPost>& posts_;
    const std::vector<Ghost>& ghosts_;
    std::vector<DifferenceConstraint> constraints_;
    std::vector<std::uint32_t> ages_;   // by variable: how many ages are its own
    bool absolute_ = false;
};

/// least <= t[to] - t[from] <= most
void TimelineSolver::between(std::uint32_t from, std::uint32_t to, std::int64_t least, std::int64_t most, bool doubtful) {
    if (most != unbounded) constraints_.push_back({from, to, most, doubtful});
    constraints_.push_back({to, from, -least, doubtful});
}

void TimelineSolver::add_printed_times() {
    for (std::uint32_t i = 0; i < posts_.size(); ++i) {
        const PrintedTime& time = thread_.posts[i].time;
        if (time.at) {
            between(epoch(), i, time.at->at_least, time.at->below - 1, false);
            absolute_ = true;
        } else if (time.age && thread_.captured_at) {
            between(epoch(), i, *thread_.captured_at - time.age->below, *thread_.captured_at - time.age->at_least, false);
            absolute_ = true;
        }
    }
}

void TimelineSolver::add_page_order() {
    // Threaded pages stand in the order of answers, not of time; then order says nothing.
    std::optional<std::int64_t> latest;
    for (const Post& post : thread_.posts) {
        if (!post.time.at) continue;
        if (latest && post.time.at->below <= *latest) return;
        latest = std::max(latest.value_or(post.time.at->at_least), post.time.at->at_least);
    }
    for (auto i = static_cast<std::uint32_t>(posts_.size()); i-- > 1;) {
        if (thread_.posts[i].time.at && thread_.posts[i - 1].time.at) continue;
        between(i - 1, i, 0, unbounded, false);
    }
}

void TimelineSolver::add_quotes() {
    for (std::uint32_t i = 0; i < posts_.size(); ++i) {
        for (const ResolvedQuote& quote : posts_[i].quotes) {
            if (!quote.source) continue;
            const std::uint32_t source = variable(*quote.source);
            const bool of_ghost = quote.source->kind == Ref::Kind::ghost;
            const bool both_printed = !of_ghost && thread_.posts[source].time.at && thread_.posts[i].time.at;
            if (quote.time.at && of_ghost) {
                between(epoch(), source, quote.time.at->at_least, quote.time.at->below - 1, true);
                absolute_ = true;
            } else if (quote.time.age && quote.depth == 1 && !both_printed) {
                between(source, i, quote.time.age->at_least, quote.time.age->below, true);
                ++ages_[source];
                continue;
            }
            if (!both_printed) between(source, i, 0, unbounded, false);
        }
    }
}

TimeBounds TimelineSolver::bounds_of(const DifferenceBounds& bounds, std::uint32_t variable) const {
    TimeBounds result;
    if (bounds.least[variable] != -unbounded) result.earliest = bounds.least[variable];
    if (bounds.most[variable] != unbounded) result.latest = bounds.most[variable];
    return result;
}

Timeline TimelineSolver::solve() {
    add_printed_times();
    add_page_order();
    add_quotes();
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

Timeline solve_timeline(const Thread& thread, const std::vector<ResolvedPost>& posts, const std::vector<Ghost>& ghosts) {
    return TimelineSolver(thread, posts, ghosts).solve();
}

}  // namespace rejoinder
