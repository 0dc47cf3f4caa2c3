// Sentences that say what a moderator did, read with the phrase books.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "findings/phrase_books.hpp"
#include "rejoinder/findings.hpp"

namespace rejoinder::detail {

using Sentences = std::vector<std::string_view>;

/// Searches, and notes a pattern that gave up.
class Searcher {
public:
    Searcher(const Thread& thread, std::size_t post, Diagnostics& diagnostics)
        : thread_(thread), post_(post), diagnostics_(diagnostics) {}

    bool find(const Pattern& pattern, std::string_view sentence, PatternMatch& match);

private:
    const Thread& thread_;
    std::size_t post_;
    Diagnostics& diagnostics_;
};

/// The group's words without white space and punctuation at their end; empty if it matched nothing.
std::string clause(const PatternMatch& match, std::size_t group);

/// The sentence without the signs at its front, and without each label that it may begin with: a notice begins one.
Sentences possible_notices(std::string_view sentence);

/// The sentence from each of its first words on: who did it stands before what was done, in an event.
Sentences possible_acts(std::string_view sentence);

/// The act that a sentence states, with object, reason and sentence; `possible` are the places where it may begin.
std::optional<ModerationEvent> read_notice(std::string_view sentence, const Sentences& possible,
                                           const PhraseBooks& books, Searcher& searcher);

/// Who took a post away and why, from the notice in its place: "Deleted by warden. Reason: off topic".
struct Removal {
    std::string by;
    std::string reason;  // empty if it gives none
};
std::optional<Removal> read_removal(std::string_view notice, const PhraseBooks& books, Searcher& searcher);

/// The books that may know a notice in the text: none for most posts, at the price of one search a book.
PhraseBooks books_to_ask(std::string_view text, const PhraseBooks& books, Searcher& searcher);

}  // namespace rejoinder::detail
