// Acts that a source records beside the words of posts: its placeholders, edit notes, lines between posts and flags.
#pragma once

#include <optional>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "findings/phrase_books.hpp"
#include "rejoinder/findings.hpp"

namespace rejoinder::detail {

/// Names of those who print a role of staff with a post of the thread.
using Staff = std::unordered_set<std::string_view>;

/// What the source records of one post: removed, deleted by its author, locked; and that somebody else edited it.
/// `others_edit` tells that members may edit each other's posts, so that only a moderator's name makes that an act.
void read_acts(const Thread& thread, std::uint32_t post, bool others_edit, const Staff& staff,
               std::vector<ModerationEvent>& events);

/// Thread::events[index], a line between the posts: its markup says what was done, or its words do. Nothing if they
/// tell of no moderator's act.
std::optional<ModerationEvent> read_line(const Thread& thread, std::size_t index, const PhraseBooks& books,
                                         Diagnostics& diagnostics);

/// Thread::deleted[index], the notice in the place of a deleted post: its markup says who did it, or its words do.
/// Nothing if neither tells whether it was the post's author or a moderator.
std::optional<ModerationEvent> read_placeholder(const Thread& thread, std::size_t index, const PhraseBooks& books,
                                                const Staff& staff, Diagnostics& diagnostics);

}  // namespace rejoinder::detail
