// Posts that are not on the page and can still be read in quotes.
#pragma once

#include <vector>

#include "rejoinder/findings.hpp"

namespace rejoinder::detail {

/// One for each ghost that a post quotes, most quoted first, then by ghost. At least one member quotes it, and at least
/// as many as are known; each unknown writer may be one more.
std::vector<ResidualQuote> find_residual_quotes(const Resolution& resolution);

}  // namespace rejoinder::detail
