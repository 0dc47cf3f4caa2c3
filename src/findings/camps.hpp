// The sides of a debate.
#pragma once

#include "findings/stances.hpp"

namespace rejoinder::detail {

/// Parts the people who answer each other into two sides. In debates people mostly answer those whom they disagree with
/// (Agrawal, Rajagopalan, Srikant & Xu, "Mining newsgroups using networks arising from social behavior", WWW 2003), so
/// a bare reply is weak evidence of it, one that speaks to the other or disagrees in words is stronger, and one that
/// agrees in words is evidence of the contrary. Sides and confidences come from `two_sides`. Of `people` (as many
/// as Measures::people) those whom no answer touches are members too, and lean to the larger side: debates are seldom
/// balanced. No members if fewer than two pairs of people answer each other.
Camps find_camps(const std::vector<Stance>& stances, std::size_t people);

}  // namespace rejoinder::detail
