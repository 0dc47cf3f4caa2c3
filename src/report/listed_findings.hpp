// All findings of a thread as one list of the same shape: what tables and audits are made of.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rejoinder/analyze.hpp"

namespace rejoinder::report {

struct ListedFinding {
    std::string_view kind;               // "residual_quote"
    std::string text;                    // one sentence, plain
    std::vector<Ref> rests_on;           // posts and ghosts, what it is about first
    std::optional<std::uint32_t> quote;  // 0-based quote of the first post that it rests on, where it is about one
};

/// Moderation, residual and altered quotes, pile-ons, questions without answers, the contested passage, disputes, times
/// that cannot all be right.
std::vector<ListedFinding> list_findings(const Analysis& analysis);

}  // namespace rejoinder::report
