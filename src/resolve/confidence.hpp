// How sure a reply is: a logistic function of what is known about its quotes, fitted on threads whose truth is known.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "rejoinder/resolve.hpp"

namespace rejoinder {

/// What speaks for and against one reply that rests on quotes.
struct ReplyFacts {
    bool to_ghost = false;
    bool by_id = false;          // a quote's markup holds the forum's id of what it quotes
    double words = 0;            // that agree, of all its quotes
    double share = 0;            // of its quotes' words that agree, 0 to 1
    double rivals = 0;           // as in ResolvedQuote, of the quote with most words
    double rival_agreement = 0;  // the same
    double same_name = 0;        // 1: the quote names the writer that the page prints; -1: it names another; else 0
    double known_end = 0;        // share of its quotes whose end is printed or shown by other texts
    double ambiguous_end = 0;    // share of its quotes whose end might be elsewhere
    double distance = 0;         // posts from the quoted one to the quoting one; of a ghost 0
    double quoters = 0;          // of a ghost: posts that quote it
    double lost = 0;             // share of the thread's quotes that are a ghost's
    double present = 0;          // of a ghost: 1 if its author wrote a post of the thread, as printed; else 0
};

/// One row of the tables below: `value` times `weight` is added to the log-odds.
struct ConfidenceRow {
    std::string_view fact;
    double weight;
    double (*value)(const ReplyFacts&);
};

std::span<const ConfidenceRow> rows_to_posts();
std::span<const ConfidenceRow> rows_to_ghosts();

/// Facts of the reply of `from` to `to`, which rests on these quotes of the post (0-based numbers; at least one).
class FactsFinder {
public:
    FactsFinder(const Thread& thread, const std::vector<ResolvedPost>& posts, const std::vector<Ghost>& ghosts);

    ReplyFacts of(std::uint32_t from, Ref to, std::span<const std::uint32_t> quotes) const;

private:
    const Thread& thread_;
    const std::vector<ResolvedPost>& posts_;
    const std::vector<Ghost>& ghosts_;
    double lost_ = 0;
    std::vector<bool> present_;  // by ghost
};

double confidence_of(const ReplyFacts& facts);

}  // namespace rejoinder
