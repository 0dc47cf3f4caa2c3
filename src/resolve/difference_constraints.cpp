#include "resolve/difference_constraints.hpp"

#include <algorithm>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <functional>
#include <numeric>
#include <queue>
#include <span>
#include <utility>

namespace rejoinder {

namespace {

constexpr int most_rounds = 32;  // of leaving out what contradicts
constexpr std::size_t stretch_constraints = 512;
constexpr std::size_t hub_degree = 64;
constexpr std::size_t most_steps_per_edge = 256;  // a system that needs more is treated as contradictory

using Cycle = std::vector<std::uint32_t>;
using Edge = std::pair<std::uint32_t, std::uint32_t>;

struct Constraint {
    std::int64_t most = 0;
};

using ConstraintGraph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, Constraint,
                                                           boost::no_property, std::uint32_t, std::uint32_t>;

/// The constraints as a graph; reversed for distances to the origin instead of from it.
ConstraintGraph graph_of(std::size_t variables, const std::vector<DifferenceConstraint>& constraints, bool reversed) {
    std::vector<Edge> edges(constraints.size());
    std::vector<Constraint> weights(constraints.size());
    for (std::size_t i = 0; i < constraints.size(); ++i) {
        const DifferenceConstraint& c = constraints[i];
        edges[i] = reversed ? Edge{c.to, c.from} : Edge{c.from, c.to};
        weights[i].most = c.most;
    }
    return {boost::edges_are_unsorted_multi_pass, edges.begin(), edges.end(), weights.begin(),
            static_cast<std::uint32_t>(variables)};
}

/// The cycles of predecessors, which negative cycles leave behind; each in the order of its edges. None shares a
/// variable.
std::vector<Cycle> predecessor_cycles(const std::vector<std::uint32_t>& predecessor) {
    std::vector<Cycle> cycles;
    std::vector<std::uint32_t> seen_from(predecessor.size(), UINT32_MAX);
    for (std::uint32_t start = 0; start < predecessor.size(); ++start) {
        std::uint32_t at = start;
        while (seen_from[at] == UINT32_MAX && predecessor[at] != at) {
            seen_from[at] = start;
            at = predecessor[at];
        }
        if (predecessor[at] == at || seen_from[at] != start) continue;
        Cycle cycle{at};
        for (std::uint32_t v = predecessor[at]; v != at; v = predecessor[v]) cycle.push_back(v);
        std::reverse(cycle.begin(), cycle.end());
        cycles.push_back(std::move(cycle));
    }
    return cycles;
}

/// For each variable the number of the first constraint that speaks of it: its place in the order of time.
std::vector<std::uint32_t> places_of(std::size_t variables, std::span<const DifferenceConstraint> constraints) {
    std::vector<std::uint32_t> places(variables, 0);
    std::vector<bool> known(variables);
    for (std::uint32_t i = 0; i < constraints.size(); ++i) {
        for (const std::uint32_t v : {constraints[i].from, constraints[i].to}) {
            if (!known[v]) places[v] = i;
            known[v] = true;
        }
    }
    return places;
}

struct Paths {
    std::vector<std::int64_t> distance;
    std::vector<Cycle> cycles;  // negative ones; then the distances mean nothing
    bool settled = true;
};

/// Distances from the nearest of `origins`: Bellman and Ford's algorithm with a queue that keeps to the neighbourhood
/// of the first origin. Constraints join variables of near places; what is near settles before what is far is looked
/// at, where passes over all of them would be as many as the thread is long. Cycles are looked for after as many
/// changes as there are variables (Cherkassky & Goldberg, "Negative-cycle detection algorithms", 1999).
Paths shortest_paths(const ConstraintGraph& graph, const std::vector<std::uint32_t>& origins,
                     const std::vector<std::uint32_t>& places) {
    const std::size_t variables = boost::num_vertices(graph);
    Paths paths;
    paths.distance.assign(variables, unbounded);
    std::vector<bool> queued(variables);
    for (const std::uint32_t origin : origins) {
        paths.distance[origin] = 0;
        queued[origin] = true;
    }
    std::vector<std::uint32_t> predecessor(variables);
    for (std::uint32_t v = 0; v < variables; ++v) predecessor[v] = v;
    // From one origin, what is near it goes first; from all variables at once, what has waited longest.
    const bool by_place = origins.size() == 1;
    const std::uint32_t start = places[origins.front()];
    std::uint32_t turn = 0;
    const auto rank_of = [&](std::uint32_t v) {
        if (!by_place) return turn++;
        // What many constraints speak of (the epoch) waits for the others, or every one of them would set it off again.
        if (boost::out_degree(v, graph) > hub_degree) return UINT32_MAX;
        return places[v] < start ? start - places[v] : places[v] - start;
    };
    using Waiting = std::pair<std::uint32_t, std::uint32_t>;  // its rank, variable
    std::priority_queue<Waiting, std::vector<Waiting>, std::greater<>> queue;
    for (const std::uint32_t origin : origins) queue.emplace(rank_of(origin), origin);
    std::size_t changes = 0;
    std::size_t steps = 0;
    while (!queue.empty()) {
        const std::uint32_t from = queue.top().second;
        queue.pop();
        queued[from] = false;
        for (auto [at, end] = boost::out_edges(from, graph); at != end; ++at) {
            const std::uint32_t to = boost::target(*at, graph);
            const std::int64_t through = paths.distance[from] + graph[*at].most;
            ++steps;
            if (through >= paths.distance[to]) continue;
            paths.distance[to] = through;
            predecessor[to] = from;
            ++changes;
            if (!queued[to]) queue.emplace(rank_of(to), to);
            queued[to] = true;
        }
        const bool endless = steps > most_steps_per_edge * (boost::num_edges(graph) + 1);
        if (changes < variables && !endless) continue;
        changes = 0;
        paths.cycles = predecessor_cycles(predecessor);
        paths.settled = paths.cycles.empty() && !endless;
        if (!paths.settled) break;
    }
    return paths;
}

/// Of each cycle the constraints of the greatest doubt, which are to be left out: marks them, and returns how many
/// there are.
std::size_t mark_weakest(const std::vector<Cycle>& cycles, std::span<const DifferenceConstraint> constraints,
                         std::vector<bool>& weakest) {
    struct Step {
        Edge edge;
        std::size_t cycle;
        auto operator<=>(const Step&) const = default;
    };
    std::vector<Step> steps;
    for (std::size_t c = 0; c < cycles.size(); ++c) {
        const Cycle& cycle = cycles[c];
        for (std::size_t i = 0; i < cycle.size(); ++i) steps.push_back({{cycle[i], cycle[(i + 1) % cycle.size()]}, c});
    }
    std::sort(steps.begin(), steps.end());
    std::vector<std::uint32_t> doubt(cycles.size());
    const auto cycle_of = [&](const DifferenceConstraint& c) {
        const auto at = std::lower_bound(steps.begin(), steps.end(), Step{{c.from, c.to}, 0});
        return at != steps.end() && at->edge == Edge{c.from, c.to} ? at->cycle : cycles.size();
    };
    for (const DifferenceConstraint& c : constraints) {
        if (const std::size_t cycle = c.doubt == 0 ? cycles.size() : cycle_of(c); cycle < cycles.size()) {
            doubt[cycle] = std::max(doubt[cycle], c.doubt);
        }
    }
    std::size_t marked = 0;
    weakest.assign(constraints.size(), false);
    for (std::size_t i = 0; i < constraints.size(); ++i) {
        if (constraints[i].doubt == 0) continue;
        const std::size_t cycle = cycle_of(constraints[i]);
        weakest[i] = cycle < cycles.size() && constraints[i].doubt == doubt[cycle];
        marked += weakest[i] ? 1 : 0;
    }
    return marked;
}

void erase_marked(std::vector<DifferenceConstraint>& constraints, const std::vector<bool>& marked) {
    std::size_t i = 0;
    std::erase_if(constraints, [&](const DifferenceConstraint&) { return marked[i++]; });
}

/// Finds contradictions within a stretch of constraints, from all its variables at once, and marks what is to be left
/// out.
void mend_stretch(std::span<const DifferenceConstraint> stretch, std::vector<bool>::iterator left_out,
                  DifferenceBounds& bounds) {
    std::vector<std::uint32_t> names;  // of the stretch's variables: index here -> index in the whole
    for (const DifferenceConstraint& c : stretch) names.insert(names.end(), {c.from, c.to});
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    const auto local = [&](std::uint32_t variable) {
        return static_cast<std::uint32_t>(std::lower_bound(names.begin(), names.end(), variable) - names.begin());
    };
    std::vector<std::uint32_t> all(names.size());
    std::iota(all.begin(), all.end(), 0U);
    std::vector<DifferenceConstraint> kept;
    std::vector<std::ptrdiff_t> places;  // of the kept ones in the stretch
    for (std::size_t i = 0; i < stretch.size(); ++i) {
        if (left_out[static_cast<std::ptrdiff_t>(i)]) continue;
        kept.push_back({local(stretch[i].from), local(stretch[i].to), stretch[i].most, stretch[i].doubt});
        places.push_back(static_cast<std::ptrdiff_t>(i));
    }
    std::vector<bool> weakest;
    for (int round = 0; round < most_rounds; ++round) {
        const Paths paths = shortest_paths(graph_of(names.size(), kept, false), all, places_of(names.size(), kept));
        const std::size_t found = mark_weakest(paths.cycles, kept, weakest);
        if (found == 0) return;  // no contradiction, or one of certain constraints only
        if (bounds.cycle.empty()) {
            for (const std::uint32_t variable : paths.cycles.front()) bounds.cycle.push_back(names[variable]);
        }
        bounds.dropped += found;
        for (std::size_t i = 0; i < places.size(); ++i) {
            if (weakest[i]) left_out[places[i]] = true;
        }
        std::size_t i = 0;
        std::erase_if(places, [&](std::ptrdiff_t) { return weakest[i++]; });
        erase_marked(kept, weakest);
    }
}

/// Contradictions join neighbours, so stretches that overlap by half find most of them, at a cost that grows with the
/// number of stretches and not with its square.
void mend_stretches(std::vector<DifferenceConstraint>& constraints, DifferenceBounds& bounds) {
    std::vector<bool> left_out(constraints.size());
    for (std::size_t begin = 0; begin < constraints.size(); begin += stretch_constraints / 2) {
        const std::size_t size = std::min(stretch_constraints, constraints.size() - begin);
        mend_stretch(std::span(constraints).subspan(begin, size), left_out.begin() + static_cast<std::ptrdiff_t>(begin),
                     bounds);
    }
    erase_marked(constraints, left_out);
}

/// What is left is found from the origin, round by round.
Paths mend_whole(std::size_t variables, std::uint32_t origin, std::vector<DifferenceConstraint>& constraints,
                 bool reversed, DifferenceBounds& bounds) {
    std::vector<bool> weakest;
    for (int round = 0;; ++round) {
        Paths paths =
            shortest_paths(graph_of(variables, constraints, reversed), {origin}, places_of(variables, constraints));
        if (paths.settled) return paths;
        if (reversed) {
            for (Cycle& cycle : paths.cycles) std::reverse(cycle.begin(), cycle.end());
        }
        if (bounds.cycle.empty() && !paths.cycles.empty()) bounds.cycle = paths.cycles.front();
        std::size_t left_out = mark_weakest(paths.cycles, constraints, weakest);
        if (left_out > 0 && round < most_rounds) {
            erase_marked(constraints, weakest);
        } else {
            left_out = static_cast<std::size_t>(std::erase_if(constraints, [](const auto& c) { return c.doubt > 0; }));
            if (left_out == 0) constraints.clear();  // certain constraints contradict: nothing can be said
        }
        bounds.dropped += left_out;
    }
}

}  // namespace

DifferenceBounds solve_differences(std::size_t variables, std::uint32_t origin,
                                   std::vector<DifferenceConstraint> constraints) {
    DifferenceBounds bounds;
    mend_stretches(constraints, bounds);
    Paths forward = mend_whole(variables, origin, constraints, false, bounds);
    const std::size_t dropped = bounds.dropped;
    const Paths backward = mend_whole(variables, origin, constraints, true, bounds);
    if (bounds.dropped > dropped) forward = mend_whole(variables, origin, constraints, false, bounds);
    bounds.most = std::move(forward.distance);
    bounds.least.resize(variables);
    for (std::size_t v = 0; v < variables; ++v) {
        bounds.least[v] = backward.distance[v] == unbounded ? -unbounded : -backward.distance[v];
    }
    return bounds;
}

}  // namespace rejoinder
