#include "findings/one_sidedness.hpp"

#include <catch2/catch.hpp>

#include "unit/measure/sample.hpp"

using namespace rejoinder;
using namespace rejoinder::detail;
using namespace rejoinder::test;

namespace {

std::optional<OneSidedness> sides_of(const Sample& sample) {
    return find_one_sidedness(sample.resolution, sample.measures());
}

}  // namespace

TEST_CASE("Who wrote the most words holds these shares") {
    Sample sample;
    sample.post("Ann", {}, 30);
    sample.reply(sample.post("Bo", {}, 5), post_ref(0));
    sample.reply(sample.post("Ann", {}, 30), post_ref(1));
    sample.reply(sample.post("Cid", {}, 15), post_ref(0));
    sample.post("", {}, 500);  // of an unknown writer
    const Measures measures = sample.measures();
    const auto sides = sides_of(sample);
    REQUIRE(sides);
    CHECK(measures.people[sides->person].name == "Ann");
    CHECK(sides->words == Approx(60.0 / 80));
    CHECK(sides->posts == Approx(0.5));
    CHECK(sides->replies == Approx(1.0 / 3));
    CHECK_FALSE(sides->asymmetry);
}

TEST_CASE("The asymmetry is the difference of directions through the replies, over pairs with three replies") {
    Sample sample;
    sample.post("Ann", {}, 1);
    sample.post("Bo", {}, 1);
    sample.post("Cid", {}, 1);
    for (int i = 0; i < 3; ++i) sample.reply(sample.post("Ann", {}, 1), post_ref(1));
    sample.reply(sample.post("Bo", {}, 1), post_ref(0));
    sample.reply(sample.post("Cid", {}, 1), post_ref(0));
    const auto sides = sides_of(sample);
    REQUIRE(sides);
    CHECK(sides->pairs == 1);
    CHECK(*sides->asymmetry == Approx(0.5));  // (3 - 1) / 4
}

TEST_CASE("One person, or nobody, has no sides, and posts without words no NaN") {
    CHECK_FALSE(sides_of(Sample{}));
    Sample alone;
    alone.post("Ann");
    alone.ghost("Cid", {0});
    CHECK_FALSE(sides_of(alone));
    alone.post("Bo");
    REQUIRE(sides_of(alone));
    CHECK(sides_of(alone)->words == 0);
    CHECK(sides_of(alone)->replies == 0);
}
