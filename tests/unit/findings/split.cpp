#include "rejoinder/split.hpp"

#include <catch2/catch.hpp>

#include "unit/measure/sample.hpp"

using namespace rejoinder;
using namespace rejoinder::test;

namespace {

/// 1 ← 2 ← 3, 2 ← 5, 4 alone; 6 answers 4 and, beside that, 3.
Sample branching() {
    Sample sample;
    for (int i = 0; i < 6; ++i) sample.post("Ann");
    sample.reply(1, post_ref(0));
    sample.reply(2, post_ref(1));
    sample.reply(4, post_ref(1));
    sample.reply(5, post_ref(3));
    sample.reply(5, post_ref(2), 0.9, false);
    return sample;
}

SplitPlan plan_of(const Sample& sample, std::size_t number) {
    return plan_split(sample.thread, sample.resolution, number).value();
}

}  // namespace

TEST_CASE("A post moves with all that answers it, directly or through others") {
    CHECK(plan_of(branching(), 2).moved == std::vector<std::uint32_t>{1, 2, 4});
    CHECK(plan_of(branching(), 6).moved == std::vector<std::uint32_t>{5});
    CHECK(plan_of(branching(), 1).moved == std::vector<std::uint32_t>{0, 1, 2, 4});
}

TEST_CASE("A split breaks the replies between what moves and what stays, in both directions") {
    const SplitPlan plan = plan_of(branching(), 2);
    REQUIRE(plan.broken.size() == 2);
    CHECK(plan.broken[0].from == 1);
    CHECK(plan.broken[0].to == post_ref(0));
    CHECK(plan.broken[0].from_moves);
    CHECK(plan.broken[0].answers);
    CHECK(plan.broken[1].from == 5);
    CHECK(plan.broken[1].to == post_ref(2));
    CHECK_FALSE(plan.broken[1].from_moves);
}

TEST_CASE("Quotes that point into the other thread are listed with their words") {
    Sample sample = branching();
    sample.quote(1, post_ref(0), "Some words.");
    sample.resolution.posts[1].quotes[0].words = 2;
    sample.quote(5, post_ref(4));
    const SplitPlan plan = plan_of(sample, 2);
    REQUIRE(plan.broken.size() == 3);
    CHECK(plan.broken[0].quotes == std::vector<std::uint32_t>{0});
    CHECK(plan.broken[0].words == 2);
    CHECK(plan.broken[2].to == post_ref(4));
    CHECK_FALSE(plan.broken[2].answers);
}

TEST_CASE("A ghost goes with its quotes if all of them move, and else their branch is cut from it") {
    Sample sample = branching();
    sample.ghost("Cid", {2});
    sample.ghost("Dee", {3, 4});
    sample.quote(2, ghost_ref(0));
    sample.quote(3, ghost_ref(1));
    sample.quote(4, ghost_ref(1));
    const SplitPlan plan = plan_of(sample, 2);
    REQUIRE(plan.broken.size() == 3);
    CHECK(plan.broken[1].from == 4);
    CHECK(plan.broken[1].to == ghost_ref(1));
}

TEST_CASE("Posts among those that move that answer nobody are listed to be read") {
    CHECK(plan_of(branching(), 2).unlinked == std::vector<std::uint32_t>{3});
    CHECK(plan_of(branching(), 6).unlinked.empty());
}

TEST_CASE("A post number that does not exist is an error, and a circle of answers ends") {
    Sample sample = branching();
    CHECK(plan_split(sample.thread, sample.resolution, 0).error().code == ErrorCode::bad_argument);
    CHECK(plan_split(sample.thread, sample.resolution, 7).error().message ==
          "There is no post 7: the thread has posts 1 to 6.");
    CHECK(plan_split(Thread{}, Resolution{}, 1).error().message == "There is no post 1: the thread has no posts.");
    Sample circle;
    circle.post("Ann");
    circle.post("Bo");
    circle.reply(0, post_ref(1));
    circle.reply(1, post_ref(0));
    CHECK(plan_of(circle, 1).moved.size() == 2);
}
