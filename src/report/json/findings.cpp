// What a person should look at.
#include "profile/phrase_book.hpp"
#include "report/json/sections.hpp"

namespace rejoinder::report {

Json moderation_value(const Analysis& analysis) {
    Json events = Json::array();
    for (const ModerationEvent& event : analysis.findings.moderation) {
        static const ThreadEvent none;
        const ThreadEvent& line = event.event ? analysis.thread.events[*event.event] : none;
        events.push_back(object({{"kind", moderation_kind_name(event.kind)},
                                 {"post", event.event ? Json(nullptr) : Json(event.post + 1)},
                                 {"before", event.event ? post_below(event.post, analysis.thread) : Json(nullptr)},
                                 {"by", text_or_null(line.author)},
                                 {"time", time_value(line.time)},
                                 {"object", text_or_null(event.object)},
                                 {"reason", text_or_null(event.reason)},
                                 {"warning", text_or_null(event.warning)},
                                 {"sentence", text_or_null(event.sentence)},
                                 {"may_explain", ghost_ids(event.may_explain)}}));
    }
    return events;
}

Json findings_value(const Findings& findings) {
    Json residual = Json::array();
    for (const ResidualQuote& quote : findings.residual_quotes) {
        residual.push_back(object({{"ghost", ref_value(ghost_ref(quote.ghost))},
                                   {"posts", post_numbers(quote.posts)},
                                   {"words", quote.words},
                                   {"members_at_least", quote.members_at_least},
                                   {"members_at_most", quote.members_at_most}}));
    }
    Json contested = nullptr;
    if (findings.contested) {
        contested = object({{"source", ref_value(findings.contested->source)},
                            {"sentence", findings.contested->sentence},
                            {"posts", post_numbers(findings.contested->posts)}});
    }
    Json altered = Json::array();
    for (const AlteredQuote& quote : findings.altered_quotes) {
        altered.push_back(object({{"post", quote.post + 1}, {"quote", quote.quote + 1}}));
    }
    return object({{"residual_quotes", std::move(residual)},
                   {"contested", std::move(contested)},
                   {"altered_quotes", std::move(altered)},
                   {"key_terms", findings.key_terms}});
}

}  // namespace rejoinder::report
