// Systems of constraints t[to] - t[from] <= most, solved by Bellman and Ford's algorithm (Boost.Graph).
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

namespace rejoinder {

struct DifferenceConstraint {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::int64_t most = 0;
    std::uint32_t doubt = 0;  // 0: certain; of constraints that contradict, those of the greatest doubt are left out
};

constexpr std::int64_t unbounded = std::numeric_limits<std::int64_t>::max();

struct DifferenceBounds {
    std::vector<std::int64_t> most;    // greatest t[v] - t[origin], or `unbounded`
    std::vector<std::int64_t> least;   // least t[v] - t[origin], or -unbounded
    std::vector<std::uint32_t> cycle;  // variables of the first contradiction that was met; empty if there is none
    std::size_t dropped = 0;           // doubtful constraints left out
};

/// Bounds of variables 0 … variables - 1 relative to `origin`. Of each contradiction the most doubtful constraint is
/// left out; if contradictions do not end, all doubtful ones are, and then bounds that remain contradictory are
/// unbounded. Constraints should stand in an order in which those of one contradiction are near each other. Cost: in
/// proportion to the constraints where these join neighbours, as a thread's do; at most 256 looks at each.
DifferenceBounds solve_differences(std::size_t variables, std::uint32_t origin,
                                   std::vector<DifferenceConstraint> constraints);

}  // namespace rejoinder
