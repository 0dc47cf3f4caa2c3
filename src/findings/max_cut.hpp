// The maximum cut of a weighted graph.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace rejoinder::detail {

/// An undirected edge; several between two vertices add up. A weight below 0 holds its ends together.
struct CutEdge {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    double weight = 0;
};

/// The side (0 or 1) of each vertex, so that the weight of edges between the sides is large: no single vertex can
/// change over and raise it. Begins with a greedy placement, those with most weight first. Deterministic.
std::vector<std::uint8_t> maximum_cut(std::size_t vertices, const std::vector<CutEdge>& edges);

}  // namespace rejoinder::detail
