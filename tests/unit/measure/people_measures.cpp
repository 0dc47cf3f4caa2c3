#include <catch2/catch.hpp>
#include <set>

#include "measure/statistics.hpp"
#include "unit/measure/sample.hpp"

using namespace rejoinder;
using namespace rejoinder::test;

namespace {

/// One post for each person, then a post for each exchange, which answers the other's first post.
Sample exchanges(const std::vector<std::string>& people, std::initializer_list<std::pair<int, int>> replies) {
    Sample sample;
    for (const std::string& name : people) sample.post(name);
    for (const auto& [from, to] : replies) {
        const std::uint32_t post = sample.post(people[static_cast<std::size_t>(from)]);
        sample.reply(post, post_ref(static_cast<std::size_t>(to)));
    }
    return sample;
}

const Person& person(const Measures& measures, const std::string& name) {
    for (const Person& one : measures.people) {
        if (one.name == name) return one;
    }
    throw std::out_of_range(name);
}

}  // namespace

TEST_CASE("People come by posts, then by name, and know how their name is known") {
    const Measures measures = thai_visa_thread().measures();
    REQUIRE(measures.people.size() == 4);
    CHECK(measures.people[0].name == "Nick Carter icp");
    CHECK(measures.people[1].name == "Social Media");
    CHECK(measures.people[2].name == "Gweiloman");
    CHECK(measures.people[3].name == "thaibeachlovers");
    CHECK(measures.people[0].source == NameSource::inferred);
    CHECK(measures.people[1].source == NameSource::printed);
    CHECK(measures.people[2].source == NameSource::inferred);
    CHECK(measures.people[2].posts.empty());
    CHECK(measures.people[2].ghosts == std::vector<std::uint32_t>{1});
    CHECK(measures.people[0].posts == std::vector<std::uint32_t>{3});
}

TEST_CASE("Replies by unknown writers count as received, but make no exchange") {
    const Measures measures = thai_visa_thread().measures();
    CHECK(number(person(measures, "Gweiloman").measures, "replies_received") == 3);
    CHECK(number(person(measures, "Nick Carter icp").measures, "replies_sent") == 1);
    CHECK(number(person(measures, "Nick Carter icp").measures, "replies_received") == 1);
    CHECK(number(person(measures, "Social Media").measures, "words_written") == 400);
    CHECK(number(person(measures, "Social Media").measures, "post_share") == Approx(1.0 / 7));
    REQUIRE(measures.exchanges.size() == 1);
    CHECK(measures.exchanges[0].from == 0);
    CHECK(measures.exchanges[0].to == 2);
    CHECK(measures.exchanges[0].replies == 1);
}

TEST_CASE("Names are compared exactly") {
    CHECK(exchanges({"Ann", "ann", "Ann "}, {}).measures().people.size() == 3);
}

TEST_CASE("Exchanges come most replies first") {
    const Measures measures = exchanges({"a", "b", "c"}, {{0, 1}, {2, 0}, {2, 0}, {1, 0}}).measures();
    REQUIRE(measures.exchanges.size() == 3);  // c wrote three posts, a and b two: c, a, b
    CHECK(measures.exchanges[0].from == 0);
    CHECK(measures.exchanges[0].to == 1);
    CHECK(measures.exchanges[0].replies == 2);
    CHECK(measures.exchanges[1].from == 1);
    CHECK(measures.exchanges[2].from == 2);
}

TEST_CASE("Reciprocity is the share of directed pairs that are returned, however many replies they hold") {
    const Measures measures = exchanges({"a", "b", "c"}, {{0, 1}, {0, 1}, {1, 0}, {2, 0}}).measures();
    CHECK(number(measures.thread, "reciprocity") == Approx(2.0 / 3));
    CHECK(number(measures.thread, "density") == Approx(0.5));
}

TEST_CASE("A person's reciprocity is the share of their ties that go both ways") {
    const Measures measures = exchanges({"a", "b", "c"}, {{0, 1}, {0, 1}, {1, 0}, {2, 0}}).measures();
    const auto& a = person(measures, "a").measures;
    CHECK(number(a, "people_answered") == 1);
    CHECK(number(a, "people_answering") == 2);
    CHECK(number(a, "person_reciprocity") == Approx(2.0 / 3));
    CHECK(number(person(measures, "c").measures, "person_reciprocity") == 0);
    CHECK(why_absent(person(exchanges({"a", "b"}, {}).measures(), "a").measures, "person_reciprocity") ==
          "they answer no known person, and none answers them");
}

TEST_CASE("Entry and exit are the numbers of a person's first and last post") {
    Sample sample = exchanges({"a", "b"}, {{0, 1}, {1, 0}, {1, 0}});  // a b a b b
    sample.ghost("c", {0});
    const Measures measures = sample.measures();
    CHECK(number(person(measures, "a").measures, "entry") == 1);
    CHECK(number(person(measures, "a").measures, "exit") == 3);
    CHECK(number(person(measures, "b").measures, "entry") == 2);
    CHECK(number(person(measures, "b").measures, "exit") == 5);
    CHECK(why_absent(person(measures, "c").measures, "entry") == "the thread holds no post of theirs");
}

TEST_CASE("All posts by one person who answers herself make no exchange") {
    Sample sample;
    sample.post("Ann");
    sample.post("Ann");
    sample.reply(1, post_ref(0));
    const Measures measures = sample.measures();
    CHECK(number(measures.thread, "people") == 1);
    CHECK(measures.exchanges.empty());
    CHECK(number(measures.people[0].measures, "replies_sent") == 0);
    CHECK(number(measures.people[0].measures, "post_share") == 1);
    CHECK(why_absent(measures.people[0].measures, "page_rank") == "no known person answers another");
    CHECK(why_absent(measures.people[0].measures, "betweenness") == "fewer than three people are known");
    CHECK(why_absent(measures.thread, "gini_replies") == "fewer than two people are known");
}

TEST_CASE("PageRank spreads what dangling people hold evenly, and sums to 1") {
    // a answers b: b dangles. r_a = 0.075 + 0.425 r_b, r_b = 0.075 + 0.425 r_b + 0.85 r_a; r_a = 20/57.
    const Measures measures = exchanges({"a", "b"}, {{0, 1}}).measures();
    CHECK(number(person(measures, "a").measures, "page_rank") == Approx(20.0 / 57));
    CHECK(number(person(measures, "b").measures, "page_rank") == Approx(37.0 / 57));
}

TEST_CASE("PageRank follows replies by their number") {
    // a answers b three times and c once; b and c answer a. r_a = 0.05 + 0.85 (1 - r_a), r_b = 0.05 + 0.85 * 0.75 r_a.
    const Measures measures = exchanges({"a", "b", "c"}, {{0, 1}, {0, 1}, {0, 1}, {0, 2}, {1, 0}, {2, 0}}).measures();
    const double a = 0.9 / 1.85;
    CHECK(number(person(measures, "a").measures, "page_rank") == Approx(a));
    CHECK(number(person(measures, "b").measures, "page_rank") == Approx(0.05 + 0.6375 * a));
    CHECK(number(person(measures, "c").measures, "page_rank") == Approx(0.05 + 0.2125 * a));
}

TEST_CASE("In a circle of three everybody has the same PageRank and betweenness") {
    const Measures measures = exchanges({"a", "b", "c"}, {{0, 1}, {1, 2}, {2, 0}}).measures();
    for (const Person& one : measures.people) {
        CHECK(number(one.measures, "page_rank") == Approx(1.0 / 3));
        CHECK(number(one.measures, "betweenness") == Approx(0.5));  // 1 of the 2 ordered pairs of the others
    }
}

TEST_CASE("Betweenness is directed and normalised") {
    // a -> b -> c and d -> b: of the 6 ordered pairs of others, a-c and d-c lead through b.
    const Measures measures = exchanges({"a", "b", "c", "d"}, {{0, 1}, {1, 2}, {3, 1}}).measures();
    CHECK(number(person(measures, "b").measures, "betweenness") == Approx(1.0 / 3));
    CHECK(number(person(measures, "a").measures, "betweenness") == 0);
}

TEST_CASE("Nobody known is answered: there is no Gini of replies") {
    CHECK(why_absent(exchanges({"a", "b"}, {}).measures().thread, "gini_replies") == "nobody known is answered");
}

TEST_CASE("Gini is 0 for equal shares and 1 - 1/n where one holds all") {
    CHECK(detail::gini({5, 5, 5}) == Approx(0).margin(1e-12));
    CHECK(detail::gini({0, 0, 0, 9}) == Approx(0.75));
    CHECK(detail::gini({1, 2, 3, 4}) == Approx(0.25));
}

TEST_CASE("A quantile lies between its neighbours in proportion") {
    CHECK(detail::quantile({10}, 0.75) == 10);
    CHECK(detail::quantile({1, 2, 3, 4}, 0.25) == Approx(1.75));
    CHECK(detail::quantile({1, 2, 3, 4}, 1) == 4);
}

TEST_CASE("The table holds thread measures first, and each key once") {
    std::set<std::string_view> keys;
    MeasureScope last = MeasureScope::thread;
    for (const MeasureInfo& info : measure_table()) {
        CAPTURE(info.key);
        CHECK(keys.insert(info.key).second);
        CHECK(info.scope >= last);
        CHECK(info.meaning.ends_with('.'));
        CHECK_FALSE(info.source.empty());
        last = info.scope;
    }
    CHECK(last == MeasureScope::degrees);
}
