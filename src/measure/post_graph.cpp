#include "measure/post_graph.hpp"

#include <algorithm>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/connected_components.hpp>
#include <utility>

namespace rejoinder::detail {
namespace {

constexpr std::uint32_t on_path = none - 1;  // a depth that is being worked out
constexpr std::size_t most_chains = 10;

using UndirectedEdges = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

std::uint32_t vertex_of(Ref ref, std::uint32_t posts) {
    return ref.kind == Ref::Kind::post ? ref.index : posts + ref.index;
}

/// Enters the replies: parents, counts, and each edge in both directions for the components.
UndirectedEdges add_replies(const Resolution& resolution, double least_confidence, PostGraph& graph) {
    struct Choice {
        bool primary = false;
        double confidence = -1;
    };
    std::vector<Choice> chosen(graph.posts);
    UndirectedEdges edges;
    edges.reserve(2 * resolution.replies.size());
    for (const Reply& reply : resolution.replies) {
        const std::uint32_t to = vertex_of(reply.to, graph.posts);
        if (reply.confidence < least_confidence || reply.from == to) continue;
        ++graph.edges;
        ++graph.vertices[to].replies;
        edges.emplace_back(reply.from, to);
        edges.emplace_back(to, reply.from);
        Choice& best = chosen[reply.from];
        const bool better = reply.primary != best.primary ? reply.primary : reply.confidence > best.confidence;
        if (better) {
            best = {reply.primary, reply.confidence};
            graph.vertices[reply.from].parent = to;
        }
    }
    return edges;
}

/// Walks up from `start` and fills in depth and root on the way. False if the walk went in a circle, which is then cut.
bool walk_up(std::vector<PostVertex>& vertices, std::uint32_t start, std::vector<std::uint32_t>& path) {
    path.clear();
    std::uint32_t at = start;
    while (at != none && vertices[at].depth == none) {
        vertices[at].depth = on_path;
        path.push_back(at);
        at = vertices[at].parent;
    }
    if (at != none && vertices[at].depth == on_path) {
        const auto circle = std::find(path.begin(), path.end(), at);
        vertices[*std::min_element(circle, path.end())].parent = none;
        for (const std::uint32_t vertex : path) vertices[vertex].depth = none;
        return false;
    }
    if (path.empty()) return true;
    const std::uint32_t root = at == none ? path.back() : vertices[at].root;
    std::uint32_t depth = at == none ? 0 : vertices[at].depth + 1;
    for (auto vertex = path.rbegin(); vertex != path.rend(); ++vertex) {
        vertices[*vertex].depth = depth++;
        vertices[*vertex].root = root;
    }
    return true;
}

/// Vertices by depth, deepest last: a counting sort, so that one pass from the back sums up subtrees.
std::vector<std::uint32_t> by_depth(const std::vector<PostVertex>& vertices, std::uint32_t greatest) {
    std::vector<std::uint32_t> place(greatest + 2, 0);
    for (const PostVertex& vertex : vertices) ++place[vertex.depth + 1];
    for (std::size_t depth = 1; depth < place.size(); ++depth) place[depth] += place[depth - 1];
    std::vector<std::uint32_t> order(vertices.size());
    for (std::uint32_t vertex = 0; vertex < vertices.size(); ++vertex) order[place[vertices[vertex].depth]++] = vertex;
    return order;
}

void build_tree(PostGraph& graph) {
    std::vector<PostVertex>& vertices = graph.vertices;
    std::vector<std::uint32_t> path;
    std::uint32_t greatest = 0;
    for (std::uint32_t vertex = 0; vertex < vertices.size(); ++vertex) {
        while (!walk_up(vertices, vertex, path)) {
        }
        greatest = std::max(greatest, vertices[vertex].depth);
    }
    graph.levels.assign(greatest + 1, 0);
    for (std::uint32_t vertex = 0; vertex < vertices.size(); ++vertex) {
        const PostVertex& at = vertices[vertex];
        if (at.parent != none) ++vertices[at.parent].answers;
        if (at.counts && at.parent == none) ++graph.roots;
        if (at.counts && vertex < graph.posts) ++graph.levels[at.depth];
    }
    const std::vector<std::uint32_t> order = by_depth(vertices, greatest);
    for (auto vertex = order.rbegin(); vertex != order.rend(); ++vertex) {
        const PostVertex& at = vertices[*vertex];
        if (at.parent != none) vertices[at.parent].subtree += at.subtree;
    }
}

/// An edge of a tree lies between s vertices on one side and n - s on the other, so s * (n - s) shortest paths cross
/// it; the sum over all edges is the Wiener index.
void measure_largest_tree(PostGraph& graph) {
    std::uint32_t size = 1;
    for (std::uint32_t post = 0; post < graph.posts; ++post) {
        const std::uint32_t root = graph.vertices[post].root;
        if (graph.vertices[root].subtree > size) {
            size = graph.vertices[root].subtree;
            graph.largest_tree = root;
        }
    }
    if (graph.largest_tree == none) return;
    for (const PostVertex& at : graph.vertices) {
        if (at.root != graph.largest_tree || at.parent == none) continue;
        graph.wiener += std::uint64_t{at.subtree} * (size - at.subtree);
    }
}

/// Boost reads a directed graph that holds each edge both ways as an undirected one.
std::uint32_t count_components(const UndirectedEdges& edges, std::size_t vertices) {
    if (edges.empty()) return 0;
    using Graph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                                     boost::no_property, std::uint32_t, std::uint32_t>;
    const Graph graph(boost::edges_are_unsorted_multi_pass, edges.begin(), edges.end(),
                      static_cast<std::uint32_t>(vertices));
    std::vector<std::uint32_t> component(vertices);
    const auto all = boost::connected_components(
        graph, boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, graph)));
    std::uint32_t alone = 0;
    for (std::uint32_t vertex = 0; vertex < vertices; ++vertex) {
        if (out_degree(vertex, graph) == 0) ++alone;
    }
    return static_cast<std::uint32_t>(all) - alone;
}

}  // namespace

PostGraph build_post_graph(const Thread& thread, const Resolution& resolution, double least_confidence) {
    PostGraph graph;
    graph.posts = static_cast<std::uint32_t>(resolution.posts.size());
    graph.vertices.resize(resolution.posts.size() + resolution.ghosts.size());
    for (std::uint32_t post = 0; post < graph.posts; ++post) {
        graph.vertices[post].counts = thread.posts[post].kind != PostKind::pingback;
        if (graph.vertices[post].counts) ++graph.spoken_posts;
    }
    const UndirectedEdges edges = add_replies(resolution, least_confidence, graph);
    build_tree(graph);
    measure_largest_tree(graph);
    graph.components = count_components(edges, graph.vertices.size());
    return graph;
}

std::vector<std::vector<Ref>> longest_chains(const PostGraph& graph) {
    std::vector<std::vector<Ref>> chains;
    const std::size_t longest = graph.levels.size() - 1;
    if (longest == 0) return chains;
    for (std::uint32_t post = 0; post < graph.posts && chains.size() < most_chains; ++post) {
        if (graph.vertices[post].depth != longest) continue;
        std::vector<Ref>& chain = chains.emplace_back(longest + 1);
        std::uint32_t at = post;
        for (auto place = chain.rbegin(); place != chain.rend(); ++place) {
            *place = at < graph.posts ? post_ref(at) : ghost_ref(at - graph.posts);
            at = graph.vertices[at].parent;
        }
    }
    return chains;
}

}  // namespace rejoinder::detail
