// Many people who answer one person within a short time.
#pragma once

#include <vector>

#include "findings/post_times.hpp"
#include "findings/writers.hpp"
#include "rejoinder/findings.hpp"

namespace rejoinder::detail {

/// A pile-on is a stretch of answers to one person in which, within 6 hours, at least 5 other people answer them and at
/// least half of the answers between known people go to them. Where the times do not allow it, 25 posts of the page
/// stand for the 6 hours, and answers that only the forum's own tree shows do not count: there, neighbours were not
/// written one after another. Answers to the opening post, and doubtful ones, are left out. Stretches that overlap are
/// one. Most repliers first.
std::vector<PileOn> find_pile_ons(const Thread& thread, const Resolution& resolution, const Measures& measures,
                                  const Writers& writers, const PostTimes& times);

}  // namespace rejoinder::detail
