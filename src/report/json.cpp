#include "report/json.hpp"

#include <span>

#include "base/calendar.hpp"
#include "profile/phrase_book.hpp"
#include "report/json_findings.hpp"
#include "report/json_values.hpp"
#include "report/names.hpp"
#include "report/words.hpp"

namespace rejoinder::report {
namespace {

Json refs_value(std::span<const Ref> refs) {
    Json values = Json::array();
    for (const Ref ref : refs) values.push_back(ref_value(ref));
    return values;
}

Json thread_value(const Analysis& analysis) {
    const Thread& thread = analysis.thread;
    return object({{"title", thread.title},
                   {"forum", text_or_null(thread.forum)},
                   {"engine", text_or_null(thread.engine)},
                   {"profile", text_or_null(thread.profile)},
                   {"layout", layout_value(thread.layout)},
                   {"key", text_or_null(thread.key)},
                   {"url", text_or_null(thread.url)},
                   {"locked", thread.locked ? Json(true) : Json(nullptr)},
                   {"pages", thread.origins},
                   {"post_count", thread.posts.size()},
                   {"participants", analysis.measures.people.size()},
                   {"missing_pages", thread.missing_pages}});
}

Json measure_value(const MeasureValue& measure, bool with_meaning) {
    Json value =
        object({{"value", measure.value ? number_value(*measure.value) : Json(nullptr)}, {"unit", measure.info->unit}});
    if (measure.without_doubtful) value["without_doubtful"] = number_value(*measure.without_doubtful);
    if (!measure.value) value["absent_because"] = measure.absent_because;
    if (with_meaning) value["meaning"] = measure.info->meaning;
    return value;
}

/// {"depth": {"value": 2, "unit": "replies"}}; thread measures say what they mean too. Keys of a table differ.
Json measures_value(const std::vector<MeasureValue>& measures, bool with_meaning) {
    Json::object_t values;
    values.reserve(measures.size());
    for (const MeasureValue& measure : measures) {
        if (measure.info != nullptr)
            values.emplace_back(std::string(measure.info->key), measure_value(measure, with_meaning));
    }
    return values;
}

Json boundary_value(const ResolvedQuote& quote) {
    return object({{"decided_by", boundary_name(quote.boundary)},
                   {"ambiguous", quote.boundary_ambiguous},
                   {"witnesses", post_numbers(quote.boundary_witnesses)}});
}

Json quote_value(const ResolvedQuote& quote, std::size_t number) {
    return object({{"number", number},
                   {"attributed_to", text_or_null(quote.author)},
                   {"author_id", text_or_null(quote.author_id)},
                   {"source_key", text_or_null(quote.source_key)},
                   {"age", text_or_null(printed_age(quote.time))},
                   {"time", time_value(quote.time)},
                   {"text", quote.text},
                   {"words", quote.words},
                   {"source", quote.source ? ref_value(*quote.source) : Json(nullptr)},
                   {"match", match_name(quote.match)},
                   {"agreement", number_value(quote.agreement)},
                   {"depth", quote.depth},
                   {"boundary", boundary_value(quote)},
                   {"altered_words", quote.altered_words}});
}

Json quotes_value(const std::vector<ResolvedQuote>& quotes) {
    Json values = Json::array();
    for (std::size_t i = 0; i < quotes.size(); ++i) values.push_back(quote_value(quotes[i], i + 1));
    return values;
}

/// Own words only: quotes of an earlier text are left out, as in `text`.
Json earlier_texts_value(const std::vector<EarlierText>& texts) {
    Json values = Json::array();
    for (const EarlierText& earlier : texts) {
        values.push_back(
            object({{"text", own_words(earlier.body)},
                    {"captured_at", earlier.captured_at ? Json(iso_time(*earlier.captured_at)) : Json(nullptr)},
                    {"page", earlier.origin}}));
    }
    return values;
}

Json author_value(const Analysis& analysis, std::size_t index) {
    const ResolvedAuthor& author = analysis.resolution.posts[index].author;
    std::string reason;
    append_author_reason(reason, analysis, index, Style::plain);
    return object({{"name", text_or_null(author.name)},
                   {"source", name_source_name(author.source)},
                   {"evidence", text_or_null(reason)}});
}

Json post_value(const Analysis& analysis, std::size_t index) {
    const Post& post = analysis.thread.posts[index];
    const ResolvedPost& resolved = analysis.resolution.posts[index];
    const Role* role = role_of(analysis, index);
    static const std::vector<MeasureValue> none;
    const auto& measures = index < analysis.measures.posts.size() ? analysis.measures.posts[index] : none;
    return object({{"number", index + 1},
                   {"kind", post_kind_name(post.kind)},
                   {"key", text_or_null(post.key)},
                   {"parent_key", text_or_null(post.parent_key)},
                   {"author", author_value(analysis, index)},
                   {"author_id", text_or_null(post.author_id)},
                   {"time", time_value(post.time)},
                   {"text", resolved.text},
                   {"words", resolved.words},
                   {"quotes", quotes_value(resolved.quotes)},
                   {"reactions", reactions_value(post.reactions)},
                   {"role", role ? Json(role->name) : Json(nullptr)},
                   {"role_source", role ? Json(name_source_name(role->source)) : Json(nullptr)},
                   {"role_evidence", role ? text_or_null(role->evidence) : Json(nullptr)},
                   {"attachments", attachments_value(post.attachments)},
                   {"signature", text_or_null(post.signature)},
                   {"edit", edit_value(post.edit)},
                   {"earlier_texts", earlier_texts_value(post.earlier_texts)},
                   {"permalink", text_or_null(post.permalink)},
                   {"measures", measures_value(measures, false)}});
}

Json posts_value(const Analysis& analysis) {
    Json posts = Json::array();
    for (std::size_t i = 0; i < analysis.thread.posts.size(); ++i) posts.push_back(post_value(analysis, i));
    return posts;
}

Json ghosts_value(const Resolution& resolution) {
    Json ghosts = Json::array();
    for (std::size_t i = 0; i < resolution.ghosts.size(); ++i) {
        const Ghost& ghost = resolution.ghosts[i];
        ghosts.push_back(object({{"id", ref_value(ghost_ref(i))},
                                 {"author", text_or_null(ghost.author)},
                                 {"key", text_or_null(ghost.key)},
                                 {"text", ghost.text},
                                 {"words", ghost.words},
                                 {"quoted_by", post_numbers(ghost.quoted_by)}}));
    }
    return ghosts;
}

/// The ghost that the quotes of a deleted post have left, if its notice has the same key.
Json ghost_of(const DeletedPost& deleted, const Resolution& resolution) {
    for (std::size_t i = 0; i < resolution.ghosts.size(); ++i) {
        if (!deleted.key.empty() && resolution.ghosts[i].key == deleted.key) return ref_value(ghost_ref(i));
    }
    return nullptr;
}

Json deleted_posts_value(const Analysis& analysis) {
    const Thread& thread = analysis.thread;
    Json notices = Json::array();
    for (const DeletedPost& deleted : thread.deleted) {
        notices.push_back(object({{"key", text_or_null(deleted.key)},
                                  {"author", text_or_null(deleted.author)},
                                  {"author_id", text_or_null(deleted.author_id)},
                                  {"notice", text_or_null(deleted.notice)},
                                  {"act", deleted.act ? Json(moderation_kind_name(*deleted.act)) : Json(nullptr)},
                                  {"before", post_below(deleted.before, thread)},
                                  {"ghost", ghost_of(deleted, analysis.resolution)}}));
    }
    return notices;
}

/// A forum's own parent id, a link or a name rests on no quote: `quote` and `words` are null then.
Json evidence_value(const Evidence& evidence) {
    const bool counted = evidence.kind == EvidenceKind::quoted_text || evidence.kind == EvidenceKind::shared_quote;
    const bool of_quote = evidence.kind != EvidenceKind::parent_id && evidence.kind < EvidenceKind::linked_post;
    return object({{"kind", evidence_name(evidence.kind)},
                   {"words", counted ? Json(evidence.words) : Json(nullptr)},
                   {"quote", of_quote ? Json(evidence.quote + 1) : Json(nullptr)}});
}

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

Json bound_value(const Timeline& timeline, const std::optional<std::int64_t>& bound) {
    if (!bound) return nullptr;
    return timeline.anchor ? Json(*bound) : Json(iso_time(*bound));
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

Json people_value(const Measures& measures) {
    Json people = Json::array();
    for (const Person& person : measures.people) {
        people.push_back(object({{"name", person.name},
                                 {"source", name_source_name(person.source)},
                                 {"posts", post_numbers(person.posts)},
                                 {"ghosts", ghost_ids(person.ghosts)},
                                 {"measures", measures_value(person.measures, false)}}));
    }
    return people;
}

Json exchanges_value(const Measures& measures) {
    Json exchanges = Json::array();
    for (const PeopleEdge& edge : measures.exchanges) {
        exchanges.push_back(object({{"from", measures.people[edge.from].name},
                                    {"to", measures.people[edge.to].name},
                                    {"replies", edge.replies}}));
    }
    return exchanges;
}

Json chains_value(const Measures& measures) {
    Json chains = Json::array();
    for (const auto& chain : measures.chains) chains.push_back(refs_value(chain));
    return chains;
}

Json diagnostics_value(const Diagnostics& diagnostics) {
    Json values = Json::array();
    for (const Diagnostic& diagnostic : diagnostics) {
        values.push_back(object({{"where", diagnostic.where}, {"message", diagnostic.message}}));
    }
    return values;
}

}  // namespace

std::string write_json(const Analysis& analysis) {
    const Timeline& timeline = analysis.resolution.timeline;
    const Json document = object(
        {{"thread", thread_value(analysis)},
         {"posts", posts_value(analysis)},
         {"ghosts", ghosts_value(analysis.resolution)},
         {"deleted_posts", deleted_posts_value(analysis)},
         {"replies", replies_value(analysis.resolution)},
         {"timeline", timeline_value(timeline)},
         {"timeline_conflicts", object({{"refs", refs_value(timeline.contradiction)}, {"dropped", timeline.dropped}})},
         {"moderation", moderation_value(analysis)},
         {"findings", findings_value(analysis)},
         {"measures", measures_value(analysis.measures.thread, true)},
         {"people", people_value(analysis.measures)},
         {"exchanges", exchanges_value(analysis.measures)},
         {"chains", chains_value(analysis.measures)},
         {"diagnostics", diagnostics_value(analysis.diagnostics)}});
    return dump(document, 2);
}

}  // namespace rejoinder::report
