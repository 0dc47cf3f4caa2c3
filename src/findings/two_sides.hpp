// The partition of a signed graph into two sides.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace rejoinder::detail {

/// An undirected edge; several between two vertices add up. A positive weight is the log of the odds, halved, that its
/// ends stand on different sides; a weight below 0 holds them together.
struct SignedEdge {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    double weight = 0;
};

/// The probability of each vertex to stand on side 1. Which side is 1 means nothing; vertices without edges are near
/// 0.5 or lean to the larger side.
///
/// A partition is as probable as exp(weight of the edges between its sides - weight of those within) times a prior by
/// which every size of the sides is equally probable, because debates are seldom balanced: the most probable partition
/// is a maximum cut with that prior. Up to 12 vertices all partitions are summed. Beyond, they are sampled (Geman &
/// Geman 1984) from fixed starts, with fewer samples the larger the graph, so that cost stays linear. Samples are
/// turned to agree with the most probable one found. Deterministic.
std::vector<double> two_sides(std::size_t vertices, const std::vector<SignedEdge>& edges);

}  // namespace rejoinder::detail
