// The sub-conversations worth reading.
#pragma once

#include <vector>

#include "rejoinder/findings.hpp"

namespace rejoinder::detail {

/// Finds pairs of people who answer each other back and forth for at least two rounds, each of them at least once, and
/// joins those of at least half as many rounds that share a person and a post, up to six people. Most rounds first,
/// then most posts, then the earliest; at most 5. `moderation` tells which acts may have ended one. Nothing without
/// such a pair, at no cost.
std::vector<Dispute> find_disputes(const Thread& thread, const Resolution& resolution, const Measures& measures,
                                   const std::vector<ModerationEvent>& moderation);

}  // namespace rejoinder::detail
