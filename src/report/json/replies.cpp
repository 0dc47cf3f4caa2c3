// Who answers whom, and when.
#include "base/calendar.hpp"
#include "report/json/sections.hpp"
#include "report/names.hpp"

namespace rejoinder::report {
namespace {

/// A forum's own parent id, a link or a name rests on no quote: `quote` and `words` are null then.
Json evidence_value(const Evidence& evidence) {
    const bool counted = evidence.kind == EvidenceKind::quoted_text || evidence.kind == EvidenceKind::shared_quote;
    const bool of_quote = evidence.kind != EvidenceKind::parent_id && evidence.kind < EvidenceKind::linked_post;
    return object({{"kind", evidence_name(evidence.kind)},
                   {"words", counted ? Json(evidence.words) : Json(nullptr)},
                   {"quote", of_quote ? Json(evidence.quote + 1) : Json(nullptr)}});
}

Json bound_value(const Timeline& timeline, const std::optional<std::int64_t>& bound) {
    if (!bound) return nullptr;
    return timeline.anchor ? Json(*bound) : Json(iso_time(*bound));
}

}  // namespace

Json replies_value(const Resolution& resolution) {
    Json replies = Json::array();
    for (const Reply& reply : resolution.replies) {
        Json evidence = Json::array();
        for (const Evidence& one : reply.evidence) evidence.push_back(evidence_value(one));
        replies.push_back(object({{"from", reply.from + 1},
                                  {"to", ref_value(reply.to)},
                                  {"evidence", std::move(evidence)},
                                  {"confidence", number_value(reply.confidence)},
                                  {"primary", reply.primary}}));
    }
    return replies;
}

Json timeline_value(const Timeline& timeline) {
    Json values = Json::array();
    const auto add = [&](Ref ref, const TimeBounds& bounds) {
        values.push_back(object({{"ref", ref_value(ref)},
                                 {"earliest", bound_value(timeline, bounds.earliest)},
                                 {"latest", bound_value(timeline, bounds.latest)},
                                 {"unit", timeline.anchor ? "seconds" : "utc"},
                                 {"relative_to", timeline.anchor ? ref_value(*timeline.anchor) : Json(nullptr)}}));
    };
    for (std::size_t i = 0; i < timeline.posts.size(); ++i) add(post_ref(i), timeline.posts[i]);
    for (std::size_t i = 0; i < timeline.ghosts.size(); ++i) add(ghost_ref(i), timeline.ghosts[i]);
    return values;
}

}  // namespace rejoinder::report
