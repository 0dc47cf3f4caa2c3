// The findings that rest on one post, for `rejoinder explain`.
#pragma once

#include <cstddef>
#include <string>

#include "rejoinder/analyze.hpp"

namespace rejoinder::report {

/// Sections in plain text; empty if no finding rests on the post. `post` is 0-based.
std::string explain_findings(const Analysis& analysis, std::size_t post);

}  // namespace rejoinder::report
