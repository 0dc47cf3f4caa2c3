// The people graph: who answered whom. People are the known authors of posts and ghosts, told apart by exact name; an
// edge is weighted by its replies. Answers to oneself are no exchange and are left out.
#pragma once

#include <cstdint>
#include <vector>

#include "rejoinder/measure.hpp"
#include "rejoinder/post_graph.hpp"

namespace rejoinder::detail {

/// Everybody who is known by name.
struct Cast {
    std::vector<Person> people;            // by posts (most first), then name; `measures` still empty
    std::vector<std::uint32_t> of_vertex;  // post or ghost (as in Forest) -> index of its writer, or `none`
};

/// Finds the people. Pingbacks have no writer.
Cast cast_of(const Thread& thread, const Resolution& resolution);

struct PeopleGraph {
    std::vector<PeopleEdge> edges;         // by `from`, then `to`
    std::vector<std::uint32_t> first;      // by person: index of the first edge; one more entry ends the last one's
    std::vector<std::uint32_t> sent;       // by person: replies to posts of anybody else, unknown writers too
    std::vector<std::uint32_t> received;   // by person: replies from anybody else, unknown writers too
    std::vector<std::uint32_t> answerers;  // by person: known other people who answer them
    std::vector<std::uint32_t> mutual;     // by person: known other people with whom answers go both ways
    std::vector<bool> answers_self;        // by person

    std::uint32_t answered(std::size_t person) const { return first[person + 1] - first[person]; }
};

/// The graph of the replies that the post graph holds.
PeopleGraph build_people_graph(const Cast& cast, const PostGraph& graph);

}  // namespace rejoinder::detail
