#include "rejoinder/measure.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "measure/table.hpp"

namespace rejoinder {
namespace {

using namespace detail;

constexpr double sure = 0.8;  // replies of less confidence are doubtful

/// Rows and infos of one scope: [first, last) of the table.
struct Scope {
    std::size_t first = 0;
    std::size_t last = 0;
};

Scope scope_rows(MeasureScope scope) {
    const std::vector<Row>& table = rows();
    const auto is_of = [scope](const Row& row) { return row.info.scope == scope; };
    const auto first = std::find_if(table.begin(), table.end(), is_of);
    const auto last = std::find_if_not(first, table.end(), is_of);
    return {static_cast<std::size_t>(first - table.begin()), static_cast<std::size_t>(last - table.begin())};
}

std::vector<MeasureValue> compute(const Sheet& sheet, Scope scope, std::size_t index) {
    std::vector<MeasureValue> values(scope.last - scope.first);
    for (std::size_t row = scope.first; row < scope.last; ++row) {
        MeasureValue& value = values[row - scope.first];
        value.info = &measure_table()[row];
        const Number number = rows()[row].compute(sheet, index);
        if (number.absent_because.empty()) {
            value.value = number.value;
        } else {
            value.absent_because = number.absent_because;
        }
    }
    return values;
}

/// A pingback has the measures of a post, all of them absent.
std::vector<MeasureValue> no_post(Scope scope) {
    std::vector<MeasureValue> values;
    for (std::size_t row = scope.first; row < scope.last; ++row) {
        values.push_back({&measure_table()[row], {}, "a pingback is no post", {}});
    }
    return values;
}

bool differ(double a, double b) {
    return std::abs(a - b) > 1e-9 * std::max(std::abs(a), std::abs(b));
}

void add_without_doubtful(const Sheet& all, Scope scope, std::vector<MeasureValue>& values) {
    const std::vector<Reply>& replies = all.resolution.replies;
    if (std::none_of(replies.begin(), replies.end(), [](const Reply& r) { return r.confidence < sure; })) return;
    const Sheet sheet{all.thread,
                      all.resolution,
                      all.quotes,
                      all.cast,
                      build_post_graph(all.thread, all.resolution, sure),
                      build_people_graph(all.cast, all.resolution, sure),
                      {}};
    for (std::size_t row = scope.first; row < scope.last; ++row) {
        MeasureValue& value = values[row - scope.first];
        const Number number = rows()[row].compute(sheet, 0);
        if (value.value && number.absent_because.empty() && differ(*value.value, number.value)) {
            value.without_doubtful = number.value;
        }
    }
}

std::vector<PeopleEdge> most_first(std::vector<PeopleEdge> edges) {
    std::stable_sort(edges.begin(), edges.end(),
                     [](const PeopleEdge& a, const PeopleEdge& b) { return a.replies > b.replies; });
    return edges;
}

}  // namespace

const std::vector<MeasureInfo>& measure_table() {
    static const std::vector<MeasureInfo> infos = [] {
        std::vector<MeasureInfo> all;
        for (const Row& row : rows()) all.push_back(row.info);
        return all;
    }();
    return infos;
}

Measures measure(const Thread& thread, const Resolution& resolution) {
    static const Scope of_thread = scope_rows(MeasureScope::thread);
    static const Scope of_post = scope_rows(MeasureScope::post);
    static const Scope of_person = scope_rows(MeasureScope::person);

    const QuoteCounts quotes = count_quotes(thread, resolution);
    Cast cast = cast_of(thread, resolution);
    Sheet sheet{thread,
                resolution,
                quotes,
                cast,
                build_post_graph(thread, resolution, 0),
                build_people_graph(cast, resolution, 0),
                {}};
    sheet.centrality = centrality(sheet.people);

    Measures measures;
    measures.thread = compute(sheet, of_thread, 0);
    add_without_doubtful(sheet, of_thread, measures.thread);
    measures.posts.reserve(resolution.posts.size());
    for (std::size_t post = 0; post < resolution.posts.size(); ++post) {
        const bool counts = sheet.posts.vertices[post].counts;
        measures.posts.push_back(counts ? compute(sheet, of_post, post) : no_post(of_post));
    }
    for (std::size_t person = 0; person < cast.people.size(); ++person) {
        cast.people[person].measures = compute(sheet, of_person, person);
    }
    measures.people = std::move(cast.people);
    measures.exchanges = most_first(std::move(sheet.people.edges));
    measures.chains = longest_chains(sheet.posts);
    return measures;
}

}  // namespace rejoinder
