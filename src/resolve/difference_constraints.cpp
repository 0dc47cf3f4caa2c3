#include "resolve/difference_constraints.hpp"

#include <algorithm>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <deque>
#include <utility>

namespace rejoinder {

namespace {

constexpr int most_rounds = 32;                   // of leaving out what contradicts
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

/// The cycles of predecessors, which negative cycles leave behind; each in the order of its edges. None shares a variable.
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

struct Paths {
    std::vector<std::int64_t> distance;
    std::vector<Cycle> cycles;   // negative ones; then the distances mean nothing
    bool settled = true;
};

/// Bellman and Ford's algorithm with a queue, so that work follows the front of changes: constraints are local, and passes over all
/// of them would be as many as the thread is long. Cycles are looked for after as many changes as there are variables
/// (Cherkassky & Goldberg, "Negative-cycle detection algorithms", 1999).
Paths shortest_paths(const ConstraintGraph& graph, std::uint32_t origin) {
    const std::size_t variables = boost::num_vertices(graph);
    Paths paths;
    paths.distance.assign(variables, unbounded);
    paths.distance[origin] = 0;
    std::vector<std::uint32_t> predecessor(variables);
    for (std::uint32_t v = 0; v < variables; ++v) predecessor[v] = v;
    std::vector<bool> queued(variables);
    std::deque<std::uint32_t> queue{origin};
    std::size_t changes = 0;
    std::size_t steps = 0;
    while (!queue.empty()) {
        const std::uint32_t from = queue.front();
        queue.pop_front();
        queued[from] = false;
        for (auto [at, end] = boost::out_edges(from, graph); at != end; ++at) {
            const std::uint32_t to = boost::target(*at, graph);
            const std::int64_t through = paths.distance[from] + graph[*at].most;
            ++steps;
            if (through >= paths.distance[to]) continue;
            paths.distance[to] = through;
            predecessor[to] = from;
            ++changes;
            if (!queued[to]) queue.push_back(to);
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

/// Leaves out the doubtful constraints that are steps of a cycle; returns how many.
std::size_t drop_on_cycles(const std::vector<Cycle>& cycles, std::vector<DifferenceConstraint>& constraints) {
    std::vector<Edge> steps;
    for (const Cycle& cycle : cycles) {
        for (std::size_t i = 0; i < cycle.size(); ++i) steps.emplace_back(cycle[i], cycle[(i + 1) % cycle.size()]);
    }
    std::sort(steps.begin(), steps.end());
    return static_cast<std::size_t>(std::erase_if(constraints, [&](const DifferenceConstraint& c) {
        return c.doubtful && std::binary_search(steps.begin(), steps.end(), Edge{c.from, c.to});
    }));
}

}  // namespace

DifferenceBounds solve_differences(std::size_t variables, std::uint32_t origin,
                                   std::vector<DifferenceConstraint> constraints) {
    DifferenceBounds bounds;
    Paths forward, backward;
    for (int round = 0;; ++round) {
        forward = shortest_paths(graph_of(variables, constraints, false), origin);
        if (forward.settled) backward = shortest_paths(graph_of(variables, constraints, true), origin);
        if (forward.settled && backward.settled) break;
        std::vector<Cycle>& cycles = forward.settled ? backward.cycles : forward.cycles;
        if (forward.settled) {
            for (Cycle& cycle : cycles) std::reverse(cycle.begin(), cycle.end());
        }
        if (bounds.cycle.empty() && !cycles.empty()) bounds.cycle = cycles.front();
        std::size_t dropped = round < most_rounds ? drop_on_cycles(cycles, constraints) : 0;
        if (dropped == 0) dropped = std::erase_if(constraints, [](const auto& c) { return c.doubtful; });
        if (dropped == 0) constraints.clear();   // certain constraints contradict: nothing can be said
        bounds.dropped += dropped;
    }
    bounds.most = std::move(forward.distance);
    bounds.least.resize(variables);
    for (std::size_t v = 0; v < variables; ++v) {
        bounds.least[v] = backward.distance[v] == unbounded ? -unbounded : -backward.distance[v];
    }
    return bounds;
}

}  // namespace rejoinder
