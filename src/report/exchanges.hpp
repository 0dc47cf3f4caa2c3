// Who answers whom where a page does not name everybody.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rejoinder/analyze.hpp"
#include "report/text.hpp"

namespace rejoinder::report {

/// Replies of which one side at least is unnamed, grouped by who answers whom.
struct UnnamedExchange {
    std::string_view from;             // empty: unnamed
    Ref to;                            // any one post of the person answered
    std::vector<std::uint32_t> posts;  // that answer
};

/// Most replies first.
std::vector<UnnamedExchange> unnamed_exchanges(const Analysis& analysis);

/// "unnamed members (posts 3 and 7) answer Ann (2)".
void append_unnamed_exchange(std::string& out, const Analysis& analysis, const UnnamedExchange& exchange, Style style);

}  // namespace rejoinder::report
