// resolve: what a thread does not print but its pages prove. Who answered whom, where each quote comes from, which
// posts are quoted but absent (ghosts), who wrote what a page left unnamed, and when.
//
// Every conclusion names its evidence. What is printed stays in `Thread`; everything here is inferred, or is printed
// text cut at an inferred place.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "rejoinder/thread.hpp"

namespace rejoinder {

/// A post of the thread, or a ghost. `index` is 0-based; people see posts as "4" and ghosts as "g1" (both from 1).
struct Ref {
    enum class Kind : std::uint8_t { post, ghost };
    Kind kind = Kind::post;
    std::uint32_t index = 0;

    auto operator<=>(const Ref&) const = default;
};

inline Ref post_ref(std::size_t index) {
    return {Ref::Kind::post, static_cast<std::uint32_t>(index)};
}
inline Ref ghost_ref(std::size_t index) {
    return {Ref::Kind::ghost, static_cast<std::uint32_t>(index)};
}

/// How much of its source a quote repeats, in the source's own words.
enum class Match : std::uint8_t {
    not_found,  // no post holds these words
    whole,      // all own words of the source
    excerpt,    // one unbroken part of them
    elided,     // several parts, in order, with words left out between
    altered,    // words were changed; `QuoteSource::agreement` says how many agree
    unchecked,  // the source is known by its id, but the thread holds no text of it
};

/// What shows that one post answers another. Quotes come first, then what rests on none.
enum class EvidenceKind : std::uint8_t {
    parent_id,          // the forum says which post it answers
    quoted_post_id,     // the quote's markup names the quoted post
    quoted_text,        // the quoted words stand in that post
    shared_quote,       // other posts quote the same words of the same author (a ghost's only text evidence)
    attributed_author,  // the quote names that author
    linked_post,        // the post's own words link to that post
    numbered_post,      // they name its number: "#12"
    mentioned_name,     // they name its writer behind "@"
    addressed_name,     // a sentence begins by calling its writer: "NAME, you ..."
    short_name,         // the same, with the beginning of a name that only one participant has
    adjacency,          // nearness in words and in the thread, and nothing else; only if ResolveOptions ask for it
};

struct Evidence {
    EvidenceKind kind = EvidenceKind::quoted_text;
    std::uint32_t quote = 0;  // which quote of the answering post, 0-based
    std::uint32_t words = 0;  // words that agree, for quoted_text and shared_quote
    bool operator==(const Evidence&) const = default;
};

/// What decided where a quote ends in a plain-text extraction, strongest first.
enum class BoundaryEvidence : std::uint8_t {
    printed,       // the markup says so
    known_post,    // the words agree with a post of the thread up to here
    shared_quote,  // another quote of the same author agrees up to here
    own_quoted,    // later posts quote what follows as this writer's own words
    only_text,     // nothing follows: all of it is quoted, or nothing is
    layout,        // only the page's paragraphs tell
};

struct ResolvedQuote {
    std::uint32_t depth = 1;  // 1 is directly in the post, 2 is a quote within a quote
    std::string author;       // as printed
    std::string author_id;    // as printed
    std::string source_key;   // as printed
    PrintedTime time;         // as printed
    std::string text;         // the quoted words, without quotes inside it
    std::uint32_t words = 0;
    std::optional<Ref> source;  // the post or ghost it quotes; nothing if it names nobody and is found nowhere
    Match match = Match::not_found;
    double agreement = 0;                    // share of the quote's words that stand in the source, 0 to 1
    std::uint32_t rivals = 0;                // other posts before the quote that hold its words about as well
    double rival_agreement = 0;              // largest share of its words that stands in a post that is not its source
    std::vector<std::string> altered_words;  // quote's words that the source does not have at that place, at most 8
    BoundaryEvidence boundary = BoundaryEvidence::printed;
    bool boundary_ambiguous = false;                // another paragraph break would fit almost as well
    std::vector<std::uint32_t> boundary_witnesses;  // 0-based posts whose text or quotes decided the boundary
};

enum class NameSource : std::uint8_t { unknown, printed, inferred };

struct ResolvedAuthor {
    std::string name;  // empty if unknown
    NameSource source = NameSource::unknown;
    std::vector<std::uint32_t> witnesses;  // inferred: 0-based posts that quote this post's words under the name
    std::vector<std::string> conflicting;  // other names that posts quote these words under
};

struct ResolvedPost {
    std::string text;  // own words, without quotes
    std::uint32_t words = 0;
    std::vector<ResolvedQuote> quotes;  // in order of their beginning; nested ones follow the quote that holds them
    ResolvedAuthor author;
};

/// A post that the thread quotes but does not hold: deleted, hidden, or on a page that was not given.
struct Ghost {
    std::string author;  // as the quotes name it; empty if they name nobody
    std::string key;     // the forum's id of it, if a quote's markup holds one
    std::string text;    // merged from its excerpts; " […] " where words may be missing
    std::uint32_t words = 0;
    std::vector<std::uint32_t> quoted_by;  // 0-based posts, ascending, each once
};

struct Reply {
    std::uint32_t from = 0;  // 0-based post
    Ref to;
    std::vector<Evidence> evidence;  // strongest first
    double confidence = 0;           // 0 to 1: the share of such replies that is right (docs/design.md, Confidence)
    bool primary = false;            // the one parent of `from` in the tree
};

/// When a post or ghost was written. Unix seconds if `Timeline::anchor` is empty, else seconds after the anchor.
struct TimeBounds {
    std::optional<std::int64_t> earliest;  // nothing: no lower bound
    std::optional<std::int64_t> latest;    // nothing: no upper bound; may be equalled
};

struct Timeline {
    std::optional<Ref> anchor;       // whose time is 0, when the page prints no absolute time
    std::vector<TimeBounds> posts;   // by post index
    std::vector<TimeBounds> ghosts;  // by ghost index
    std::vector<Ref> contradiction;  // posts on a cycle of times that cannot all be right; empty if all agree
    std::size_t dropped = 0;         // constraints left out because they contradicted stronger ones
};

struct Resolution {
    std::vector<ResolvedPost> posts;  // by post index
    std::vector<Ghost> ghosts;        // in order of the first post that quotes them
    std::vector<Reply> replies;       // by `from`, then the primary one first, then `to`
    Timeline timeline;
    Diagnostics diagnostics;
};

/// What is inferred beyond what the pages prove.
struct ResolveOptions {
    /// Gives each post that shows nothing of whom it answers the likeliest parent by nearness in words and in the
    /// thread. Its confidence is the chance that it is the right one if the post answers any; posts of a linear forum
    /// often answer the thread.
    bool adjacency = false;
};

/// Resolves a thread. Cost grows in proportion to its text. Never fails: what cannot be known is left open.
Resolution resolve(const Thread& thread, const ResolveOptions& options = {});

}  // namespace rejoinder
