// Who speaks for the forum.
#pragma once

#include <vector>

#include "rejoinder/findings.hpp"

namespace rejoinder::detail {

/// By post index: the printed role, else "moderator" for a post that states a moderation event (evidence: "states a
/// removal"), else an empty one.
std::vector<Role> find_roles(const Thread& thread, const std::vector<ModerationEvent>& events);

}  // namespace rejoinder::detail
