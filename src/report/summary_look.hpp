// What a moderator should look at now: the last part of the first screen.
#pragma once

#include <string>

#include "rejoinder/analyze.hpp"
#include "report/text.hpp"

namespace rejoinder::report {

void append_needs_a_look(std::string& out, const Analysis& analysis);

/// "Three posts (3, 4 and 7), by up to three members, still quote a post by Gweiloman that is not on the page: 141 of
/// its words can be read."
void append_residual_quote(std::string& out, const Analysis& analysis, const ResidualQuote& residual, Style style);

}  // namespace rejoinder::report
