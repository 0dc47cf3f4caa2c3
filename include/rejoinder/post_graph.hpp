// post_graph: a resolved thread as one directed graph. Posts, ghosts and moderation events are its vertices; replies,
// quotes and what events say of posts are its edges. Every edge knows where its evidence stands.
//
// Stored as compressed sparse rows: 4 bytes a vertex and 12 bytes an edge.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "rejoinder/resolve.hpp"

namespace rejoinder {

enum class EdgeKind : std::uint8_t {
    reply,      // post -> what it answers; `evidence` is an index into Resolution::replies
    quote,      // post -> what it quotes, nested quotes too; `evidence` is the quote's place in its post
    statement,  // post -> event that it states; `evidence` is the index of the event
    act,        // event -> post or ghost that it hit or may have hit; `evidence` is the index of the event
};

struct PostGraphEdge {
    std::uint32_t to = 0;        // vertex
    std::uint32_t evidence = 0;  // 0-based; of what, the kind says
    EdgeKind kind = EdgeKind::reply;

    bool operator==(const PostGraphEdge&) const = default;
};

/// A moderation event as the graph sees it. Which events there are is found later (findings.hpp), so they are given.
struct GraphEvent {
    std::optional<std::uint32_t> stated_by;  // 0-based post; nothing if no post states it
    std::vector<Ref> on;                     // what it hit, or may have hit
};

/// Vertices are the posts by index, then the ghosts, then the events.
struct PostGraph {
    std::uint32_t posts = 0;
    std::uint32_t ghosts = 0;
    std::uint32_t events = 0;
    std::vector<std::uint32_t> first;  // by vertex: index of its first edge; one more entry ends the last vertex's
    std::vector<PostGraphEdge> edges;  // by vertex that they leave; within it as they were given, replies first

    std::uint32_t size() const { return posts + ghosts + events; }
    std::uint32_t vertex_of(Ref ref) const { return ref.kind == Ref::Kind::post ? ref.index : posts + ref.index; }
    std::span<const PostGraphEdge> edges_of(std::uint32_t vertex) const {
        return std::span(edges).subspan(first[vertex], first[vertex + 1] - first[vertex]);
    }
};

struct PostGraphOptions {
    double least_confidence = 0;  // replies of less are left out
    bool quotes = true;           // false: no quote edges
    std::vector<GraphEvent> events;
};

/// Builds the graph in time linear in its edges. Quotes without a source and edges from a post to itself are left out.
PostGraph build_post_graph(const Resolution& resolution, const PostGraphOptions& options = {});

}  // namespace rejoinder
