// The sides of a debate.
#pragma once

#include "rejoinder/findings.hpp"

namespace rejoinder::detail {

/// Parts the people who answer each other into two sides by maximum cut: in debates people mostly answer those whom
/// they disagree with (Agrawal, Rajagopalan, Srikant & Xu, "Mining newsgroups using networks arising from social
/// behavior", WWW 2003). Empty for fewer than three such people.
Camps find_camps(const Resolution& resolution, const Measures& measures);

}  // namespace rejoinder::detail
