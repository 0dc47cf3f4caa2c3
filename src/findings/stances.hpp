// Words that tell whether a post agrees with the one it answers.
#pragma once

#include <vector>

#include "findings/people_replies.hpp"
#include "findings/phrase_books.hpp"
#include "rejoinder/findings.hpp"

namespace rejoinder::detail {

/// A reply and what its words show.
struct Stance {
    PersonReply reply;
    bool agrees = false;
    bool disagrees = false;
    bool addresses = false;  // speaks to the other: "you"
    std::string phrase;      // the first that agrees or disagrees; empty if none does
};

/// Looks in the words with which a post answers a person: those behind the quotes of that person, where the page prints
/// the ends of quotes, else all its own words. Agreement stands at the beginning of an answer (the first 30 words),
/// disagreement soon after it (60), address anywhere. Of two phrases at one place the longer counts ("don't agree").
std::vector<Stance> read_stances(const Thread& thread, const Resolution& resolution,
                                 const std::vector<PersonReply>& replies, const PhraseBooks& books);

/// Those with a phrase, in page order.
std::vector<StanceCue> cues_of(const std::vector<Stance>& stances);

}  // namespace rejoinder::detail
