// What moderators say that they did: notices in posts' own words.
#pragma once

#include <vector>

#include "findings/phrase_books.hpp"
#include "rejoinder/findings.hpp"

namespace rejoinder::detail {

/// Finds notices, sentence by sentence, at most one event a sentence, in page order. Members write of removals too
/// ("they removed my post"), so a sentence counts only where a moderator's would stand: the post's own words begin with
/// it or with other notices before it, or it has a line to itself in a post without quotes; a post whose printed role
/// is a moderator's may say it anywhere. No words may precede the match in its sentence, but for a label ("Mod note:"),
/// and a question states nothing. A pattern that passes PCRE2's match limit is noted in `diagnostics` and counts as no
/// match.
std::vector<ModerationEvent> find_moderation(const Thread& thread, const Resolution& resolution,
                                             const PhraseBooks& books, Diagnostics& diagnostics);

/// True for the printed roles of those who moderate: "Moderator", "Global Mods", "Administrators", "Forum staff".
bool is_staff(std::string_view role);

}  // namespace rejoinder::detail
