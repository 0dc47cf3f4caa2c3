// The forest of primary replies: what each post answers first, and what follows from that.
//
// Vertices are those of the post graph without events. Ghosts answer nobody, so they are always roots.
#pragma once

#include <cstdint>
#include <vector>

#include "rejoinder/measure.hpp"
#include "rejoinder/post_graph.hpp"

namespace rejoinder::detail {

/// No vertex, no person.
inline constexpr std::uint32_t none = ReplyTree::root;

struct ForestVertex {
    std::uint32_t parent = none;  // by the primary reply; none for a root
    std::uint32_t root = none;    // of its tree
    std::uint32_t depth = none;   // replies between it and its root
    std::uint32_t subtree = 1;    // itself and all that answer it, directly or not, by primary replies
    std::uint32_t answers = 0;    // primary replies to it
    std::uint32_t replies = 0;    // all replies to it
    bool counts = true;           // false for pingbacks, in which nobody speaks
};

struct Forest {
    std::vector<ForestVertex> vertices;
    std::vector<std::uint32_t> by_depth;  // all vertices, roots first; within a depth by number
    std::uint32_t posts = 0;              // pingbacks too
    std::uint32_t spoken_posts = 0;       // pingbacks apart
    std::uint32_t roots = 0;              // pingbacks apart
    std::uint32_t ends = 0;               // posts that answer somebody and that no post answers first
    std::vector<std::uint32_t> levels;    // [depth]: posts (no ghosts, no pingbacks) of that depth; never empty
    std::uint32_t largest_tree = none;    // root of the tree with most vertices; of equals, the one that holds the
                                          // earliest post. none if no tree has two vertices
    std::uint64_t wiener = 0;             // sum of the distances of all pairs in the largest tree, which stays below
                                          // 2^64 up to 4.8 million posts in one chain
};

/// The forest of the graph's replies. A post's parent is its primary reply; where the graph leaves that one out, the
/// surest other. Primary replies that form a circle (forums' ids can lie) are cut at the circle's first post.
Forest build_forest(const Thread& thread, const Resolution& resolution, const PostGraph& graph);

}  // namespace rejoinder::detail
