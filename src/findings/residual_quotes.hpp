// Posts that are not on the page and can still be read in quotes.
#pragma once

#include <vector>

#include "rejoinder/findings.hpp"

namespace rejoinder::detail {

/// One for each ghost that a post quotes, and for each quoted post of which only a placeholder is left; most quoted
/// first, then ghosts before posts, then by index. At least one member quotes it, and at least as many as are known;
/// each unknown writer may be one more. `below` is what posts_below() gives.
std::vector<ResidualQuote> find_residual_quotes(const Thread& thread, const Resolution& resolution,
                                                const std::vector<std::uint32_t>& below);

}  // namespace rejoinder::detail
