#include "report/json/json.hpp"

#include "report/json/sections.hpp"

namespace rejoinder::report {

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
         {"findings", findings_value(analysis.findings)},
         {"measures", measures_value(analysis.measures.thread, true)},
         {"people", people_value(analysis.measures)},
         {"exchanges", exchanges_value(analysis.measures)},
         {"chains", chains_value(analysis.measures)},
         {"diagnostics", diagnostics_value(analysis.diagnostics)}});
    return dump(document, 2);
}

}  // namespace rejoinder::report
