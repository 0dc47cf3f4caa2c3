// The body of a post as JSON holds it -> blocks.
#pragma once

#include <string_view>
#include <vector>

#include "profile/profile.hpp"
#include "rejoinder/post.hpp"

namespace rejoinder {

/// Text keeps its lines and paragraphs; in Markdown, lines that begin with ">" are quotes that name nobody; HTML is
/// read with the profile's rules for quotes, if it has any. HTML that opens more than `nesting` elements is kept as
/// text. Errors: bad_config (a pattern passed its match limit).
Result<std::vector<Block>> read_json_body(std::string_view body, const Profile& profile, std::size_t nesting);

}  // namespace rejoinder
