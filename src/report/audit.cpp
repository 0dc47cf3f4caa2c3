#include "report/audit.hpp"

#include <array>

#include "profile/phrase_book.hpp"
#include "report/json/sections.hpp"
#include "report/listed_findings.hpp"
#include "report/names.hpp"
#include "report/replies.hpp"
#include "report/words.hpp"

namespace rejoinder::report {
namespace {

constexpr std::array kinds{ModerationKind::removal, ModerationKind::edit,    ModerationKind::lock,
                           ModerationKind::unlock,  ModerationKind::move,    ModerationKind::merge,
                           ModerationKind::split,   ModerationKind::pin,     ModerationKind::warning,
                           ModerationKind::ban,     ModerationKind::deletion};

/// Every kind is named, also those that did not happen.
Json moderation_counts(const std::vector<Analysis>& threads) {
    std::array<std::size_t, kinds.size()> counts{};
    for (const Analysis& analysis : threads) {
        for (const ModerationEvent& event : analysis.findings.moderation) {
            for (std::size_t i = 0; i < kinds.size(); ++i) counts[i] += kinds[i] == event.kind ? 1 : 0;
        }
    }
    Json value = Json::object();
    for (std::size_t i = 0; i < kinds.size(); ++i) value[std::string(moderation_kind_name(kinds[i]))] = counts[i];
    return value;
}

Json input_value(const AuditFacts::Input& input) {
    return object({{"origin", input.origin},
                   {"url", text_or_null(input.url)},
                   {"captured_at", input.captured_at ? Json(iso_time(*input.captured_at)) : Json(nullptr)},
                   {"bytes", input.bytes ? Json(*input.bytes) : Json(nullptr)},
                   {"sha256", text_or_null(input.sha256)},
                   {"skipped_because", text_or_null(input.skipped_because)}});
}

Json thread_facts(const Analysis& analysis, const std::string& report) {
    return object({{"title", analysis.thread.title},
                   {"key", text_or_null(analysis.thread.key)},
                   {"url", text_or_null(analysis.thread.url)},
                   {"profile", text_or_null(analysis.thread.profile)},
                   {"pages", analysis.thread.origins},
                   {"post_count", analysis.thread.posts.size()},
                   {"report", report}});
}

/// A post or ghost as it stood when the bundle was made, with why it is said to answer what it answers.
Json place_value(const Analysis& analysis, Ref ref) {
    const bool ghost = ref.kind == Ref::Kind::ghost;
    const Reply* reply = ghost ? nullptr : primary_reply(analysis.resolution, ref.index);
    std::string evidence;
    if (reply != nullptr) append_all_evidence(evidence, analysis, *reply, Style::plain);
    const std::string& text =
        ghost ? analysis.resolution.ghosts[ref.index].text : analysis.resolution.posts[ref.index].text;
    const Post* post = ghost ? nullptr : &analysis.thread.posts[ref.index];
    return object({{"ref", ref_value(ref)},
                   {"key", text_or_null(ghost ? analysis.resolution.ghosts[ref.index].key : post->key)},
                   {"permalink", text_or_null(ghost ? std::string() : post->permalink)},
                   {"author", text_or_null(writer_name(analysis, ref))},
                   {"time", ghost ? Json(nullptr) : time_value(post->time)},
                   {"text", text},
                   {"answers", reply == nullptr ? Json(nullptr) : ref_value(reply->to)},
                   {"confidence", reply == nullptr ? Json(nullptr) : number_value(reply->confidence)},
                   {"evidence", text_or_null(evidence)}});
}

Json finding_value(const Analysis& analysis, std::size_t thread, const ListedFinding& finding) {
    Json places = Json::array();
    for (const Ref ref : finding.rests_on) places.push_back(place_value(analysis, ref));
    return object({{"thread", thread + 1},
                   {"kind", finding.kind},
                   {"finding", finding.text},
                   {"quote", finding.quote ? Json(*finding.quote + 1) : Json(nullptr)},
                   {"rests_on", std::move(places)}});
}

}  // namespace

std::string write_audit_facts(const AuditFacts& facts, const std::vector<Analysis>& threads) {
    Json inputs = Json::array(), configuration = Json::array(), listed = Json::array();
    for (const AuditFacts::Input& input : facts.inputs) inputs.push_back(input_value(input));
    for (const AuditFacts::File& file : facts.configuration) {
        configuration.push_back(object({{"file", file.name}, {"sha256", file.sha256}}));
    }
    for (std::size_t i = 0; i < threads.size(); ++i) listed.push_back(thread_facts(threads[i], facts.reports[i]));
    return dump(object({{"program", "rejoinder"},
                        {"version", facts.version},
                        {"forum", text_or_null(facts.forum)},
                        {"strict", facts.strict},
                        {"pseudonyms", facts.pseudonyms},
                        {"moderation", moderation_counts(threads)},
                        {"threads", std::move(listed)},
                        {"inputs", std::move(inputs)},
                        {"configuration", std::move(configuration)}}),
                2);
}

std::string write_audit_findings(const std::vector<Analysis>& threads) {
    Json findings = Json::array();
    for (std::size_t i = 0; i < threads.size(); ++i) {
        for (const ListedFinding& finding : list_findings(threads[i])) {
            findings.push_back(finding_value(threads[i], i, finding));
        }
    }
    return dump(std::move(findings), 2);
}

}  // namespace rejoinder::report
