// findings: what a person should look at. Every finding names the posts it rests on.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rejoinder/measure.hpp"
#include "rejoinder/profile.hpp"
#include "rejoinder/resolve.hpp"

namespace rejoinder {

/// How many posts were written before and after an act. Before and after is not cause.
struct Activity {
    std::optional<std::int64_t> seconds;  // length of each of the two windows; nothing: the times of the thread are not
                                          // known so well, and all posts above and below the act are counted
    std::uint32_t before = 0;             // the post that states the act is in neither
    std::uint32_t after = 0;
    bool cut = false;  // the later window is longer than what the pages can show: they were saved, or their last post
                       // was written, before it ends
};

struct ModerationEvent {
    ModerationKind kind = ModerationKind::removal;
    std::uint32_t post = 0;  // 0-based post that states it; of an `event`, the post below it, or the number of posts
    std::string object;      // what it hit, in the notice's words: "a post"; empty if it does not say
    std::string reason;      // in the notice's words; empty if it gives none
    std::string warning;     // the sentence that threatens a further step; empty if none
    std::string sentence;    // the sentence that states the event, as printed
    bool recorded = false;   // the source's own record of `post` says so, and `sentence` is what it prints; else the
                             // post's words state it
    std::optional<std::size_t> event;        // 0-based Thread::events entry that records it: no post does
    std::vector<std::uint32_t> may_explain;  // 0-based ghosts that this event may have made: those first quoted before
                                             // the notice in page order. Possible, never claimed
    std::string by;                          // who did it, where a line, an edit note or a deletion notice says so
    std::optional<Ref> hit;              // the post it was done to, where the source says which; or what is left of it
    std::optional<std::size_t> deleted;  // 0-based Thread::deleted entry that records it: no post does
    std::vector<std::uint32_t> quoted_after;  // those of `may_explain` that posts below the notice still quote: they
                                              // could still be read, or stood in an open window
    std::uint32_t orphans =
        0;  // posts that answer `hit`, directly or not; set where it was removed or deleted and is a post of the thread
    std::vector<Activity> activity;  // shortest window first; empty if nothing tells when it was done
};

struct Role {
    std::string name;  // "moderator", or as printed
    NameSource source = NameSource::unknown;
    std::string evidence;  // one clause: "states a removal"
};

/// One quote of a post that is gone. Its words are those of the ResolvedQuote.
struct Remnant {
    std::uint32_t post = 0;   // 0-based post that quotes
    std::uint32_t quote = 0;  // 0-based quote of that post
    std::uint32_t words = 0;  // that it holds
};

/// A post that is not on the page, or whose words were taken away, and that is still quoted.
struct ResidualQuote {
    Ref of;                              // a ghost; or a post of which only a placeholder is left
    std::vector<std::uint32_t> posts;    // 0-based posts that quote it
    std::uint32_t words = 0;             // of it that can still be read: of a ghost's merged text, of a post's longest
                                         // quote
    std::uint32_t members_at_most = 0;   // distinct writers of those posts, where an unknown writer may be anybody
    std::uint32_t members_at_least = 0;  // distinct writers that are known
    std::vector<Remnant> quotes;         // every quote of it, in page order
    std::uint32_t orphans = 0;           // posts that answer it, directly or not, by primary replies
    std::optional<std::size_t> deleted;  // 0-based Thread::deleted entry: the notice that stands in its place
};

/// The sentence that most posts quote.
struct ContestedPassage {
    Ref source;  // post or ghost that holds it
    std::string sentence;
    std::vector<std::uint32_t> posts;  // 0-based posts that quote it
};

/// How a quote misleads about its source.
enum class QuoteFault : std::uint8_t {
    altered,       // words of it do not stand in its source
    edited_since,  // they did stand there, or may have: the source was edited after it was quoted
    wrong_name,    // it names somebody else than the writer of its source
    lost_header,   // it holds words of a third person under the name of its own source: the header of an inner quote
                   // was cut
};

/// A quote that misleads about its source. The difference itself: word_diff(text of the source, text of the quote).
struct AlteredQuote {
    std::uint32_t post = 0;   // 0-based
    std::uint32_t quote = 0;  // 0-based quote of that post
    QuoteFault fault = QuoteFault::altered;
    std::optional<Ref> words_of;              // lost_header: whose words stand under the wrong name
    std::optional<std::size_t> earlier_text;  // edited_since: 0-based Post::earlier_texts entry of the source that fits
                                              // better than its newest text
};

/// Many people who answer one person within a short time or a short stretch of posts.
struct PileOn {
    std::uint32_t target = 0;             // Measures::people index
    std::vector<std::uint32_t> posts;     // 0-based posts that answer them, ascending
    std::vector<std::uint32_t> repliers;  // Measures::people indices, in the order of their first answer
    std::optional<std::int64_t> seconds;  // from the first of these posts to the last, by their earliest times;
                                          // nothing: times do not allow it, and the posts stand close together
    std::uint32_t stretch = 0;            // posts of the thread from the first of these to the last
    std::uint32_t answered_back = 0;      // of the repliers: whom the target answers, anywhere in the thread
    std::uint32_t newcomers = 0;          // of the repliers: who had not posted in the thread before
};

/// One term of the heat of a thread.
struct HeatTerm {
    std::string_view key;      // "back_and_forth": the name in JSON
    std::string_view meaning;  // what is counted, of what: one clause
    double weight = 0;         // all weights add up to 1
    std::uint32_t count = 0;
    std::uint32_t of = 0;
    double full = 1;   // the share count / of at which the term counts in full
    double value = 0;  // min(1, count / of / full); 0 if `of` is 0
};

/// How heated a thread is: 100 times the sum of weight times value over the terms. docs/formats.md has the formula.
struct Heat {
    std::optional<double> value;  // 0 to 100
    std::string absent_because;   // set when there is no value
    std::vector<HeatTerm> terms;  // empty if there is no value
};

/// A question to a participant who posted again later and, as far as the pages show, did not answer it.
struct UnansweredChallenge {
    std::uint32_t post = 0;         // 0-based post that asks
    std::uint32_t person = 0;       // Measures::people index of who is asked
    Ref to;                         // the post of theirs that it answers
    std::string question;           // the sentence, as printed; the first of the post
    bool by_name = false;           // it calls them by name; else it stands below a quote of theirs, or answers them
    std::uint32_t later_posts = 0;  // posts that the person asked wrote after it
};

/// How much of a thread one person holds, and how one-sided its exchanges are.
struct OneSidedness {
    std::uint32_t person = 0;         // Measures::people index of who wrote most words; of equals the first
    double posts = 0;                 // their share of the posts of known writers, 0 to 1
    double words = 0;                 // their share of the own words of known writers
    double replies = 0;               // their share of the replies between two known people
    std::optional<double> asymmetry;  // 0 to 1: over all pairs of people between whom at least 3 replies went, the sum
                                      // of the differences of the two directions through the sum of the replies: 0 if
                                      // all answer each other equally often, 1 if nobody is answered back. Nothing if
                                      // there is no such pair
    std::uint32_t pairs = 0;          // such pairs
};

/// Words of a post that say whether its writer agrees with the person whom it answers.
struct StanceCue {
    std::uint32_t post = 0;    // 0-based
    std::uint32_t from = 0;    // writer, in Measures::people
    std::uint32_t toward = 0;  // the person it answers, in Measures::people
    bool agrees = false;
    std::string phrase;  // as the post writes it
};

/// A person's side. Which of the two sides is called 0 means nothing.
struct CampMember {
    std::uint32_t person = 0;  // in Measures::people
    std::uint8_t side = 0;     // 0 or 1
    double confidence = 0.5;   // 0.5 (nothing tells) to 1: how probable it is that the person stands there
    std::vector<std::uint32_t>
        posts;  // 0-based, that show it: answers by or to them, ascending; empty: the larger side
};

/// The two sides of a thread, as far as who answers whom, and in which words, can tell them.
struct Camps {
    bool clear = false;               // false: no claim; the sides below are the best guess, and no more than that
    std::string because;              // one clause: why the sides are clear, or why not
    double confidence = 0;            // mean of the members' confidences; 0 if there are none
    std::vector<CampMember> members;  // all of Measures::people, by person; none if hardly anybody answers
    std::vector<StanceCue> cues;      // that were counted, in page order
};

/// How a dispute ended.
enum class DisputeEnd : std::uint8_t {
    thread_end,  // with the thread, or so near its end that nobody can tell
    moderation,  // a moderator's act follows its last post
    silence,     // the thread goes on without it
};

/// A sub-conversation in which people answer each other back and forth and are at odds.
struct Dispute {
    std::vector<std::uint32_t> people;  // in Measures::people, most posts in the dispute first
    std::vector<std::uint8_t> sides;    // 0 or 1 by `people`; empty if no two sides can be told
    std::vector<std::uint32_t> posts;   // 0-based, ascending: all of its posts
    std::vector<std::uint32_t> ghosts;  // 0-based, ascending: posts not on the page that it answers
    std::uint32_t rounds = 0;           // of the pair that goes back and forth most: a statement and its answer are one
    std::vector<StanceCue> cues;        // words of agreement or disagreement in it, in page order
    std::optional<ContestedPassage>
        contested;                       // sentence that most of its posts quote; nothing if none is quoted twice
    std::vector<std::string> key_terms;  // that set it apart from the rest of the thread; at most 6
    DisputeEnd end = DisputeEnd::thread_end;
    std::uint32_t last_post = 0;       // 0-based: the last word
    bool asks = false;                 // the last word asks a question that nobody of the dispute answers
    std::optional<std::size_t> event;  // `moderation`: 0-based Findings::moderation entry that follows
};

/// A stretch of posts and how near its words are to those of the thread's opening.
struct TopicWindow {
    std::uint32_t first = 0;  // 0-based post
    std::uint32_t last = 0;   // 0-based post, included
    double similarity = 0;    // cosine of TF-IDF vectors, 0 to 1
};

/// A branch of answers whose words are far from those of the thread's opening.
struct OffTopicBranch {
    std::uint32_t post = 0;            // 0-based: where it begins
    std::vector<std::uint32_t> posts;  // 0-based, ascending: itself and all that answer it, directly or not
    double similarity = 0;             // with the opening, as in TopicWindow
    std::vector<std::string> terms;    // that set it apart from the rest of the thread; at most 6
};

/// Where the words of the thread go.
struct Topics {
    std::vector<TopicWindow> course;        // the posts after the opening, in stretches of equal length; empty if short
    bool drifts = false;                    // its last third is less than half as near to the opening as its first
    std::vector<OffTopicBranch> off_topic;  // longest first, at most 5
};

struct Findings {
    std::vector<ModerationEvent> moderation;     // in page order
    std::vector<Role> roles;                     // by post index
    std::vector<ResidualQuote> residual_quotes;  // most quoted first
    std::optional<ContestedPassage> contested;   // nothing if no sentence is quoted by two posts
    std::vector<AlteredQuote> altered_quotes;    // by post, then quote, then fault
    std::vector<std::string> key_terms;          // words that most posts share, stop words apart; at most 8
    std::vector<PileOn> pile_ons;                // most repliers first
    Heat heat;
    std::vector<UnansweredChallenge> unanswered;  // in page order
    std::optional<OneSidedness> one_sidedness;    // nothing if fewer than two people are known to have posted
    std::vector<Dispute> disputes;                // most rounds first, at most 5
    Camps camps;
    Topics topics;
};

/// Finds what is worth a look. Moderation phrases and stop words come from the phrase books.
Findings find(const Thread& thread, const Resolution& resolution, const Measures& measures, const ProfileSet& profiles,
              Diagnostics& diagnostics);

}  // namespace rejoinder
