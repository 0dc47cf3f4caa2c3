// Patterns of who interacts with whom, after Zhang et al. 2018 ("Characterizing Online Public Discussions through
// Patterns of Participant Interactions"), counted as ConvoKit's HyperConvo counts them on a whole conversation. People
// who answer themselves count here; posts by unknown writers take part where only posts are compared.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "measure/forest.hpp"
#include "measure/people_graph.hpp"

namespace rejoinder::detail {

/// How often each pattern occurs.
struct Motifs {
    std::uint64_t reciprocity = 0;           // A answers a post that answers a post of A
    std::uint64_t external_reciprocity = 0;  // A answers a post that answers a post of somebody else
    std::uint64_t dyadic = 0;                // pairs of people who answer each other
    std::uint64_t incoming_triads = 0;       // two people who answer the same one
    std::uint64_t outgoing_triads = 0;       // one person who answers two
};

/// A degree distribution in numbers. Without any number all is 0; `size` tells.
struct DegreeStatistics {
    std::size_t size = 0;      // numbers
    std::size_t nonzero = 0;   // of them above 0
    std::size_t multiple = 0;  // of them above 1
    std::uint64_t sum = 0;
    std::uint32_t largest = 0;
    std::uint32_t second = 0;  // second largest; the same as the largest if two share it
    double entropy = 0;        // of the shares of the sum, in nats; 0 if the sum is 0
};

DegreeStatistics degree_statistics(const std::vector<std::uint32_t>& degrees);

/// The five distributions of HyperConvo.
enum Distribution : std::uint8_t {
    people_answered,    // by person: people whom they answer
    people_answering,   // by person: people who answer them
    posts_answered,     // by person: posts that they answer
    answerers_of_post,  // by post or ghost: people who answer it
    replies_to_post,    // by post or ghost: posts that answer it
    distributions,
};

struct Interaction {
    Motifs motifs;
    std::array<DegreeStatistics, distributions> degrees;
};

Interaction interaction(const Cast& cast, const PeopleGraph& people, const PostGraph& posts, const Forest& forest);

}  // namespace rejoinder::detail
