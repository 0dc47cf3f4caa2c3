// A plain-text extraction of a page + a profile's [text] rules -> Page.
#pragma once

#include <string_view>

#include "profile/profile.hpp"
#include "rejoinder/post.hpp"

namespace rejoinder {

/// What the text says. `profile.text` must be set; `text` must be UTF-8 with "\n" line ends. A text without posts has
/// none. Quotes have `end_is_printed` false: where they end is for `resolve` to find out. Errors: bad_config (a pattern
/// of the profile passed its match limit).
Result<Page> extract_text(std::string_view text, const Profile& profile);

/// Text with "\r\n" and "\r" as "\n".
std::string unix_lines(std::string_view text);

}  // namespace rejoinder
