// How much of a thread one person holds, and how one-sided its exchanges are.
#pragma once

#include <optional>

#include "findings/writers.hpp"
#include "rejoinder/findings.hpp"

namespace rejoinder::detail {

/// See OneSidedness. Nothing if fewer than two people are known to have posted.
std::optional<OneSidedness> find_one_sidedness(const Resolution& resolution, const Measures& measures);

}  // namespace rejoinder::detail
