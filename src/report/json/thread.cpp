// The thread as a whole, and what is said between its people.
#include "report/json/sections.hpp"

namespace rejoinder::report {

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

Json volleys_value(const Measures& measures) {
    Json volleys = Json::array();
    for (const Volley& volley : measures.volleys) {
        volleys.push_back(
            object({{"people", Json::array({measures.people[volley.first].name, measures.people[volley.second].name})},
                    {"posts", refs_value(volley.posts)}}));
    }
    return volleys;
}

Json diagnostics_value(const Diagnostics& diagnostics) {
    Json values = Json::array();
    for (const Diagnostic& diagnostic : diagnostics) {
        values.push_back(object({{"where", diagnostic.where}, {"message", diagnostic.message}}));
    }
    return values;
}

}  // namespace rejoinder::report
