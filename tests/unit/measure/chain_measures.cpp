#include <catch2/catch.hpp>

#include "unit/measure/sample.hpp"

using namespace rejoinder;
using namespace rejoinder::test;

namespace {

/// A post for each pair of a writer ("" is unknown) and the number, from 1, of the post that it answers (0: none).
Sample thread_of(std::initializer_list<std::pair<const char*, std::uint32_t>> posts) {
    Sample sample;
    for (const auto& [writer, parent] : posts) {
        const std::uint32_t post = sample.post(writer);
        if (parent > 0) sample.reply(post, post_ref(parent - 1));
    }
    return sample;
}

std::vector<Ref> post_refs(std::initializer_list<std::uint32_t> numbers) {
    std::vector<Ref> refs;
    for (const std::uint32_t number : numbers) refs.push_back(post_ref(number - 1));
    return refs;
}

}  // namespace

TEST_CASE("Every chain from a root to a post that nobody answers can be had, one at a time") {
    const Measures measures = thread_of({{"a", 0}, {"b", 1}, {"c", 1}, {"a", 2}, {"d", 0}, {"b", 3}}).measures();
    const std::vector<std::uint32_t> ends = chain_ends(measures.tree);
    CHECK(ends == std::vector<std::uint32_t>{3, 5});  // post 5 alone is no chain
    CHECK(chain_to(measures.tree, ends[0]) == post_refs({1, 2, 4}));
    CHECK(chain_to(measures.tree, ends[1]) == post_refs({1, 3, 6}));
    CHECK(number(measures.thread, "chains") == 2);
}

TEST_CASE("The chains of the Thai-visa thread begin at its ghosts") {
    const Measures measures = thai_visa_thread().measures();
    std::vector<std::vector<Ref>> chains;
    for (const std::uint32_t end : chain_ends(measures.tree)) chains.push_back(chain_to(measures.tree, end));
    CHECK(chains == std::vector<std::vector<Ref>>{{ghost_ref(0), post_ref(1)},
                                                  {ghost_ref(1), post_ref(2)},
                                                  {ghost_ref(1), post_ref(3), post_ref(5)},
                                                  {ghost_ref(1), post_ref(6)}});
    CHECK(number(measures.thread, "chains") == 4);
}

TEST_CASE("A volley goes on as long as two people answer each other in turn") {
    // a b a b, then c breaks in; b answers c and c answers b: c b c is a second one
    const Measures measures =
        thread_of({{"a", 0}, {"b", 1}, {"a", 2}, {"b", 3}, {"c", 4}, {"b", 5}, {"c", 6}}).measures();
    REQUIRE(measures.volleys.size() == 2);
    CHECK(measures.volleys[0].posts == post_refs({1, 2, 3, 4}));
    CHECK(measures.people[measures.volleys[0].first].name == "a");
    CHECK(measures.people[measures.volleys[0].second].name == "b");
    CHECK(measures.volleys[1].posts == post_refs({4, 5, 6, 7}));  // post 4, by b, is where the second begins
    CHECK(measures.people[measures.volleys[1].first].name == "b");
    CHECK(number(measures.thread, "volleys") == 2);
    CHECK(number(measures.thread, "longest_volley") == 4);
}

TEST_CASE("Two volleys may share their beginning") {
    const Measures measures = thread_of({{"a", 0}, {"b", 1}, {"a", 2}, {"a", 2}, {"b", 4}}).measures();
    REQUIRE(measures.volleys.size() == 2);
    CHECK(measures.volleys[0].posts == post_refs({1, 2, 4, 5}));
    CHECK(measures.volleys[1].posts == post_refs({1, 2, 3}));
}

TEST_CASE("A post by an unknown writer, or by the same one, ends a volley") {
    const Measures unknown = thread_of({{"a", 0}, {"b", 1}, {"", 2}, {"b", 3}, {"a", 4}}).measures();
    CHECK(unknown.volleys.empty());
    CHECK(number(unknown.thread, "volleys") == 0);
    CHECK(number(unknown.thread, "longest_volley") == 2);
    const Measures same = thread_of({{"a", 0}, {"a", 1}, {"b", 2}, {"b", 3}, {"a", 4}}).measures();
    CHECK(number(same.thread, "longest_volley") == 2);
    const Measures alone = thread_of({{"a", 0}, {"a", 1}, {"a", 2}}).measures();
    CHECK(why_absent(alone.thread, "longest_volley") == "no known person answers another");
}

TEST_CASE("A ghost takes part in a volley") {
    Sample sample;
    sample.post("b");
    sample.post("a");
    sample.ghost("a", {0});
    sample.reply(0, ghost_ref(0));
    sample.reply(1, post_ref(0));
    const Measures measures = sample.measures();
    REQUIRE(measures.volleys.size() == 1);
    CHECK(measures.volleys[0].posts == std::vector<Ref>{ghost_ref(0), post_ref(0), post_ref(1)});
}

TEST_CASE("At most ten volleys are given, the longest first, and all are counted") {
    Sample sample = thread_of({{"a", 0}, {"b", 1}});
    for (int answer = 0; answer < 12; ++answer) sample.reply(sample.post("a"), post_ref(1));
    sample.reply(sample.post("b"), post_ref(8));
    const Measures measures = sample.measures();
    CHECK(measures.volleys.size() == 10);
    CHECK(measures.volleys[0].posts == post_refs({1, 2, 9, 15}));
    CHECK(measures.volleys[1].posts == post_refs({1, 2, 3}));
    CHECK(number(measures.thread, "volleys") == 12);
}

TEST_CASE("Response times are quartiles of the known delays, with what printed minutes leave open") {
    Sample sample = thread_of({{"a", 0}, {"b", 1}, {"c", 1}, {"d", 1}, {"e", 1}, {"f", 1}});
    auto& times = sample.resolution.timeline.posts;
    times[0] = {0, 0};
    const std::int64_t delays[] = {100, 200, 400, 800};
    for (std::size_t post = 1; post <= 4; ++post) times[post] = {delays[post - 1], delays[post - 1]};
    const Measures exact = sample.measures();  // post 6 has no time
    CHECK(number(exact.thread, "response_quartile_1") == 175);
    CHECK(number(exact.thread, "response_median") == 300);
    CHECK(number(exact.thread, "response_quartile_3") == 500);
    CHECK(value_of(exact.thread, "response_median").error == 0);
    times[2] = {180, 239};
    const Measures minutes = sample.measures();
    CHECK(number(minutes.thread, "response_median") == Approx(304.75));  // between (180 + 400) / 2 and (239 + 400) / 2
    CHECK(value_of(minutes.thread, "response_median").error == Approx(14.75));
    CHECK(why_absent(thai_visa_thread().measures().thread, "response_median") ==
          "of no reply both times are known to the minute");
}
