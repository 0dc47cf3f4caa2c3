// Lets the algorithms of Boost.Graph run on a PostGraph as it stands, without a copy of it.
#pragma once

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/property_map.hpp>
#include <cstdint>
#include <utility>

#include "rejoinder/post_graph.hpp"

namespace rejoinder::detail {

struct BoostEdge {
    std::uint32_t from = 0;
    std::uint32_t at = 0;  // index into PostGraph::edges

    bool operator==(const BoostEdge&) const = default;
};

/// Goes over edges in storage order: over `all`, or over those of one vertex.
template <bool all>
class BoostEdgeIterator
    : public boost::iterator_facade<BoostEdgeIterator<all>, BoostEdge, boost::forward_traversal_tag, BoostEdge> {
public:
    BoostEdgeIterator() = default;
    BoostEdgeIterator(const PostGraph& graph, std::uint32_t from, std::uint32_t at) : graph_(&graph), edge_{from, at} {
        find_vertex();
    }

private:
    friend class boost::iterator_core_access;
    BoostEdge dereference() const { return edge_; }
    bool equal(const BoostEdgeIterator& other) const { return edge_.at == other.edge_.at; }
    void increment() {
        ++edge_.at;
        find_vertex();
    }
    void find_vertex() {
        if constexpr (all) {
            while (edge_.at < graph_->edges.size() && edge_.at >= graph_->first[edge_.from + 1]) ++edge_.from;
        }
    }

    const PostGraph* graph_ = nullptr;
    BoostEdge edge_;
};

}  // namespace rejoinder::detail

namespace boost {

template <>
struct graph_traits<rejoinder::PostGraph> {
    using vertex_descriptor = std::uint32_t;
    using edge_descriptor = rejoinder::detail::BoostEdge;
    using directed_category = directed_tag;
    using edge_parallel_category = allow_parallel_edge_tag;
    struct traversal_category : incidence_graph_tag, vertex_list_graph_tag, edge_list_graph_tag {};
    using vertices_size_type = std::uint32_t;
    using edges_size_type = std::uint32_t;
    using degree_size_type = std::uint32_t;
    using vertex_iterator = counting_iterator<std::uint32_t>;
    using out_edge_iterator = rejoinder::detail::BoostEdgeIterator<false>;
    using edge_iterator = rejoinder::detail::BoostEdgeIterator<true>;
    static vertex_descriptor null_vertex() { return ~std::uint32_t{0}; }
};

template <>
struct graph_traits<const rejoinder::PostGraph> : graph_traits<rejoinder::PostGraph> {};

template <>
struct property_map<rejoinder::PostGraph, vertex_index_t> {
    using type = identity_property_map;
    using const_type = identity_property_map;
};

}  // namespace boost

// Boost finds these by argument-dependent lookup.
namespace rejoinder {

using PostGraphTraits = boost::graph_traits<PostGraph>;

inline std::uint32_t num_vertices(const PostGraph& graph) {
    return graph.size();
}
inline std::uint32_t num_edges(const PostGraph& graph) {
    return static_cast<std::uint32_t>(graph.edges.size());
}
inline std::pair<PostGraphTraits::vertex_iterator, PostGraphTraits::vertex_iterator> vertices(const PostGraph& graph) {
    return {PostGraphTraits::vertex_iterator(0), PostGraphTraits::vertex_iterator(graph.size())};
}
inline std::pair<PostGraphTraits::edge_iterator, PostGraphTraits::edge_iterator> edges(const PostGraph& graph) {
    return {{graph, 0, 0}, {graph, 0, num_edges(graph)}};
}
inline std::uint32_t out_degree(std::uint32_t vertex, const PostGraph& graph) {
    return graph.first[vertex + 1] - graph.first[vertex];
}
inline std::pair<PostGraphTraits::out_edge_iterator, PostGraphTraits::out_edge_iterator> out_edges(
    std::uint32_t vertex, const PostGraph& graph) {
    return {{graph, vertex, graph.first[vertex]}, {graph, vertex, graph.first[vertex + 1]}};
}
inline boost::identity_property_map get(boost::vertex_index_t /*index*/, const PostGraph& /*graph*/) {
    return {};
}

namespace detail {

inline std::uint32_t source(BoostEdge edge, const PostGraph& /*graph*/) {
    return edge.from;
}
inline std::uint32_t target(BoostEdge edge, const PostGraph& graph) {
    return graph.edges[edge.at].to;
}

}  // namespace detail
}  // namespace rejoinder
