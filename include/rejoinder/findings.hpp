// findings: what a person should look at. Every finding names the posts it rests on.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "rejoinder/measure.hpp"
#include "rejoinder/profile.hpp"
#include "rejoinder/resolve.hpp"

namespace rejoinder {

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
};

struct Role {
    std::string name;  // "moderator", or as printed
    NameSource source = NameSource::unknown;
    std::string evidence;  // one clause: "states a removal"
};

/// A post that is not on the page and is still quoted.
struct ResidualQuote {
    std::uint32_t ghost = 0;             // 0-based
    std::vector<std::uint32_t> posts;    // 0-based posts that quote it
    std::uint32_t words = 0;             // of it that can still be read
    std::uint32_t members_at_most = 0;   // distinct writers of those posts, where an unknown writer may be anybody
    std::uint32_t members_at_least = 0;  // distinct writers that are known
};

/// The sentence that most posts quote.
struct ContestedPassage {
    Ref source;  // post or ghost that holds it
    std::string sentence;
    std::vector<std::uint32_t> posts;  // 0-based posts that quote it
};

/// A quote whose words differ from its source.
struct AlteredQuote {
    std::uint32_t post = 0;   // 0-based
    std::uint32_t quote = 0;  // 0-based quote of that post
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
    std::uint32_t person = 0;          // in Measures::people
    std::uint8_t side = 0;             // 0 or 1
    double confidence = 0.5;           // 0.5 (nothing tells) to 1: how probable it is that the person stands there
    std::vector<std::uint32_t> posts;  // 0-based, that show it: answers to or by others, ascending
};

/// The two sides of a thread, as far as who answers whom, and in which words, can tell them.
struct Camps {
    bool clear = false;               // false: no claim; the sides below are the best guess, and no more than that
    std::string because;              // one clause: why the sides are clear, or why not
    double confidence = 0;            // mean of the members' confidences; 0 if there are none
    std::vector<CampMember> members;  // known people who answer or are answered by another, by person
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
    std::vector<AlteredQuote> altered_quotes;
    std::vector<std::string> key_terms;  // words that most posts share, stop words apart; at most 8
    std::vector<Dispute> disputes;       // most rounds first, at most 5
    Camps camps;
    Topics topics;
};

/// Finds what is worth a look. Moderation phrases and stop words come from the phrase books.
Findings find(const Thread& thread, const Resolution& resolution, const Measures& measures, const ProfileSet& profiles,
              Diagnostics& diagnostics);

}  // namespace rejoinder
