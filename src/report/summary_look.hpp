// What a moderator should look at now: the last part of the first screen.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rejoinder/analyze.hpp"
#include "report/text.hpp"

namespace rejoinder::report {

/// One thing to look at: a sentence, and the post or ghost where to look first.
struct Look {
    std::optional<Ref> where;
    std::string sentence;
};

/// Gravest first.
std::vector<Look> what_needs_a_look(const Analysis& analysis, Style style);

void append_needs_a_look(std::string& out, const Analysis& analysis);

/// "Three posts (3, 4 and 7), by up to three members, still quote a post by Gweiloman that is not on the page: 141 of
/// its words can be read."
void append_residual_quote(std::string& out, const Analysis& analysis, const ResidualQuote& residual, Style style);

}  // namespace rejoinder::report
