// The sub-conversations worth reading.
#pragma once

#include <vector>

#include "findings/stances.hpp"
#include "rejoinder/findings.hpp"

namespace rejoinder::detail {

/// Finds pairs of people who answer each other back and forth for at least two rounds, and who do not agree in more of
/// these answers than they disagree in; joins those of at least half as many rounds that share a person and a post, up
/// to six people. Most rounds first, then most posts, then the earliest; at most 5. `moderation` tells which acts may
/// have ended one. Nothing without such a pair, at no cost.
std::vector<Dispute> find_disputes(const Resolution& resolution, const Measures& measures,
                                   const std::vector<Stance>& stances, const std::vector<ModerationEvent>& moderation);

}  // namespace rejoinder::detail
