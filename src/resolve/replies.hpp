// Who answered whom, with evidence and confidence.
#pragma once

#include <vector>

#include "rejoinder/resolve.hpp"

namespace rejoinder {

/// One edge per post and parent that the forum names, or source that it quotes directly (quotes within quotes are other
/// people's answers). Every post's most certain edge is its primary one, of equal ones the first quoted. Edges lead to
/// earlier posts or ghosts only, so there are no cycles.
std::vector<Reply> find_replies(const Thread& thread, const std::vector<ResolvedPost>& posts,
                                const std::vector<Ghost>& ghosts);

}  // namespace rejoinder
