// Posts that the thread quotes but does not hold.
#pragma once

#include <vector>

#include "rejoinder/resolve.hpp"

namespace rejoinder {

/// Groups the quotes without a source into ghosts, sets those quotes' source, match and agreement, and returns the
/// ghosts in the order of the first post that quotes them. Quotes are of one ghost if their markup names one post, or
/// if they name one author and one moment, or one author and overlapping words. A quote that names neither author nor
/// post makes no ghost.
std::vector<Ghost> find_ghosts(std::vector<ResolvedPost>& posts);

}  // namespace rejoinder
