// The post graph: posts and ghosts as vertices, replies as edges, and the tree of primary replies within it.
//
// Vertices 0 to posts-1 are the posts by index, the ghosts follow. Ghosts answer nobody, so they are always roots.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "rejoinder/resolve.hpp"

namespace rejoinder::detail {

/// No vertex, no person.
inline constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

struct PostVertex {
    std::uint32_t parent = none;  // by the primary reply; none for a root
    std::uint32_t root = none;    // of its tree
    std::uint32_t depth = none;   // replies between it and its root
    std::uint32_t subtree = 1;    // itself and all that answer it, directly or not, by primary replies
    std::uint32_t answers = 0;    // primary replies to it
    std::uint32_t replies = 0;    // all replies to it
    bool counts = true;           // false for pingbacks, in which nobody speaks
};

struct PostGraph {
    std::vector<PostVertex> vertices;
    std::uint32_t posts = 0;            // pingbacks too
    std::uint32_t spoken_posts = 0;     // pingbacks apart
    std::uint32_t edges = 0;            // replies that were kept
    std::uint32_t roots = 0;            // pingbacks apart
    std::uint32_t components = 0;       // of the undirected graph; vertices without an edge are in none
    std::vector<std::uint32_t> levels;  // [depth]: posts (no ghosts, no pingbacks) of that depth; never empty
    std::uint32_t largest_tree = none;  // root of the tree with most vertices; of equals, the one that holds the
                                        // earliest post. none if no tree has two vertices
    std::uint64_t wiener = 0;           // sum of the distances of all pairs in the largest tree
};

/// The graph of the replies with at least that confidence. A post's parent is its primary reply; where that one is left
/// out, the surest other. Primary replies that form a circle (forums' ids can lie) are cut at the circle's first post.
PostGraph build_post_graph(const Thread& thread, const Resolution& resolution, double least_confidence);

/// The longest chains of primary replies, root first: all of the greatest length, in the order of their last posts, at
/// most 10. Empty if nobody answers.
std::vector<std::vector<Ref>> longest_chains(const PostGraph& graph);

}  // namespace rejoinder::detail
