// What an act of a moderator reached, and what was written before and after it.
#pragma once

#include <cstdint>
#include <vector>

#include "findings/post_times.hpp"
#include "rejoinder/findings.hpp"

namespace rejoinder::detail {

/// By post index, then by ghost index: the posts that answer it, directly or not, by primary replies. Posts on a circle
/// of answers have those that hang on the circle.
std::vector<std::uint32_t> posts_below(const Resolution& resolution);

/// Whether only a placeholder is left of the post: its record says that it was removed or deleted, and it has no words.
bool is_placeholder(const Post& printed, const ResolvedPost& resolved);

/// Sets `quoted_after`, `orphans` and `activity` of the events. `below` is what posts_below() gives.
void add_reach(const Thread& thread, const Resolution& resolution, const PostTimes& times,
               const std::vector<std::uint32_t>& below, std::vector<ModerationEvent>& events);

}  // namespace rejoinder::detail
