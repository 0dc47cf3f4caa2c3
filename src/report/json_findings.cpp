#include "report/json_findings.hpp"

#include "profile/phrase_book.hpp"
#include "report/names.hpp"

namespace rejoinder::report {
namespace {

Json activity_value(const std::vector<Activity>& activity) {
    Json values = Json::array();
    for (const Activity& one : activity) {
        values.push_back(object({{"seconds", one.seconds ? Json(*one.seconds) : Json(nullptr)},
                                 {"before", one.before},
                                 {"after", one.after},
                                 {"cut", one.cut}}));
    }
    return values;
}

Json event_value(const Analysis& analysis, const ModerationEvent& event) {
    static const ThreadEvent none;
    const ThreadEvent& line = event.event ? analysis.thread.events[*event.event] : none;
    const bool between = event.event || event.deleted;
    const bool edit = event.kind == ModerationKind::edit && event.recorded && !between;
    return object({{"kind", moderation_kind_name(event.kind)},
                   {"post", between ? Json(nullptr) : Json(event.post + 1)},
                   {"before", between ? post_below(event.post, analysis.thread) : Json(nullptr)},
                   {"by", text_or_null(event.by)},
                   {"time", time_value(edit && analysis.thread.posts[event.post].edit
                                           ? analysis.thread.posts[event.post].edit->time
                                           : line.time)},
                   {"object", text_or_null(event.object)},
                   {"reason", text_or_null(event.reason)},
                   {"warning", text_or_null(event.warning)},
                   {"sentence", text_or_null(event.sentence)},
                   {"recorded", event.recorded},
                   {"hit", event.hit ? ref_value(*event.hit) : Json(nullptr)},
                   {"deleted_post", event.deleted ? Json(*event.deleted + 1) : Json(nullptr)},
                   {"may_explain", ghost_ids(event.may_explain)},
                   {"quoted_after", ghost_ids(event.quoted_after)},
                   {"orphans", event.hit && event.hit->kind == Ref::Kind::post ? Json(event.orphans) : Json(nullptr)},
                   {"activity", activity_value(event.activity)}});
}

Json residual_quotes_value(const Analysis& analysis) {
    Json values = Json::array();
    for (const ResidualQuote& residual : analysis.findings.residual_quotes) {
        const bool ghost = residual.of.kind == Ref::Kind::ghost;
        Json quotes = Json::array();
        for (const Remnant& quote : residual.quotes) {
            quotes.push_back(object({{"post", quote.post + 1},
                                     {"quote", quote.quote + 1},
                                     {"words", quote.words},
                                     {"by", text_or_null(writer_name(analysis, post_ref(quote.post)))}}));
        }
        values.push_back(object({{"ghost", ghost ? ref_value(residual.of) : Json(nullptr)},
                                 {"post", ghost ? Json(nullptr) : ref_value(residual.of)},
                                 {"author", text_or_null(writer_name(analysis, residual.of))},
                                 {"posts", post_numbers(residual.posts)},
                                 {"words", residual.words},
                                 {"members_at_least", residual.members_at_least},
                                 {"members_at_most", residual.members_at_most},
                                 {"quotes", std::move(quotes)},
                                 {"orphans", residual.orphans},
                                 {"deleted_post", residual.deleted ? Json(*residual.deleted + 1) : Json(nullptr)}}));
    }
    return values;
}

Json contested_value(const std::optional<ContestedPassage>& contested) {
    if (!contested) return nullptr;
    return object({{"source", ref_value(contested->source)},
                   {"sentence", contested->sentence},
                   {"posts", post_numbers(contested->posts)}});
}

std::string_view fault_name(QuoteFault fault) {
    switch (fault) {
        case QuoteFault::altered:
            return "altered";
        case QuoteFault::edited_since:
            return "edited_since";
        case QuoteFault::wrong_name:
            return "wrong_name";
        case QuoteFault::lost_header:
            return "lost_header";
    }
    return "";
}

Json altered_quotes_value(const Analysis& analysis) {
    Json values = Json::array();
    for (const AlteredQuote& altered : analysis.findings.altered_quotes) {
        const ResolvedQuote& quote = analysis.resolution.posts[altered.post].quotes[altered.quote];
        const bool of_post = quote.source && quote.source->kind == Ref::Kind::post;
        std::string_view source;
        if (of_post) source = analysis.resolution.posts[quote.source->index].text;
        values.push_back(
            object({{"post", altered.post + 1},
                    {"quote", altered.quote + 1},
                    {"fault", fault_name(altered.fault)},
                    {"source", quote.source ? ref_value(*quote.source) : Json(nullptr)},
                    {"words_of", altered.words_of ? ref_value(*altered.words_of) : Json(nullptr)},
                    {"earlier_text", altered.earlier_text ? Json(*altered.earlier_text + 1) : Json(nullptr)},
                    {"diff", of_post ? diff_value(word_diff(source, quote.text)) : Json::array()}}));
    }
    return values;
}

Json names_value(const Measures& measures, const std::vector<std::uint32_t>& people) {
    Json names = Json::array();
    for (const std::uint32_t person : people) names.push_back(measures.people[person].name);
    return names;
}

Json pile_ons_value(const Analysis& analysis) {
    Json values = Json::array();
    for (const PileOn& pile_on : analysis.findings.pile_ons) {
        const auto repliers = static_cast<double>(pile_on.repliers.size());
        values.push_back(object({{"target", analysis.measures.people[pile_on.target].name},
                                 {"posts", post_numbers(pile_on.posts)},
                                 {"repliers", names_value(analysis.measures, pile_on.repliers)},
                                 {"seconds", pile_on.seconds ? Json(*pile_on.seconds) : Json(nullptr)},
                                 {"stretch", pile_on.stretch},
                                 {"answered_back", pile_on.answered_back},
                                 {"reciprocity", number_value(pile_on.answered_back / repliers)},
                                 {"newcomers", pile_on.newcomers},
                                 {"newcomer_share", number_value(pile_on.newcomers / repliers)}}));
    }
    return values;
}

Json heat_value(const Heat& heat) {
    Json terms = Json::array();
    for (const HeatTerm& term : heat.terms) {
        terms.push_back(object({{"key", term.key},
                                {"count", term.count},
                                {"of", term.of},
                                {"full", number_value(term.full)},
                                {"value", number_value(term.value)},
                                {"weight", number_value(term.weight)},
                                {"meaning", term.meaning}}));
    }
    return object({{"value", heat.value ? number_value(*heat.value) : Json(nullptr)},
                   {"absent_because", text_or_null(heat.absent_because)},
                   {"terms", std::move(terms)}});
}

Json unanswered_value(const Analysis& analysis) {
    Json values = Json::array();
    for (const UnansweredChallenge& challenge : analysis.findings.unanswered) {
        values.push_back(object({{"post", challenge.post + 1},
                                 {"by", text_or_null(writer_name(analysis, post_ref(challenge.post)))},
                                 {"asked", analysis.measures.people[challenge.person].name},
                                 {"to", ref_value(challenge.to)},
                                 {"question", challenge.question},
                                 {"by_name", challenge.by_name},
                                 {"later_posts", challenge.later_posts}}));
    }
    return values;
}

Json one_sidedness_value(const Analysis& analysis) {
    const auto& sides = analysis.findings.one_sidedness;
    if (!sides) return nullptr;
    return object({{"person", analysis.measures.people[sides->person].name},
                   {"posts", number_value(sides->posts)},
                   {"words", number_value(sides->words)},
                   {"replies", number_value(sides->replies)},
                   {"asymmetry", sides->asymmetry ? number_value(*sides->asymmetry) : Json(nullptr)},
                   {"pairs", sides->pairs}});
}

}  // namespace

Json diff_value(const std::vector<DiffPart>& diff) {
    Json values = Json::array();
    for (const DiffPart& part : diff) {
        const std::string_view is = part.kind == DiffKind::same      ? "same"
                                    : part.kind == DiffKind::removed ? "removed"
                                                                     : "added";
        values.push_back(object({{"is", is}, {"words", part.words}, {"text", part.text}}));
    }
    return values;
}

Json moderation_value(const Analysis& analysis) {
    Json events = Json::array();
    for (const ModerationEvent& event : analysis.findings.moderation) events.push_back(event_value(analysis, event));
    return events;
}

Json findings_value(const Analysis& analysis) {
    const Findings& findings = analysis.findings;
    return object({{"residual_quotes", residual_quotes_value(analysis)},
                   {"contested", contested_value(findings.contested)},
                   {"altered_quotes", altered_quotes_value(analysis)},
                   {"key_terms", findings.key_terms},
                   {"heat", heat_value(findings.heat)},
                   {"pile_ons", pile_ons_value(analysis)},
                   {"unanswered", unanswered_value(analysis)},
                   {"one_sidedness", one_sidedness_value(analysis)}});
}

}  // namespace rejoinder::report
