// The sections of the JSON report, one function each; docs/formats.md describes their keys. Each file beside this one
// writes the sections that its name tells.
#pragma once

#include <optional>
#include <span>

#include "base/word_diff.hpp"
#include "report/json/values.hpp"

namespace rejoinder::report {

// thread.cpp
Json thread_value(const Analysis& analysis);
Json exchanges_value(const Measures& measures);
Json chains_value(const Measures& measures);
Json volleys_value(const Measures& measures);
Json diagnostics_value(const Diagnostics& diagnostics);

// posts.cpp
Json posts_value(const Analysis& analysis);
Json ghosts_value(const Resolution& resolution);
Json deleted_posts_value(const Analysis& analysis);

// replies.cpp
Json replies_value(const Resolution& resolution);
Json timeline_value(const Timeline& timeline);

// findings.cpp
Json moderation_value(const Analysis& analysis);
Json findings_value(const Analysis& analysis);
Json contested_value(const std::optional<ContestedPassage>& contested);
/// [{"is": "same", "text": …}, {"is": "removed", …}, …]
Json diff_value(const std::vector<DiffPart>& diff);

// debate.cpp
Json disputes_value(const Analysis& analysis);
Json camps_value(const Analysis& analysis);
Json topics_value(const Topics& topics);

// measures.cpp
/// {"depth": {"value": 2, "unit": "replies"}}; thread measures say what they mean too. Keys of a table differ.
Json measures_value(const std::vector<MeasureValue>& measures, bool with_meaning);
Json degrees_value(const Measures& measures);
Json people_value(const Measures& measures);

// What several sections share.

inline Json refs_value(std::span<const Ref> refs) {
    Json values = Json::array();
    for (const Ref ref : refs) values.push_back(ref_value(ref));
    return values;
}

/// The number of the post above which a notice stands, or null if it stands below all of them.
inline Json post_below(std::size_t post, const Thread& thread) {
    return post < thread.posts.size() ? Json(post + 1) : Json(nullptr);
}

}  // namespace rejoinder::report
