// The people graph: who answered whom. People are the known authors of posts and ghosts, told apart by exact name; an
// edge is weighted by its replies. Answers to oneself are no exchange and are left out.
#pragma once

#include <cstdint>
#include <vector>

#include "rejoinder/measure.hpp"

namespace rejoinder::detail {

/// Everybody who is known by name.
struct Cast {
    std::vector<Person> people;            // by posts (most first), then name; `measures` still empty
    std::vector<std::uint32_t> of_vertex;  // post or ghost (as in PostGraph) -> index of its writer, or `none`
};

/// Finds the people. Pingbacks have no writer.
Cast cast_of(const Thread& thread, const Resolution& resolution);

struct PeopleGraph {
    std::vector<PeopleEdge> edges;        // by `from`, then `to`
    std::vector<std::uint32_t> sent;      // by person: replies to posts of anybody else, unknown writers too
    std::vector<std::uint32_t> received;  // by person: replies from anybody else, unknown writers too
};

/// The graph of the replies with at least that confidence.
PeopleGraph build_people_graph(const Cast& cast, const Resolution& resolution, double least_confidence);

/// Betweenness takes people times edges; above this it is left out.
inline constexpr std::size_t most_people_for_betweenness = 2000;

struct Centrality {
    std::vector<double> page_rank;    // by person, sums to 1; empty if nobody known answers another
    std::vector<double> betweenness;  // by person, 0 to 1; empty if left out, for fewer than three people, or no edges
};

/// PageRank (Brin & Page 1998; damping 0.85, weighted by replies, what dangling people hold is spread evenly) and
/// betweenness (Brandes 2001; directed, unweighted, divided by (n-1)(n-2)).
Centrality centrality(const PeopleGraph& graph);

}  // namespace rejoinder::detail
