// Posts with their quotes, ghosts, and notices of deleted posts.
#include "profile/phrase_book.hpp"
#include "report/json/sections.hpp"
#include "report/names.hpp"
#include "report/words.hpp"

namespace rejoinder::report {
namespace {

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

/// The ghost that the quotes of a deleted post have left, if its notice has the same key.
Json ghost_of(const DeletedPost& deleted, const Resolution& resolution) {
    for (std::size_t i = 0; i < resolution.ghosts.size(); ++i) {
        if (!deleted.key.empty() && resolution.ghosts[i].key == deleted.key) return ref_value(ghost_ref(i));
    }
    return nullptr;
}

}  // namespace

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

}  // namespace rejoinder::report
