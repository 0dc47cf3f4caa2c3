// Looking up replies, and the order in which posts and ghosts are told.
#pragma once

#include <cstdint>
#include <vector>

#include "rejoinder/analyze.hpp"

namespace rejoinder::report {

/// The primary reply of a post (0-based), or nullptr if it answers nobody.
const Reply* primary_reply(const Resolution& resolution, std::uint32_t post);

/// Posts in page order, each ghost before the first post that quotes it.
std::vector<Ref> reading_order(const Analysis& analysis);

}  // namespace rejoinder::report
