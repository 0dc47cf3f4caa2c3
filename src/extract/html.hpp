// HTML + a profile's [html] rules -> Page.
#pragma once

#include "dom/dom.hpp"
#include "profile/profile.hpp"
#include "rejoinder/post.hpp"

namespace rejoinder {

/// What the page says, in one walk over its elements. `profile.html` must be set. A page without posts has none.
/// Errors: bad_config (a pattern of the profile passed its match limit).
Result<Page> extract_html(const dom::Document& document, const Profile& profile);

}  // namespace rejoinder
