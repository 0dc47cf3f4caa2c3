#include <catch2/catch.hpp>

#include "unit/measure/sample.hpp"

using namespace rejoinder;
using namespace rejoinder::test;

TEST_CASE("Each post of the Thai-visa thread has its depth, subtree, replies and quotes") {
    const Measures measures = thai_visa_thread().measures();
    REQUIRE(measures.posts.size() == 7);
    CHECK(number(measures.posts[0], "depth") == 0);
    CHECK(number(measures.posts[3], "depth") == 1);
    CHECK(number(measures.posts[5], "depth") == 2);
    CHECK(number(measures.posts[3], "subtree_size") == 2);
    CHECK(number(measures.posts[5], "subtree_size") == 1);
    CHECK(number(measures.posts[3], "replies") == 1);
    CHECK(number(measures.posts[3], "quotes_drawn") == 1);
    CHECK(number(measures.posts[0], "quotes_drawn") == 0);
    CHECK(why_absent(measures.posts[0], "delay") == "it answers nobody");
    CHECK(why_absent(measures.posts[5], "delay") == "its time is not known to the minute");
}

TEST_CASE("A delay needs both times to the minute, and says what the minutes leave open") {
    Sample sample;
    sample.post();
    sample.post();
    sample.ghost("Ann", {1});
    sample.reply(1, post_ref(0));
    auto& times = sample.resolution.timeline.posts;
    times[1] = {1000, 1000};
    CHECK(why_absent(sample.measures().posts[1], "delay") ==
          "the time of the post it answers is not known to the minute");
    times[0] = {400, 460};
    CHECK(why_absent(sample.measures().posts[1], "delay") ==
          "the time of the post it answers is not known to the minute");
    times[0] = {400, 459};
    CHECK(number(sample.measures().posts[1], "delay") == 570.5);
    CHECK(value_of(sample.measures().posts[1], "delay").error == 29.5);
    times[0] = {400, 400};
    CHECK(number(sample.measures().posts[1], "delay") == 600);
    CHECK(value_of(sample.measures().posts[1], "delay").error == 0);
    times[0] = {960, 1019};
    CHECK(number(sample.measures().posts[1], "delay") == 20);  // 0 to 40 seconds
    times[0] = {2000, 2000};
    CHECK(why_absent(sample.measures().posts[1], "delay") == "its time is before that of the post it answers");
    sample.resolution.replies[0].to = ghost_ref(0);
    sample.resolution.timeline.ghosts[0] = {-200, -200};
    CHECK(number(sample.measures().posts[1], "delay") == 1200);
}

TEST_CASE("A resolution without a timeline has no delays") {
    Sample sample;
    sample.post();
    sample.post();
    sample.reply(1, post_ref(0));
    sample.resolution.timeline = {};
    CHECK(why_absent(sample.measures().posts[1], "delay") == "no times are known");
}
