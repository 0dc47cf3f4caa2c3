// Who stands in the middle of the people graph: PageRank and betweenness.
#pragma once

#include <cstdint>
#include <vector>

#include "measure/people_graph.hpp"

namespace rejoinder::detail {

/// PageRank (Brin & Page 1998; damping 0.85, weighted by replies, what people hold who answer nobody is spread evenly),
/// by person; sums to 1. Empty if nobody known answers another.
std::vector<double> page_rank(const PeopleGraph& graph);

/// Betweenness from one person takes people + pairs steps. All people are gone from as long as that is affordable,
/// else a sample of them.
inline constexpr std::uint64_t most_betweenness_steps = 100'000'000;
inline constexpr std::uint32_t least_pivots = 200;

struct Betweenness {
    std::vector<double> values;  // by person, 0 to 1; empty for fewer than three people or no edges
    std::vector<double> errors;  // by person: with 95 % certainty for all of them together, the exact value lies within
                                 // value ± error. Empty if the values are exact
};

/// Betweenness (Freeman 1977 by Brandes 2001; directed, unweighted, divided by (n-1)(n-2)).
///
/// `pivots` of 0 takes as many as `most_betweenness_steps` allows: everybody, which is exact, or else people drawn at
/// random with replacement (Brandes & Pich 2007), the same ones on every run. The error is the smaller of Hoeffding's
/// bound and the empirical Bernstein bound (Maurer & Pontil 2009), each for all people together.
Betweenness betweenness(const PeopleGraph& graph, std::uint32_t pivots = 0);

}  // namespace rejoinder::detail
