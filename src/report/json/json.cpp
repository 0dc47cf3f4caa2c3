#include "report/json/json.hpp"

#include <utility>

#include "report/json/sections.hpp"

namespace rejoinder::report {

namespace {

Json document_of(const Analysis& analysis) {
    const Timeline& timeline = analysis.resolution.timeline;
    return object(
        {{"thread", thread_value(analysis)},
         {"posts", posts_value(analysis)},
         {"ghosts", ghosts_value(analysis.resolution)},
         {"deleted_posts", deleted_posts_value(analysis)},
         {"replies", replies_value(analysis.resolution)},
         {"timeline", timeline_value(timeline)},
         {"timeline_conflicts", object({{"refs", refs_value(timeline.contradiction)}, {"dropped", timeline.dropped}})},
         {"moderation", moderation_value(analysis)},
         {"findings", findings_value(analysis)},
         {"disputes", disputes_value(analysis)},
         {"camps", camps_value(analysis)},
         {"topics", topics_value(analysis.findings.topics)},
         {"measures", measures_value(analysis.measures.thread, true)},
         {"degrees", degrees_value(analysis.measures)},
         {"people", people_value(analysis.measures)},
         {"exchanges", exchanges_value(analysis.measures)},
         {"chains", chains_value(analysis.measures)},
         {"volleys", volleys_value(analysis.measures)},
         {"diagnostics", diagnostics_value(analysis.diagnostics)}});
}

}  // namespace

std::string write_json(const Analysis& analysis) {
    return dump(document_of(analysis), 2);
}

std::string write_json_line(const Analysis& analysis) {
    return dump(document_of(analysis), -1);
}

std::vector<ReportFile> write_json_lines(const std::vector<Analysis>& threads) {
    std::string lines;
    for (const Analysis& thread : threads) lines += write_json_line(thread);
    return {{"threads.jsonl", std::move(lines)}};
}

}  // namespace rejoinder::report
