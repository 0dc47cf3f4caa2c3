// How often each selector and pattern of a profile matches on one page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dom/dom.hpp"
#include "profile/profile.hpp"

namespace rejoinder::cli {

struct RuleCount {
    std::string rule;         // "post.author", or "post.author, rule 2" where a key has several
    std::size_t matches = 0;  // elements that yield a value, or places in the text
    std::string sample;       // the first of them, as one short line; empty if it holds no text
    std::string problem;      // "passed its match limit"; empty if nothing went wrong
};

/// In the order of docs/profile-format.md. Empty if the profile has no [html].
std::vector<RuleCount> count_html_rules(const Profile& profile, const dom::Document& document);

/// The same for a plain-text page and [text].
std::vector<RuleCount> count_text_rules(const Profile& profile, std::string_view text);

/// What the posts of a page show in bytes, and how much of it stands in elements that no selector matches.
struct UncoveredCount {
    std::size_t all = 0;
    std::size_t outside = 0;
    std::string sample{};  // its beginning
};

UncoveredCount count_uncovered(const Profile& profile, const dom::Document& document);

}  // namespace rejoinder::cli
