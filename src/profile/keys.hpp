// What the keys of a profile are, one row each. The rows load a profile (`read_keys`), tell `profile check` what to
// count, and make the tables of docs/profile-format.md, so that these cannot disagree.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "profile/profile.hpp"

namespace rejoinder {

/// A key that no member alone takes up; its loader reads it by hand. `type` is for the docs.
struct ByHand {
    std::string_view type;
};

/// One key of the table that fills `Rules`. The type of its member says what the key holds.
template <class Rules>
struct Key {
    using Target =
        std::variant<std::uint64_t Rules::*,  // selectors
                     ValueRules Rules::*, std::optional<Pattern> Rules::*, std::vector<Pattern> Rules::*,
                     JsonRules Rules::*, std::optional<JsonPath> Rules::*, std::string Rules::*, bool Rules::*, ByHand>;

    std::string_view name;
    Target target;
    std::string_view meaning;                // Markdown, one cell of a table
    bool required = false;                   // in the profile, or inherited
    std::vector<std::string_view> groups{};  // of a pattern: names that it may use
    bool needs_groups = false;               // and must
};

template <class Rules>
using Keys = std::vector<Key<Rules>>;

const Keys<Profile>& profile_keys();
const Keys<Profile>& detect_keys();
const Keys<HtmlRules>& html_keys();
const Keys<HtmlRules::PostRules>& html_post_keys();
const Keys<HtmlRules::QuoteRules>& html_quote_keys();
const Keys<HtmlRules::SmileyRules>& html_smiley_keys();
const Keys<HtmlRules::ReactionRules>& html_reaction_keys();
const Keys<TextRules>& text_keys();
const Keys<JsonShape>& json_keys();
const Keys<JsonShape::PostRules>& json_post_keys();
const Keys<Profile>& time_keys();

/// The table of keys below the heading "### `[html.post]`" of docs/profile-format.md, for each table of a profile:
/// "post" of "html" is named "html.post", the top "top".
struct KeyTable {
    std::string_view name;
    std::string markdown;  // ends with a newline
};
std::vector<KeyTable> key_tables();

}  // namespace rejoinder
