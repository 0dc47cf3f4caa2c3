#include "measure/components.hpp"

#include <boost/graph/incremental_components.hpp>
#include <boost/pending/disjoint_sets.hpp>
#include <vector>

#include "measure/boost_graph.hpp"

namespace rejoinder::detail {

std::uint32_t count_components(const PostGraph& graph) {
    if (graph.edges.empty()) return 0;
    std::vector<std::uint32_t> rank(graph.size());
    std::vector<std::uint32_t> parent(graph.size());
    boost::disjoint_sets<std::uint32_t*, std::uint32_t*> sets(rank.data(), parent.data());
    boost::initialize_incremental_components(graph, sets);
    boost::incremental_components(graph, sets);
    std::vector<bool> has_edge(graph.size(), false);
    for (auto [edge, end] = edges(graph); edge != end; ++edge) {
        has_edge[source(*edge, graph)] = true;
        has_edge[target(*edge, graph)] = true;
    }
    std::uint32_t components = 0;
    for (std::uint32_t vertex = 0; vertex < graph.size(); ++vertex) {
        if (has_edge[vertex] && sets.find_set(vertex) == vertex) ++components;
    }
    return components;
}

}  // namespace rejoinder::detail
