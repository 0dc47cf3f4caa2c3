// Posts, the quotes in them, and ghosts.
#include <algorithm>
#include <utility>

#include "report/names.hpp"
#include "report/replies.hpp"
#include "report/tables/tables.hpp"

namespace rejoinder::report {
namespace {

const Post& post_at(const Place& place) {
    return place.source.analysis.thread.posts[place.index];
}

const ResolvedPost& resolved_at(const Place& place) {
    return place.source.analysis.resolution.posts[place.index];
}

const ResolvedQuote& quote_at(const Place& place) {
    return resolved_at(place).quotes[place.part];
}

const Ghost& ghost_at(const Place& place) {
    return place.source.analysis.resolution.ghosts[place.index];
}

const Reply* parent_at(const Place& place) {
    return primary_reply(place.source.analysis.resolution, static_cast<std::uint32_t>(place.index));
}

std::optional<Ref> answered_at(const Place& place) {
    const Reply* parent = parent_at(place);
    return parent == nullptr ? std::nullopt : std::optional<Ref>(parent->to);
}

Cell bound_cell(const std::vector<TimeBounds>& bounds, std::size_t index, bool latest) {
    if (index >= bounds.size()) return {};
    const auto& bound = latest ? bounds[index].latest : bounds[index].earliest;
    return bound ? Cell{*bound} : Cell{};
}

Cell reactions_cell(const Place& place) {
    std::int64_t sum = 0;
    for (const Reaction& reaction : post_at(place).reactions) sum += reaction.count;
    return sum;
}

const std::vector<MeasureValue>& measures_at(const Place& place) {
    static const std::vector<MeasureValue> none;
    const auto& measures = place.source.analysis.measures.posts;
    return place.index < measures.size() ? measures[place.index] : none;
}

constexpr std::string_view earliest_words = "not before: Unix seconds, or seconds after threads.time_from",
                           latest_words = "not after: the same";

std::vector<Column> printed_columns() {
    using enum CellType;
    return {
        thread_column(),
        {"post", integer, "number of the post, from 1", [](const Place& p) { return number_cell(p.index + 1); }},
        {"key", text, "the forum's own id", [](const Place& p) { return text_cell(post_at(p).key); }},
        {"author", text, "name; see author_source",
         [](const Place& p) { return text_cell(resolved_at(p).author.name); }},
        {"author_source", text, "printed, inferred or unknown",
         [](const Place& p) { return text_cell(name_source_name(resolved_at(p).author.source)); }},
        {"author_id", text, "the forum's own id of the author",
         [](const Place& p) { return text_cell(post_at(p).author_id); }},
        {"role", text, "printed or inferred role",
         [](const Place& p) {
             const Role* role = role_of(p.source.analysis, p.index);
             return text_cell(role == nullptr ? std::string_view{} : role->name);
         }},
        {"printed_time", text, "time as printed", [](const Place& p) { return text_cell(post_at(p).time.text); }},
        {"utc", text, "first second of what is printed", [](const Place& p) { return utc_cell(post_at(p).time); }},
        {"utc_before", text, "first second after it", [](const Place& p) { return utc_before_cell(post_at(p).time); }},
        {"permalink", text, "address", [](const Place& p) { return text_cell(post_at(p).permalink); }},
        {"edited", text, "note that the post was edited",
         [](const Place& p) { return text_cell(post_at(p).edit ? post_at(p).edit->text : ""); }},
        {"signature", text, "signature", [](const Place& p) { return text_cell(post_at(p).signature); }},
        {"reactions", integer, "number of reactions", reactions_cell},
        {"text", text, "own words, without quotes", [](const Place& p) { return text_cell(resolved_at(p).text); }},
        {"words", integer, "number of own words", [](const Place& p) { return number_cell(resolved_at(p).words); }}};
}

std::vector<Column> inferred_columns() {
    using enum CellType;
    return {{"answers_post", integer, "post that it answers first; inferred",
             [](const Place& p) { return post_cell(answered_at(p)); }},
            {"answers_ghost", text, "ghost that it answers first; inferred",
             [](const Place& p) { return ghost_cell(answered_at(p)); }},
            {"confidence", real, "of that answer, 0 to 1",
             [](const Place& p) { return parent_at(p) == nullptr ? Cell{} : Cell{parent_at(p)->confidence}; }},
            {"earliest", integer, earliest_words,
             [](const Place& p) { return bound_cell(p.source.analysis.resolution.timeline.posts, p.index, false); }},
            {"latest", integer, latest_words,
             [](const Place& p) { return bound_cell(p.source.analysis.resolution.timeline.posts, p.index, true); }}};
}

}  // namespace

Table posts_table() {
    Table table{"posts",
                "one post that the pages show",
                "thread, post",
                {"author", "thread, answers_post", "thread, answers_ghost"},
                printed_columns(),
                [](const TableSource& source, const std::function<void(Place)>& row) {
                    for (std::size_t i = 0; i < source.analysis.thread.posts.size(); ++i) row({source, i});
                }};
    for (Column& column : inferred_columns()) table.columns.push_back(std::move(column));
    for (Column& column : measure_columns(MeasureScope::post, measures_at)) table.columns.push_back(std::move(column));
    return table;
}

Table ghosts_table() {
    using enum CellType;
    return {"ghosts",
            "one post that is quoted and not on the pages",
            "thread, ghost",
            {"author"},
            {thread_column(),
             {"ghost", text, "g1, g2 ...", [](const Place& p) { return ghost_cell(ghost_ref(p.index)); }},
             {"author", text, "as its quotes name it", [](const Place& p) { return text_cell(ghost_at(p).author); }},
             {"key", text, "the forum's own id, if a quote holds it",
              [](const Place& p) { return text_cell(ghost_at(p).key); }},
             {"text", text, "merged from its quotes", [](const Place& p) { return text_cell(ghost_at(p).text); }},
             {"words", integer, "number of words", [](const Place& p) { return number_cell(ghost_at(p).words); }},
             {"quoted_by", integer, "number of posts that quote it",
              [](const Place& p) { return number_cell(ghost_at(p).quoted_by.size()); }},
             {"earliest", integer, earliest_words,
              [](const Place& p) { return bound_cell(p.source.analysis.resolution.timeline.ghosts, p.index, false); }},
             {"latest", integer, latest_words,
              [](const Place& p) { return bound_cell(p.source.analysis.resolution.timeline.ghosts, p.index, true); }}},
            [](const TableSource& source, const std::function<void(Place)>& row) {
                for (std::size_t i = 0; i < source.analysis.resolution.ghosts.size(); ++i) row({source, i});
            }};
}

Table quotes_table() {
    using enum CellType;
    return {
        "quotes",
        "one quote in a post",
        "thread, post, quote",
        {"thread, source_post", "thread, source_ghost", "attributed_to"},
        {thread_column(),
         {"post", integer, "post that holds it", [](const Place& p) { return number_cell(p.index + 1); }},
         {"quote", integer, "number in the post, from 1", [](const Place& p) { return number_cell(p.part + 1); }},
         {"depth", integer, "1: directly in the post", [](const Place& p) { return number_cell(quote_at(p).depth); }},
         {"attributed_to", text, "whom the quote names", [](const Place& p) { return text_cell(quote_at(p).author); }},
         {"printed_time", text, "time of the quoted post as printed",
          [](const Place& p) { return text_cell(quote_at(p).time.text); }},
         {"source_post", integer, "post that it quotes", [](const Place& p) { return post_cell(quote_at(p).source); }},
         {"source_ghost", text, "ghost that it quotes", [](const Place& p) { return ghost_cell(quote_at(p).source); }},
         {"match", text, "how much of the source it repeats",
          [](const Place& p) { return text_cell(match_name(quote_at(p).match)); }},
         {"agreement", real, "share of its words that stand in the source",
          [](const Place& p) { return Cell{quote_at(p).agreement}; }},
         {"text", text, "quoted words, without quotes in them",
          [](const Place& p) { return text_cell(quote_at(p).text); }},
         {"words", integer, "number of words", [](const Place& p) { return number_cell(quote_at(p).words); }},
         {"boundary", text, "what decided where it ends",
          [](const Place& p) { return text_cell(boundary_name(quote_at(p).boundary)); }},
         {"ambiguous", integer, "1: another end fits almost as well",
          [](const Place& p) { return flag_cell(quote_at(p).boundary_ambiguous); }}},
        [](const TableSource& source, const std::function<void(Place)>& row) {
            const auto& posts = source.analysis.resolution.posts;
            for (std::size_t i = 0; i < posts.size(); ++i) {
                for (std::size_t k = 0; k < posts[i].quotes.size(); ++k) row({source, i, k});
            }
        }};
}

}  // namespace rejoinder::report
