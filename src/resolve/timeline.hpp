// When posts and ghosts were written, from everything a page says about time.
//
// Each statement is a difference constraint a <= t_j - t_i <= b. The tightest bounds are shortest paths over the graph
// of constraints (Cormen et al., "Introduction to Algorithms", section on difference constraints); a negative cycle is
// a contradiction.
#pragma once

#include "rejoinder/resolve.hpp"

namespace rejoinder {

/// Bounds for every post and ghost, from absolute times, the ages that quotes print, capture time, page order (unless
/// printed times show that the page is not in order of time), and from every quote being younger than its source.
/// Where these contradict one another, the ages on the contradiction are left out and its posts are named.
Timeline solve_timeline(const Thread& thread, const std::vector<ResolvedPost>& posts, const std::vector<Ghost>& ghosts);

}  // namespace rejoinder
