// What moderators did, as posts say or as the source records it.
#pragma once

#include <vector>

#include "findings/phrase_books.hpp"
#include "rejoinder/findings.hpp"

namespace rejoinder::detail {

/// Finds what the source records (see records.hpp) and the notices in posts' own words, in page order. Notices are
/// looked for sentence by sentence, at most one event a sentence. Members write of removals too
/// ("they removed my post"), so a sentence counts only where a moderator's would stand: the post's own words begin with
/// it or with other notices before it, or it has a line to itself in a post without quotes; a post whose printed role
/// is a moderator's may say it anywhere. No words may precede the match in its sentence, but for a label ("Mod note:"),
/// and a question states nothing. A pattern that passes PCRE2's match limit is noted in `diagnostics` and counts as no
/// match.
std::vector<ModerationEvent> find_moderation(const Thread& thread, const Resolution& resolution,
                                             const PhraseBooks& books, bool others_edit, Diagnostics& diagnostics);

/// True for the printed roles of those who moderate: "Moderator", "Global Mods", "Administrators", "Forum staff".
bool is_staff(std::string_view role);

}  // namespace rejoinder::detail
