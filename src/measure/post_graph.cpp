#include "rejoinder/post_graph.hpp"

namespace rejoinder {
namespace {

/// Calls `add(from, edge)` for every edge of the graph, replies first.
template <class Add>
void each_edge(const PostGraph& graph, const Resolution& resolution, const PostGraphOptions& options, Add&& add) {
    for (std::uint32_t reply = 0; reply < resolution.replies.size(); ++reply) {
        const Reply& one = resolution.replies[reply];
        const std::uint32_t to = graph.vertex_of(one.to);
        if (one.confidence < options.least_confidence || to == one.from) continue;
        add(one.from, PostGraphEdge{to, reply, EdgeKind::reply});
    }
    for (std::uint32_t post = 0; options.quotes && post < graph.posts; ++post) {
        const std::vector<ResolvedQuote>& quotes = resolution.posts[post].quotes;
        for (std::uint32_t quote = 0; quote < quotes.size(); ++quote) {
            if (!quotes[quote].source || *quotes[quote].source == post_ref(post)) continue;
            add(post, PostGraphEdge{graph.vertex_of(*quotes[quote].source), quote, EdgeKind::quote});
        }
    }
    for (std::uint32_t event = 0; event < graph.events; ++event) {
        const GraphEvent& one = options.events[event];
        const std::uint32_t vertex = graph.posts + graph.ghosts + event;
        if (one.stated_by) add(*one.stated_by, PostGraphEdge{vertex, event, EdgeKind::statement});
        for (const Ref ref : one.on) add(vertex, PostGraphEdge{graph.vertex_of(ref), event, EdgeKind::act});
    }
}

}  // namespace

PostGraph build_post_graph(const Resolution& resolution, const PostGraphOptions& options) {
    PostGraph graph;
    graph.posts = static_cast<std::uint32_t>(resolution.posts.size());
    graph.ghosts = static_cast<std::uint32_t>(resolution.ghosts.size());
    graph.events = static_cast<std::uint32_t>(options.events.size());
    // A counting sort: how many edges leave each vertex, where the first of them goes, and then each to its place.
    graph.first.assign(graph.size() + std::size_t{1}, 0);
    each_edge(graph, resolution, options,
              [&](std::uint32_t from, const PostGraphEdge&) { ++graph.first[from + std::size_t{1}]; });
    for (std::size_t vertex = 1; vertex < graph.first.size(); ++vertex) graph.first[vertex] += graph.first[vertex - 1];
    graph.edges.resize(graph.first.back());
    std::vector<std::uint32_t> next(graph.first.begin(), graph.first.end() - 1);
    each_edge(graph, resolution, options,
              [&](std::uint32_t from, const PostGraphEdge& edge) { graph.edges[next[from]++] = edge; });
    return graph;
}

}  // namespace rejoinder
