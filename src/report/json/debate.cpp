#include "report/json/sections.hpp"

#include "report/names.hpp"

namespace rejoinder::report {
namespace {

Json cues_value(const std::vector<StanceCue>& cues, const std::vector<Person>& people) {
    Json values = Json::array();
    for (const StanceCue& cue : cues) {
        values.push_back(object({{"post", cue.post + 1},
                                 {"from", people[cue.from].name},
                                 {"toward", people[cue.toward].name},
                                 {"agrees", cue.agrees},
                                 {"phrase", cue.phrase}}));
    }
    return values;
}

Json dispute_people_value(const Dispute& dispute, const std::vector<Person>& people) {
    Json values = Json::array();
    for (std::size_t at = 0; at < dispute.people.size(); ++at) {
        values.push_back(object({{"name", people[dispute.people[at]].name},
                                 {"side", dispute.sides.empty() ? Json(nullptr) : Json(dispute.sides[at] + 1)}}));
    }
    return values;
}

}  // namespace

Json disputes_value(const Analysis& analysis) {
    const std::vector<Person>& people = analysis.measures.people;
    Json values = Json::array();
    for (const Dispute& dispute : analysis.findings.disputes) {
        values.push_back(object({{"people", dispute_people_value(dispute, people)},
                                 {"rounds", dispute.rounds},
                                 {"posts", post_numbers(dispute.posts)},
                                 {"ghosts", ghost_ids(dispute.ghosts)},
                                 {"cues", cues_value(dispute.cues, people)},
                                 {"contested", contested_value(dispute.contested)},
                                 {"key_terms", dispute.key_terms},
                                 {"end", dispute_end_name(dispute.end)},
                                 {"last_post", dispute.last_post + 1},
                                 {"asks", dispute.asks},
                                 {"moderation", dispute.event ? Json(*dispute.event + 1) : Json(nullptr)}}));
    }
    return values;
}

Json camps_value(const Analysis& analysis) {
    const Camps& camps = analysis.findings.camps;
    const std::vector<Person>& people = analysis.measures.people;
    Json members = Json::array();
    for (const CampMember& member : camps.members) {
        members.push_back(object({{"name", people[member.person].name},
                                  {"side", member.side + 1},
                                  {"confidence", number_value(member.confidence)},
                                  {"posts", post_numbers(member.posts)}}));
    }
    return object({{"clear", camps.clear},
                   {"because", text_or_null(camps.because)},
                   {"confidence", number_value(camps.confidence)},
                   {"members", std::move(members)},
                   {"cues", cues_value(camps.cues, people)}});
}

Json topics_value(const Topics& topics) {
    Json course = Json::array();
    for (const TopicWindow& window : topics.course) {
        course.push_back(object(
            {{"first", window.first + 1}, {"last", window.last + 1}, {"similarity", number_value(window.similarity)}}));
    }
    Json branches = Json::array();
    for (const OffTopicBranch& branch : topics.off_topic) {
        branches.push_back(object({{"post", branch.post + 1},
                                   {"posts", post_numbers(branch.posts)},
                                   {"similarity", number_value(branch.similarity)},
                                   {"terms", branch.terms}}));
    }
    return object({{"drifts", topics.drifts}, {"course", std::move(course)}, {"off_topic", std::move(branches)}});
}

}  // namespace rejoinder::report
