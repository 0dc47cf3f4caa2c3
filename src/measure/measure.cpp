#include "rejoinder/measure.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "measure/table.hpp"

namespace rejoinder {
namespace {

using namespace detail;

constexpr double sure = 0.8;  // replies of less confidence are doubtful

/// Rows of one scope: [first, last) of the table.
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

bool differ(double a, double b) {
    return std::abs(a - b) > 1e-9 * std::max(std::abs(a), std::abs(b));
}

void add_without_doubtful(const Number& number, const Number& without, MeasureValue& value) {
    const bool had = number.absent_because.empty();
    const bool has = without.absent_because.empty();
    if (has && (!had || differ(number.value, without.value))) value.without_doubtful = without.value;
    if (had && !has) value.absent_without_doubtful = without.absent_because;
}

/// The same replies with all of them, and, if any is doubtful, without those.
struct Sheets {
    const Sheet& all;
    const Sheet* without_doubtful = nullptr;
};

std::vector<MeasureValue> compute(const Sheets& sheets, Scope scope, std::size_t index) {
    std::vector<MeasureValue> values(scope.last - scope.first);
    for (std::size_t row = scope.first; row < scope.last; ++row) {
        MeasureValue& value = values[row - scope.first];
        value.info = &measure_table()[row];
        const Number number = rows()[row].compute(sheets.all, index);
        if (number.absent_because.empty()) {
            value.value = number.value;
            value.error = number.error;
        } else {
            value.absent_because = number.absent_because;
        }
        if (sheets.without_doubtful == nullptr) continue;
        add_without_doubtful(number, rows()[row].compute(*sheets.without_doubtful, index), value);
    }
    return values;
}

/// A pingback has the measures of a post, all of them absent.
std::vector<MeasureValue> no_post(Scope scope) {
    std::vector<MeasureValue> values(scope.last - scope.first);
    for (std::size_t row = scope.first; row < scope.last; ++row) {
        values[row - scope.first].info = &measure_table()[row];
        values[row - scope.first].absent_because = "a pingback is no post";
    }
    return values;
}

std::vector<DegreeDistribution> distributions_of(const Sheets& sheets) {
    static const Scope scope = scope_rows(MeasureScope::degrees);
    std::vector<DegreeDistribution> all = {
        {"people_answered", "how many people each person answers", {}},
        {"people_answering", "how many people answer each person", {}},
        {"posts_answered", "how many posts each person answers", {}},
        {"answerers_of_post", "how many people answer each post", {}},
        {"replies_to_post", "how many posts answer each post", {}},
    };
    for (std::size_t one = 0; one < all.size(); ++one) all[one].measures = compute(sheets, scope, one);
    return all;
}

ReplyTree tree_of(const Forest& forest) {
    ReplyTree tree;
    tree.posts = forest.posts;
    tree.parents.reserve(forest.vertices.size());
    for (const ForestVertex& vertex : forest.vertices) tree.parents.push_back(vertex.parent);
    return tree;
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
    Sheet sheet = make_sheet(thread, resolution, quotes, cast, 0);
    std::optional<Sheet> without_doubtful;
    const std::vector<Reply>& replies = resolution.replies;
    if (std::any_of(replies.begin(), replies.end(), [](const Reply& reply) { return reply.confidence < sure; })) {
        without_doubtful.emplace(make_sheet(thread, resolution, quotes, cast, sure));
    }
    const Sheets sheets{sheet, without_doubtful ? &*without_doubtful : nullptr};

    Measures measures;
    measures.thread = compute(sheets, of_thread, 0);
    measures.posts.reserve(resolution.posts.size());
    for (std::size_t post = 0; post < resolution.posts.size(); ++post) {
        const bool counts = sheet.forest.vertices[post].counts;
        measures.posts.push_back(counts ? compute(sheets, of_post, post) : no_post(of_post));
    }
    for (std::size_t person = 0; person < cast.people.size(); ++person) {
        cast.people[person].measures = compute(sheets, of_person, person);
    }
    measures.degrees = distributions_of(sheets);
    measures.tree = tree_of(sheet.forest);
    measures.chains = longest_chains(sheet.forest, measures.tree);
    measures.volleys = longest_volleys(sheet.forest, cast, sheet.volleys);
    measures.people = std::move(cast.people);
    measures.exchanges = most_first(std::move(sheet.people.edges));
    return measures;
}

}  // namespace rejoinder
