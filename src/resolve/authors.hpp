// Who wrote the posts that a page left unnamed.
#pragma once

#include <vector>

#include "rejoinder/resolve.hpp"

namespace rejoinder {

/// Sets every post's author: as printed, else the name under which other posts quote its own words (the most frequent
/// one; the others are kept as conflicting). Quotes' sources must be known.
void find_authors(const Thread& thread, std::vector<ResolvedPost>& posts);

}  // namespace rejoinder
