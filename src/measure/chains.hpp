// Reply chains, from a root to a post that nobody answers, and volleys between two people along them.
#pragma once

#include <cstdint>
#include <vector>

#include "measure/forest.hpp"
#include "measure/people_graph.hpp"

namespace rejoinder::detail {

/// The longest chains, root first: all of the greatest length, in the order of their last posts, at most 10. Empty if
/// nobody answers.
std::vector<std::vector<Ref>> longest_chains(const Forest& forest, const ReplyTree& tree);

/// Two people in turn.
struct VolleyCounts {
    std::vector<std::uint32_t> run;  // by vertex: posts, ending with it, that two people wrote in turn along the tree;
                                     // 1 if no known other person wrote what it answers
    std::uint32_t longest = 0;       // posts; 0 if nobody is known to answer anybody else
    std::uint32_t volleys = 0;       // runs of at least three posts that nobody carries on
};

VolleyCounts count_volleys(const Forest& forest, const Cast& cast);

/// The longest volleys of at least three posts, longest first, then in the order of their last posts; at most 10.
std::vector<Volley> longest_volleys(const Forest& forest, const Cast& cast, const VolleyCounts& counts);

}  // namespace rejoinder::detail
