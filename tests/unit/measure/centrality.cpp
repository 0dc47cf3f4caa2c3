#include "measure/centrality.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>

#include "unit/measure/sample.hpp"

using namespace rejoinder;
using namespace rejoinder::test;

namespace {

/// The people graph of these pairs (from, to), each replied once; sorted here.
detail::PeopleGraph people_graph(std::uint32_t people, std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs) {
    Sample sample;
    for (std::uint32_t person = 0; person < people; ++person) sample.post("p" + std::to_string(10'000'000 + person));
    for (const auto& [from, to] : pairs) sample.reply(from, post_ref(to), 1, false);
    const detail::Cast cast = detail::cast_of(sample.thread, sample.resolution);
    return detail::build_people_graph(cast, build_post_graph(sample.resolution));
}

/// Everybody answers the next one, and every tenth the first one.
std::vector<std::pair<std::uint32_t, std::uint32_t>> ring(std::uint32_t people) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (std::uint32_t person = 0; person < people; ++person) {
        pairs.emplace_back(person, (person + 1) % people);
        if (person % 10 == 5) pairs.emplace_back(person, 0);
    }
    return pairs;
}

}  // namespace

TEST_CASE("Sampled betweenness is near the exact one, within an error that more pivots make smaller") {
    const detail::PeopleGraph graph = people_graph(300, ring(300));
    const detail::Betweenness exact = detail::betweenness(graph);
    const detail::Betweenness few = detail::betweenness(graph, 100);
    const detail::Betweenness many = detail::betweenness(graph, 10'000);
    CHECK(exact.errors.empty());
    REQUIRE(few.errors.size() == 300);
    for (std::size_t person = 0; person < 300; ++person) {
        CHECK(std::abs(few.values[person] - exact.values[person]) <= few.errors[person]);
        CHECK(std::abs(many.values[person] - exact.values[person]) <= 0.01);
        CHECK(many.errors[person] < few.errors[person]);
    }
    CHECK(detail::betweenness(graph, 100).values == few.values);  // the same pivots again
}

TEST_CASE("Betweenness is exact for as many people as it can be, and an estimate beyond") {
    Sample sample;
    for (std::uint32_t post = 0; post <= 2000; ++post) {
        sample.post("member " + std::to_string(post));
        if (post > 0) sample.reply(post, post_ref(post % 7 == 1 ? 0 : post - 1));
    }
    const Measures small = sample.measures();
    for (const Person& one : small.people) CHECK(value_of(one.measures, "betweenness").error == 0);
    for (std::uint32_t post = 2001; post <= 8000; ++post) {
        sample.post("member " + std::to_string(post));
        sample.reply(post, post_ref(post % 7 == 1 ? 0 : post - 1));
    }
    const Measures large = sample.measures();
    for (const Person& one : large.people) {
        const MeasureValue& value = value_of(one.measures, "betweenness");
        CHECK(value.error > 0);
        CHECK(value.error < 0.05);
    }
}

TEST_CASE("More shortest ways than a number can hold make no NaN") {
    // 1,200 layers of three people, each of whom answers all three of the next: 3^1199 ways from end to end.
    constexpr std::uint32_t layers = 1200;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (std::uint32_t layer = 0; layer + 1 < layers; ++layer) {
        for (std::uint32_t from = 0; from < 3; ++from) {
            for (std::uint32_t to = 0; to < 3; ++to) pairs.emplace_back(3 * layer + from, 3 * layer + 3 + to);
        }
    }
    const detail::Betweenness found = detail::betweenness(people_graph(3 * layers, pairs));
    const double n = 3.0 * layers;
    for (std::uint32_t layer = 0; layer < layers; ++layer) {
        // Every pair of one before and one behind has the same number of ways through each of the three.
        const double expected = 3.0 * layer * 3.0 * (layers - 1 - layer) / 3 / ((n - 1) * (n - 2));
        CHECK(found.values[3 * layer + 1] == Approx(expected).margin(1e-12));
    }
}

TEST_CASE("PageRank of a large graph sums to 1") {
    const std::vector<double> ranks = detail::page_rank(people_graph(1000, ring(1000)));
    CHECK(std::accumulate(ranks.begin(), ranks.end(), 0.0) == Approx(1).epsilon(1e-9));
}
