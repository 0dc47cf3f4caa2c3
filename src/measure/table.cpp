#include "measure/table.hpp"

#include "measure/components.hpp"

namespace rejoinder::detail {

QuoteCounts count_quotes(const Thread& thread, const Resolution& resolution) {
    QuoteCounts counts;
    counts.drawn.assign(resolution.posts.size(), 0);
    for (std::size_t index = 0; index < resolution.posts.size(); ++index) {
        const std::vector<ResolvedQuote>& quotes = resolution.posts[index].quotes;
        counts.quotes += static_cast<std::uint32_t>(quotes.size());
        if (!quotes.empty() && thread.posts[index].kind != PostKind::pingback) ++counts.quoting_posts;
        for (const ResolvedQuote& quote : quotes) {
            if (!quote.source) continue;
            if (quote.source->kind == Ref::Kind::ghost) {
                ++counts.residual;
            } else {
                ++counts.drawn[quote.source->index];
            }
        }
    }
    return counts;
}

Sheet make_sheet(const Thread& thread, const Resolution& resolution, const QuoteCounts& quotes, const Cast& cast,
                 double least_confidence) {
    Sheet sheet{thread, resolution, quotes, cast, {}, 0, {}, {}, {}, {}, {}, {}, {}};
    PostGraphOptions options;
    options.least_confidence = least_confidence;
    options.quotes = false;
    sheet.graph = build_post_graph(resolution, options);
    sheet.components = count_components(sheet.graph);
    sheet.forest = build_forest(thread, resolution, sheet.graph);
    sheet.people = build_people_graph(cast, sheet.graph);
    sheet.page_rank = page_rank(sheet.people);
    sheet.betweenness = betweenness(sheet.people);
    sheet.interaction = interaction(cast, sheet.people, sheet.graph, sheet.forest);
    sheet.responses = find_responses(resolution, sheet.forest);
    sheet.volleys = count_volleys(sheet.forest, cast);
    return sheet;
}

const std::vector<Row>& rows() {
    static const std::vector<Row> table = [] {
        std::vector<Row> all;
        for (const auto& scope : {thread_rows(), post_rows(), person_rows(), degree_rows()}) {
            all.insert(all.end(), scope.begin(), scope.end());
        }
        return all;
    }();
    return table;
}

}  // namespace rejoinder::detail
