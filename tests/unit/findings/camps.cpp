#include "findings/camps.hpp"

#include <catch2/catch.hpp>

#include "findings/max_cut.hpp"
#include "unit/measure/sample.hpp"

using namespace rejoinder;
using namespace rejoinder::detail;
using namespace rejoinder::test;

TEST_CASE("A maximum cut parts the ends of every edge of a graph that has no odd circle") {
    const auto sides = maximum_cut(5, {{0, 1, 1}, {1, 2, 1}, {2, 3, 1}, {3, 4, 1}});
    CHECK(sides[0] == sides[2]);
    CHECK(sides[0] == sides[4]);
    CHECK(sides[1] == sides[3]);
    CHECK(sides[0] != sides[1]);
}

TEST_CASE("An edge with a weight below zero holds its ends together") {
    const auto sides = maximum_cut(3, {{0, 1, 3}, {1, 2, 1}, {0, 2, 1}, {1, 2, -4}});
    CHECK(sides[0] != sides[1]);
    CHECK(sides[1] == sides[2]);
}

TEST_CASE("Camps hold everybody who answers or is answered, with the posts that show it") {
    Sample sample;
    for (const char* name : {"Ann", "Bob", "Cid", "Dee", "Eve"}) sample.post(name);
    sample.reply(1, post_ref(0));
    sample.reply(2, post_ref(0));
    sample.reply(3, post_ref(1));
    const Measures measures = sample.measures();
    const Camps camps = find_camps(sample.resolution, measures);
    REQUIRE(camps.members.size() == 4);
    CHECK_FALSE(camps.clear);
    for (const CampMember& member : camps.members) {
        CHECK(measures.people[member.person].name != "Eve");
        CHECK_FALSE(member.posts.empty());
    }
    CHECK(camps.members[0].side == camps.members[3].side);
    CHECK(camps.members[1].side == camps.members[2].side);
    CHECK(camps.members[0].side != camps.members[1].side);
}

TEST_CASE("Where nobody answers there are no camps, and a reason") {
    const Camps camps = find_camps(Sample().resolution, Measures());
    CHECK(camps.members.empty());
    CHECK_FALSE(camps.clear);
    CHECK_FALSE(camps.because.empty());
}

TEST_CASE("Five answers do not bear camps: the Thai-visa thread has none that are clear") {
    const Sample sample = thai_visa_thread();
    CHECK_FALSE(find_camps(sample.resolution, sample.measures()).clear);
}
