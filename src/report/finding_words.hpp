// The sentences of findings, shared by the reports for people. Every number in them is one of `Findings`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/word_diff.hpp"
#include "rejoinder/analyze.hpp"
#include "report/text.hpp"

namespace rejoinder::report {

/// Stands wherever counts before and after an act are given.
inline constexpr std::string_view not_cause =
    "Counts before and after an act say when posts were written. They do not say that the act was the cause.\n";

/// "Three posts (3, 4 and 7), by up to three members, still quote a post by Gweiloman that is not on the page: 141 of
/// its words can be read. Four posts answer it, directly or not."
void append_residual_quote(std::string& out, const Analysis& analysis, const ResidualQuote& residual, Style style);

/// What follows an act, each sentence with a space before it: the posts that answer what it hit, ghosts that are quoted
/// below it, and the counts before and after: in plain text those of all windows, else of the longest.
void append_aftermath(std::string& out, const ModerationEvent& event, Style style);

/// "Six people (A, B, …) answer C in eight posts (4, 5, …) within 3 h 10 min; C answers two of them back, and three of
/// them had not posted in the thread before."
void append_pile_on(std::string& out, const Analysis& analysis, const PileOn& pile_on, Style style);

/// The heat and the terms that it is made of, as a paragraph and a list; or why it is not measured.
void append_heat_terms(std::string& out, const Heat& heat);

/// A word diff as one line: "the ~~cat~~ **dog** sat" in Markdown, with <del> and <ins> in HTML, "the [-cat-] {+dog+}
/// sat" on a terminal. Of what is the same, four words beside each change are shown. `excerpt`: words that the first
/// text has before and after the second are left out. At most `changes` removed and added parts are shown.
void append_diff(std::string& out, const std::vector<DiffPart>& diff, bool excerpt, std::size_t changes, Style style);

/// "Post 5 quotes changed words of post 3 (80 % of the quote's words stand there, not “dog”): …", with the diff where
/// words differ.
void append_altered_quote(std::string& out, const Analysis& analysis, const AlteredQuote& quote, Style style);

/// "Post 9, by Ann, asks Bo (post 7): “Where did you read that?” Bo wrote four posts after it, and none answers it or a
/// later post of Ann's, as far as the pages show."
void append_unanswered(std::string& out, const Analysis& analysis, const UnansweredChallenge& challenge, Style style);

/// "Of what known people wrote, Ann wrote most: 40 % of the posts, 61 % of the words, 35 % of the answers to each
/// other. In the three exchanges of at least three answers, …"
void append_one_sidedness(std::string& out, const Analysis& analysis, const OneSidedness& sides, Style style);

}  // namespace rejoinder::report
