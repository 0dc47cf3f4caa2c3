#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/visitors.hpp>
#include <catch2/catch.hpp>

#include "measure/boost_graph.hpp"
#include "unit/measure/sample.hpp"

using namespace rejoinder;
using namespace rejoinder::test;

namespace {

/// The Thai-visa thread with the removal that its post 5 states, which may have hit either ghost.
PostGraph thai_visa_graph() {
    PostGraphOptions options;
    options.events.push_back({4, {ghost_ref(0), ghost_ref(1)}});
    return build_post_graph(thai_visa_thread().resolution, options);
}

}  // namespace

TEST_CASE("Posts, ghosts and events are vertices, and every edge knows its evidence") {
    const PostGraph graph = thai_visa_graph();
    CHECK(graph.size() == 10);
    CHECK(graph.edges.size() == 5 + 5 + 1 + 2);
    REQUIRE(graph.edges_of(3).size() == 2);
    CHECK(graph.edges_of(3)[0] == PostGraphEdge{8, 2, EdgeKind::reply});  // the third reply: post 4 answers ghost B
    CHECK(graph.edges_of(3)[1] == PostGraphEdge{8, 0, EdgeKind::quote});  // its first quote
    REQUIRE(graph.edges_of(4).size() == 1);
    CHECK(graph.edges_of(4)[0] == PostGraphEdge{9, 0, EdgeKind::statement});
    REQUIRE(graph.edges_of(9).size() == 2);
    CHECK(graph.edges_of(9)[1] == PostGraphEdge{8, 0, EdgeKind::act});
    CHECK(graph.edges_of(8).empty());
}

TEST_CASE("Doubtful replies, quotes and what has no source can be left out") {
    Sample sample;
    sample.post();
    sample.post();
    sample.reply(1, post_ref(0), 0.5);
    sample.reply(1, post_ref(1));
    sample.quote(1, post_ref(0));
    sample.resolution.posts[1].quotes.emplace_back();
    PostGraphOptions options;
    CHECK(build_post_graph(sample.resolution, options).edges.size() == 2);
    options.least_confidence = 0.8;
    CHECK(build_post_graph(sample.resolution, options).edges.size() == 1);
    options.quotes = false;
    CHECK(build_post_graph(sample.resolution, options).edges.empty());
    CHECK(build_post_graph({}, {}).size() == 0);
}

TEST_CASE("Boost's algorithms run on the graph as it stands") {
    const PostGraph graph = thai_visa_graph();
    std::vector<int> distance(graph.size(), -1);
    distance[5] = 0;  // from post 6 over post 4 to ghost B
    boost::breadth_first_search(
        graph, std::uint32_t{5},
        boost::visitor(boost::make_bfs_visitor(boost::record_distances(distance.data(), boost::on_tree_edge()))));
    CHECK(distance == std::vector<int>{-1, -1, -1, 1, -1, 0, -1, -1, 2, -1});
    CHECK(out_degree(9, graph) == 2);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> all;
    for (auto [edge, end] = edges(graph); edge != end; ++edge) {
        all.emplace_back(source(*edge, graph), target(*edge, graph));
    }
    CHECK(all.size() == graph.edges.size());
    CHECK(all.front() == std::pair{1u, 7u});
    CHECK(all.back() == std::pair{9u, 8u});
}
