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

struct Findings {
    std::vector<ModerationEvent> moderation;     // in page order
    std::vector<Role> roles;                     // by post index
    std::vector<ResidualQuote> residual_quotes;  // most quoted first
    std::optional<ContestedPassage> contested;   // nothing if no sentence is quoted by two posts
    std::vector<AlteredQuote> altered_quotes;
    std::vector<std::string> key_terms;  // words that most posts share, stop words apart; at most 8
};

/// Finds what is worth a look. Moderation phrases and stop words come from the phrase books.
Findings find(const Thread& thread, const Resolution& resolution, const Measures& measures, const ProfileSet& profiles,
              Diagnostics& diagnostics);

}  // namespace rejoinder
