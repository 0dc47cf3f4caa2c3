#include "resolve/difference_constraints.hpp"

#include <algorithm>
#include <boost/graph/bellman_ford_shortest_paths.hpp>
#include <boost/graph/edge_list.hpp>
#include <utility>

namespace rejoinder {

namespace {

constexpr std::size_t most_passes = 64;
constexpr int most_contradictions = 16;

using Edge = std::pair<std::uint32_t, std::uint32_t>;
using EdgeIterator = std::vector<Edge>::const_iterator;
using EdgeList = boost::edge_list<EdgeIterator, Edge, std::ptrdiff_t, std::random_access_iterator_tag>;

struct Paths {
    std::vector<std::int64_t> distance;
    std::vector<std::uint32_t> predecessor;
    bool settled = false;
};

Paths shortest_paths(std::size_t variables, std::uint32_t origin, const std::vector<DifferenceConstraint>& constraints,
                     bool reversed) {
    std::vector<Edge> edges(constraints.size());
    std::vector<std::int64_t> weights(constraints.size());
    for (std::size_t i = 0; i < constraints.size(); ++i) {
        // Constraints stand in the order of time; walked backward for the way back, one pass goes a long way.
        const DifferenceConstraint& c = constraints[reversed ? constraints.size() - 1 - i : i];
        edges[i] = reversed ? Edge{c.to, c.from} : Edge{c.from, c.to};
        weights[i] = c.most;
    }
    Paths paths;
    paths.distance.assign(variables, unbounded);
    paths.distance[origin] = 0;
    paths.predecessor.resize(variables);
    for (std::uint32_t v = 0; v < variables; ++v) paths.predecessor[v] = v;
    const EdgeList graph(edges.begin(), edges.end());
    paths.settled = boost::bellman_ford_shortest_paths(
        graph, static_cast<std::ptrdiff_t>(std::min(variables, most_passes)),
        boost::weight_map(boost::make_iterator_property_map(weights.begin(), get(boost::edge_index, graph)))
            .distance_map(boost::make_iterator_property_map(paths.distance.begin(), boost::identity_property_map()))
            .predecessor_map(boost::make_iterator_property_map(paths.predecessor.begin(), boost::identity_property_map()))
            .distance_combine(boost::closed_plus<std::int64_t>(unbounded)));
    return paths;
}

/// The variables on a cycle of predecessors, which a negative cycle leaves behind; empty if there is none.
std::vector<std::uint32_t> predecessor_cycle(const std::vector<std::uint32_t>& predecessor) {
    std::vector<std::uint32_t> seen_from(predecessor.size(), UINT32_MAX);
    for (std::uint32_t start = 0; start < predecessor.size(); ++start) {
        std::uint32_t at = start;
        while (seen_from[at] == UINT32_MAX && predecessor[at] != at) {
            seen_from[at] = start;
            at = predecessor[at];
        }
        if (predecessor[at] == at || seen_from[at] != start) continue;
        std::vector<std::uint32_t> cycle{at};
        for (std::uint32_t v = predecessor[at]; v != at; v = predecessor[v]) cycle.push_back(v);
        std::reverse(cycle.begin(), cycle.end());
        return cycle;
    }
    return {};
}

/// Leaves out the doubtful constraints between neighbours on the cycle; returns how many.
std::size_t drop_on_cycle(const std::vector<std::uint32_t>& cycle, std::vector<DifferenceConstraint>& constraints) {
    std::vector<Edge> steps;
    for (std::size_t i = 0; i < cycle.size(); ++i) steps.emplace_back(cycle[i], cycle[(i + 1) % cycle.size()]);
    std::sort(steps.begin(), steps.end());
    return std::erase_if(constraints, [&](const DifferenceConstraint& c) {
        return c.doubtful && std::binary_search(steps.begin(), steps.end(), Edge{c.from, c.to});
    });
}

}  // namespace

DifferenceBounds solve_differences(std::size_t variables, std::uint32_t origin,
                                   std::vector<DifferenceConstraint> constraints) {
    DifferenceBounds bounds;
    Paths forward = shortest_paths(variables, origin, constraints, false);
    Paths backward = shortest_paths(variables, origin, constraints, true);
    for (int tries = 0; !(forward.settled && backward.settled); ++tries) {
        const std::vector<std::uint32_t> cycle = predecessor_cycle(forward.settled ? backward.predecessor : forward.predecessor);
        std::vector<std::uint32_t> along = cycle;
        if (forward.settled) std::reverse(along.begin(), along.end());
        if (bounds.cycle.empty()) bounds.cycle = along;
        std::size_t dropped = tries < most_contradictions ? drop_on_cycle(along, constraints) : 0;
        if (dropped == 0) dropped = std::erase_if(constraints, [](const auto& c) { return c.doubtful; });
        if (dropped == 0) constraints.clear();   // certain constraints contradict: nothing can be said
        bounds.dropped += dropped;
        forward = shortest_paths(variables, origin, constraints, false);
        backward = shortest_paths(variables, origin, constraints, true);
    }
    bounds.most = std::move(forward.distance);
    bounds.least.resize(variables);
    for (std::size_t v = 0; v < variables; ++v) {
        bounds.least[v] = backward.distance[v] == unbounded ? -unbounded : -backward.distance[v];
    }
    return bounds;
}

}  // namespace rejoinder
