// Parts of the post graph that hang together.
#pragma once

#include <cstdint>

#include "rejoinder/post_graph.hpp"

namespace rejoinder::detail {

/// Connected components, whichever way the edges point; vertices without an edge are in none.
std::uint32_t count_components(const PostGraph& graph);

}  // namespace rejoinder::detail
