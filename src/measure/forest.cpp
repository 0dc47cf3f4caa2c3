#include "measure/forest.hpp"

#include <algorithm>

namespace rejoinder::detail {
namespace {

constexpr std::uint32_t on_path = none - 1;  // a depth that is being worked out

/// Counts the replies and finds each post's parent.
void choose_parents(const Resolution& resolution, const PostGraph& graph, Forest& forest) {
    for (std::uint32_t post = 0; post < graph.posts; ++post) {
        const Reply* best = nullptr;
        for (const PostGraphEdge& edge : graph.edges_of(post)) {
            if (edge.kind != EdgeKind::reply) continue;
            ++forest.vertices[edge.to].replies;
            const Reply& reply = resolution.replies[edge.evidence];
            const bool better = best == nullptr ||
                                (reply.primary != best->primary ? reply.primary : reply.confidence > best->confidence);
            if (!better) continue;
            best = &reply;
            forest.vertices[post].parent = edge.to;
        }
    }
}

/// Walks up from `start` and fills in depth and root on the way. False if the walk went in a circle, which is then cut.
bool walk_up(std::vector<ForestVertex>& vertices, std::uint32_t start, std::vector<std::uint32_t>& path) {
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

/// Vertices by depth: a counting sort, so that one pass from the back sums up subtrees.
std::vector<std::uint32_t> order_by_depth(const std::vector<ForestVertex>& vertices, std::uint32_t greatest) {
    std::vector<std::uint32_t> place(greatest + std::size_t{2}, 0);
    for (const ForestVertex& vertex : vertices) ++place[vertex.depth + 1];
    for (std::size_t depth = 1; depth < place.size(); ++depth) place[depth] += place[depth - 1];
    std::vector<std::uint32_t> order(vertices.size());
    for (std::uint32_t vertex = 0; vertex < vertices.size(); ++vertex) order[place[vertices[vertex].depth]++] = vertex;
    return order;
}

void build_tree(Forest& forest) {
    std::vector<ForestVertex>& vertices = forest.vertices;
    std::vector<std::uint32_t> path;
    std::uint32_t greatest = 0;
    for (std::uint32_t vertex = 0; vertex < vertices.size(); ++vertex) {
        while (!walk_up(vertices, vertex, path)) {
        }
        greatest = std::max(greatest, vertices[vertex].depth);
    }
    forest.by_depth = order_by_depth(vertices, greatest);
    for (auto vertex = forest.by_depth.rbegin(); vertex != forest.by_depth.rend(); ++vertex) {
        const ForestVertex& at = vertices[*vertex];
        if (at.parent == none) continue;
        ++vertices[at.parent].answers;
        vertices[at.parent].subtree += at.subtree;
    }
    forest.levels.assign(greatest + std::size_t{1}, 0);
    for (std::uint32_t vertex = 0; vertex < vertices.size(); ++vertex) {
        const ForestVertex& at = vertices[vertex];
        if (at.counts && at.parent == none) ++forest.roots;
        if (at.counts && vertex < forest.posts) ++forest.levels[at.depth];
        if (at.parent != none && at.answers == 0) ++forest.ends;
    }
}

/// An edge of a tree lies between s vertices on one side and n - s on the other, so s * (n - s) shortest paths cross
/// it; the sum over all edges is the Wiener index.
void measure_largest_tree(Forest& forest) {
    std::uint32_t size = 1;
    for (std::uint32_t post = 0; post < forest.posts; ++post) {
        const std::uint32_t root = forest.vertices[post].root;
        if (forest.vertices[root].subtree > size) {
            size = forest.vertices[root].subtree;
            forest.largest_tree = root;
        }
    }
    if (forest.largest_tree == none) return;
    for (const ForestVertex& at : forest.vertices) {
        if (at.root != forest.largest_tree || at.parent == none) continue;
        forest.wiener += std::uint64_t{at.subtree} * (size - at.subtree);
    }
}

}  // namespace

Forest build_forest(const Thread& thread, const Resolution& resolution, const PostGraph& graph) {
    Forest forest;
    forest.posts = graph.posts;
    forest.vertices.resize(std::size_t{graph.posts} + graph.ghosts);
    for (std::uint32_t post = 0; post < graph.posts; ++post) {
        forest.vertices[post].counts = thread.posts[post].kind != PostKind::pingback;
        if (forest.vertices[post].counts) ++forest.spoken_posts;
    }
    choose_parents(resolution, graph, forest);
    build_tree(forest);
    measure_largest_tree(forest);
    return forest;
}

}  // namespace rejoinder::detail
