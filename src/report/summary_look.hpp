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

}  // namespace rejoinder::report
