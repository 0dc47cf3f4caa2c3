// HTML + a profile's [html] rules -> Page.
#pragma once

#include "dom/dom.hpp"
#include "extract/time/times.hpp"
#include "profile/profile.hpp"
#include "rejoinder/post.hpp"

namespace rejoinder {

/// What the page says, in one walk over its elements. `profile.html` must be set. A page without posts has none.
/// `clock` gets what the page says of the time, for settle_times().
/// Errors: bad_config (a pattern of the profile passed its match limit).
Result<Page> extract_html(const dom::Document& document, const Profile& profile, PageClock& clock);

/// The blocks of a post's body that stands alone, as JSON holds it: all of the document is body. Uses the rules for
/// quotes and excluded elements of `profile.html`, if it is set. Errors: as extract_html().
Result<std::vector<Block>> extract_html_body(const dom::Document& document, const Profile& profile);

}  // namespace rejoinder
