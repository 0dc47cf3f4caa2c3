#include "report/convokit/convokit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "report/json/values.hpp"
#include "report/names.hpp"
#include "report/replies.hpp"

namespace rejoinder::report {
namespace {

/// ConvoKit wants one root a conversation. It is what post 1 leads up to; whatever else answers nobody hangs below it,
/// with `meta.answers` null.
Ref root_of(const Analysis& analysis) {
    if (analysis.thread.posts.empty()) return ghost_ref(0);
    Ref root = post_ref(0);
    for (std::size_t steps = 0; root.kind == Ref::Kind::post && steps <= analysis.thread.posts.size(); ++steps) {
        const Reply* reply = primary_reply(analysis.resolution, root.index);
        if (reply == nullptr) break;
        root = reply->to;
    }
    return root;
}

/// Posts and speakers have different prefixes: HyperConvo keeps both in one dictionary.
std::string utterance_id(std::size_t thread, Ref ref) {
    return fmt::format("post-{}-{}{}", thread + 1, ref.kind == Ref::Kind::ghost ? "g" : "", ref.index + 1);
}

/// Whoever wrote an unnamed post may be anybody, so each has a speaker of its own.
std::string speaker_id(std::size_t thread, Ref ref, std::string_view name) {
    if (!name.empty()) return fmt::format("speaker-{}", name);
    return fmt::format("unnamed-{}-{}{}", thread + 1, ref.kind == Ref::Kind::ghost ? "g" : "", ref.index + 1);
}

const TimeBounds& bounds_of(const Timeline& timeline, Ref ref) {
    static const TimeBounds none;
    const auto& all = ref.kind == Ref::Kind::ghost ? timeline.ghosts : timeline.posts;
    return ref.index < all.size() ? all[ref.index] : none;
}

std::optional<std::int64_t> time_of(const Timeline& timeline, Ref ref) {
    const TimeBounds& bounds = bounds_of(timeline, ref);
    return bounds.earliest ? bounds.earliest : bounds.latest;
}

bool all_timed(const Analysis& analysis, const std::vector<Ref>& order) {
    const Timeline& timeline = analysis.resolution.timeline;
    return std::all_of(order.begin(), order.end(), [&](Ref ref) { return time_of(timeline, ref).has_value(); });
}

Json bound(const std::optional<std::int64_t>& seconds) {
    return seconds ? Json(*seconds) : Json(nullptr);
}

Json utterance_meta(const Analysis& analysis, std::size_t thread, Ref ref) {
    const bool ghost = ref.kind == Ref::Kind::ghost;
    const Reply* reply = ghost ? nullptr : primary_reply(analysis.resolution, ref.index);
    const TimeBounds& bounds = bounds_of(analysis.resolution.timeline, ref);
    const auto author =
        ghost ? (analysis.resolution.ghosts[ref.index].author.empty() ? NameSource::unknown : NameSource::inferred)
              : analysis.resolution.posts[ref.index].author.source;
    const std::string key = ghost ? analysis.resolution.ghosts[ref.index].key : analysis.thread.posts[ref.index].key;
    return object({{"ghost", ghost},
                   {"key", text_or_null(key)},
                   {"author_source", name_source_name(author)},
                   {"answers", reply == nullptr ? Json(nullptr) : Json(utterance_id(thread, reply->to))},
                   {"confidence", reply == nullptr ? Json(nullptr) : number_value(reply->confidence)},
                   {"printed_time", ghost ? Json(nullptr) : text_or_null(analysis.thread.posts[ref.index].time.text)},
                   {"earliest", bound(bounds.earliest)},
                   {"latest", bound(bounds.latest)}});
}

/// ConvoKit's list of the keys of `meta`, with their types.
Json meta_index(std::initializer_list<std::pair<std::string_view, std::string_view>> keys) {
    Json index = Json::object();
    for (const auto& [key, type] : keys) index[std::string(key)] = Json::array({fmt::format("<class '{}'>", type)});
    return index;
}

struct Corpus {
    std::string utterances;
    Json::object_t conversations;
    std::map<std::string, Json> speakers;  // by id
};

void add_thread(Corpus& corpus, const Analysis& analysis, std::size_t thread) {
    const Ref root = root_of(analysis);
    const std::string conversation = utterance_id(thread, root);
    const std::vector<Ref> order = reading_order(analysis);
    const bool timed = all_timed(analysis, order);
    for (std::size_t place = 0; place < order.size(); ++place) {
        const Ref ref = order[place];
        const bool ghost = ref.kind == Ref::Kind::ghost;
        const Reply* reply = ghost ? nullptr : primary_reply(analysis.resolution, ref.index);
        const std::string_view name = writer_name(analysis, ref);
        const std::string speaker = speaker_id(thread, ref, name);
        corpus.speakers.try_emplace(
            speaker, object({{"meta", object({{"name", text_or_null(name)}})}, {"vectors", Json::array()}}));
        const auto time = timed ? *time_of(analysis.resolution.timeline, ref) : static_cast<std::int64_t>(place + 1);
        const Ref to = reply == nullptr ? root : reply->to;
        corpus.utterances += dump(object({{"id", utterance_id(thread, ref)},
                                          {"conversation_id", conversation},
                                          {"text", ghost ? analysis.resolution.ghosts[ref.index].text
                                                         : analysis.resolution.posts[ref.index].text},
                                          {"speaker", speaker},
                                          {"meta", utterance_meta(analysis, thread, ref)},
                                          {"reply-to", ref == root ? Json(nullptr) : Json(utterance_id(thread, to))},
                                          {"timestamp", time},
                                          {"vectors", Json::array()}}),
                                  -1);
    }
    std::string time_unit = "place in the thread";
    if (timed) time_unit = analysis.resolution.timeline.anchor ? "seconds from one post" : "Unix seconds";
    corpus.conversations.emplace_back(conversation,
                                      object({{"meta", object({{"thread", thread + 1},
                                                               {"title", analysis.thread.title},
                                                               {"forum", text_or_null(analysis.thread.forum)},
                                                               {"url", text_or_null(analysis.thread.url)},
                                                               {"timestamps", time_unit}})},
                                              {"vectors", Json::array()}}));
}

Json index_value() {
    return object(
        {{"utterances-index", meta_index({{"ghost", "bool"},
                                          {"key", "str"},
                                          {"author_source", "str"},
                                          {"answers", "str"},
                                          {"confidence", "float"},
                                          {"printed_time", "str"},
                                          {"earliest", "int"},
                                          {"latest", "int"}})},
         {"speakers-index", meta_index({{"name", "str"}})},
         {"conversations-index",
          meta_index({{"thread", "int"}, {"title", "str"}, {"forum", "str"}, {"url", "str"}, {"timestamps", "str"}})},
         {"overall-index", meta_index({{"name", "str"}})},
         {"version", 1},
         {"vectors", Json::array()}});
}

}  // namespace

std::vector<ReportFile> write_convokit(const std::vector<Analysis>& threads) {
    Corpus corpus;
    for (std::size_t i = 0; i < threads.size(); ++i) {
        if (!threads[i].thread.posts.empty()) add_thread(corpus, threads[i], i);
    }
    Json::object_t speakers;
    for (auto& [id, speaker] : corpus.speakers) speakers.emplace_back(id, std::move(speaker));
    return {{"convokit/utterances.jsonl", std::move(corpus.utterances)},
            {"convokit/speakers.json", dump(std::move(speakers), 2)},
            {"convokit/conversations.json", dump(std::move(corpus.conversations), 2)},
            {"convokit/corpus.json", dump(object({{"name", "rejoinder"}}), 2)},
            {"convokit/index.json", dump(index_value(), 2)}};
}

}  // namespace rejoinder::report
