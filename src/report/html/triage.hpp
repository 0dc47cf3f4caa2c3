// Which threads of a site need a look first, and why.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rejoinder/analyze.hpp"

namespace rejoinder::report {

/// What a site's index says of a thread.
struct ThreadEntry {
    std::string title;
    std::string forum;
    std::string name;  // of its page: threads/NAME.html
    std::uint32_t posts = 0;
    std::uint32_t people = 0;
    std::optional<double> heat;  // 0 to 100
    std::uint32_t pile_ons = 0;
    std::uint32_t removals = 0;         // acts by which posts were removed, as the page tells them
    std::uint32_t residual_quotes = 0;  // posts that are gone and still quoted
    std::uint32_t altered_quotes = 0;
    double priority = 0;  // points; the index puts most first
    std::string why;      // what they are for: "two removals; one post gone and still quoted"
};

/// The entry of a thread. A tenth of its heat, three points for a pile-on, two for a post that is gone and still
/// quoted, one for a removal and for a quote that misleads, half a one for a question without an answer, a fifth of one
/// for a doubtful reply; no kind counts for more than ten.
ThreadEntry thread_entry(const Analysis& analysis, std::string_view name);

}  // namespace rejoinder::report
