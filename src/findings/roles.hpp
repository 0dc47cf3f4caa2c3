// Who speaks for the forum.
#pragma once

#include <vector>

#include "rejoinder/findings.hpp"

namespace rejoinder::detail {

/// By post index: the role that the post prints (a badge or a rank); else what shows that its writer is a moderator:
/// another post of theirs prints a role of staff, a line or note names them for an act, or the post itself states an
/// act; else an empty one.
std::vector<Role> find_roles(const Thread& thread, const std::vector<ModerationEvent>& events);

}  // namespace rejoinder::detail
