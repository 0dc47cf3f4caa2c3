// Who answers whom.
#include <fmt/format.h>

#include "report/names.hpp"
#include "report/tables/tables.hpp"

namespace rejoinder::report {
namespace {

const Reply& reply_at(const Place& place) {
    return place.source.analysis.resolution.replies[place.index];
}

/// "quoted_text attributed_author", strongest first.
Cell evidence_cell(const Place& place) {
    std::string names;
    for (const Evidence& evidence : reply_at(place).evidence) {
        names += fmt::format("{}{}", names.empty() ? "" : " ", evidence_name(evidence.kind));
    }
    return text_cell(names);
}

}  // namespace

Table replies_table() {
    using enum CellType;
    return {"replies",
            "one post that answers another; inferred",
            "thread, post, to_post, to_ghost",
            {"thread, to_post", "thread, to_ghost", "author, to_author"},
            {thread_column(),
             {"post", integer, "the post that answers",
              [](const Place& p) { return number_cell(reply_at(p).from + std::size_t{1}); }},
             {"to_post", integer, "the post that it answers", [](const Place& p) { return post_cell(reply_at(p).to); }},
             {"to_ghost", text, "the ghost that it answers", [](const Place& p) { return ghost_cell(reply_at(p).to); }},
             {"author", text, "who answers, if known",
              [](const Place& p) { return text_cell(writer_name(p.source.analysis, post_ref(reply_at(p).from))); }},
             {"to_author", text, "who is answered, if known",
              [](const Place& p) { return text_cell(writer_name(p.source.analysis, reply_at(p).to)); }},
             {"confidence", real, "0 to 1", [](const Place& p) { return Cell{reply_at(p).confidence}; }},
             {"is_primary", integer, "1: the one that the tree shows",
              [](const Place& p) { return flag_cell(reply_at(p).primary); }},
             {"evidence", text, "kinds of evidence, strongest first", evidence_cell}},
            [](const TableSource& source, const std::function<void(Place)>& row) {
                for (std::size_t i = 0; i < source.analysis.resolution.replies.size(); ++i) row({source, i});
            }};
}

}  // namespace rejoinder::report
