// Moderation events, findings, and what findings rest on.
#include "profile/phrase_book.hpp"
#include "report/tables/tables.hpp"

namespace rejoinder::report {
namespace {

const ModerationEvent& event_at(const Place& place) {
    return place.source.analysis.findings.moderation[place.index];
}

/// The line between the posts that records an event, or an empty one.
const ThreadEvent& line_at(const Place& place) {
    static const ThreadEvent none;
    const ModerationEvent& event = event_at(place);
    return event.event ? place.source.analysis.thread.events[*event.event] : none;
}

const ListedFinding& finding_at(const Place& place) {
    return place.source.findings[place.index];
}

std::optional<Ref> ref_at(const Place& place) {
    return finding_at(place).rests_on[place.part];
}

}  // namespace

Table events_table() {
    using enum CellType;
    return {
        "events",
        "one act of moderation that the pages state",
        "thread, event",
        {"kind"},
        {thread_column(),
         {"event", integer, "number in the thread, from 1", [](const Place& p) { return number_cell(p.index + 1); }},
         {"kind", text, "removal, lock, ban ...",
          [](const Place& p) { return text_cell(moderation_kind_name(event_at(p).kind)); }},
         {"post", integer, "post that states it",
          [](const Place& p) { return event_at(p).event ? Cell{} : number_cell(event_at(p).post + std::size_t{1}); }},
         {"by", text, "who did it, where a line between posts says so",
          [](const Place& p) { return text_cell(line_at(p).author); }},
         {"printed_time", text, "when, as that line prints it",
          [](const Place& p) { return text_cell(line_at(p).time.text); }},
         {"utc", text, "first second of it", [](const Place& p) { return utc_cell(line_at(p).time); }},
         {"object", text, "what it hit, in the notice's words",
          [](const Place& p) { return text_cell(event_at(p).object); }},
         {"reason", text, "why, in the notice's words", [](const Place& p) { return text_cell(event_at(p).reason); }},
         {"warning", text, "sentence that threatens a further step",
          [](const Place& p) { return text_cell(event_at(p).warning); }},
         {"sentence", text, "sentence that states it", [](const Place& p) { return text_cell(event_at(p).sentence); }}},
        [](const TableSource& source, const std::function<void(Place)>& row) {
            for (std::size_t i = 0; i < source.analysis.findings.moderation.size(); ++i) row({source, i});
        }};
}

Table findings_table() {
    using enum CellType;
    return {
        "findings",
        "one thing that a person should look at",
        "thread, finding",
        {"kind"},
        {thread_column(),
         {"finding", integer, "number in the thread, from 1", [](const Place& p) { return number_cell(p.index + 1); }},
         {"kind", text, "moderation, residual_quote ...", [](const Place& p) { return text_cell(finding_at(p).kind); }},
         {"quote", integer, "the quote that it is about, if it is about one",
          [](const Place& p) {
              const auto& quote = finding_at(p).quote;
              return quote ? number_cell(*quote + std::size_t{1}) : Cell{};
          }},
         {"text", text, "one sentence", [](const Place& p) { return text_cell(finding_at(p).text); }}},
        [](const TableSource& source, const std::function<void(Place)>& row) {
            for (std::size_t i = 0; i < source.findings.size(); ++i) row({source, i});
        }};
}

Table finding_places_table() {
    using enum CellType;
    return {"finding_places",
            "one post or ghost that a finding rests on",
            "thread, finding, place",
            {"thread, post"},
            {thread_column(),
             {"finding", integer, "the finding", [](const Place& p) { return number_cell(p.index + 1); }},
             {"place", integer, "from 1; what the finding is about comes first",
              [](const Place& p) { return number_cell(p.part + 1); }},
             {"post", integer, "post", [](const Place& p) { return post_cell(ref_at(p)); }},
             {"ghost", text, "ghost", [](const Place& p) { return ghost_cell(ref_at(p)); }}},
            [](const TableSource& source, const std::function<void(Place)>& row) {
                for (std::size_t i = 0; i < source.findings.size(); ++i) {
                    for (std::size_t k = 0; k < source.findings[i].rests_on.size(); ++k) row({source, i, k});
                }
            }};
}

}  // namespace rejoinder::report
