#include <catch2/catch.hpp>

#include "rejoinder/resolve.hpp"
#include "resolve/difference_constraints.hpp"
#include "support/threads.hpp"

using namespace rejoinder;
using test::header;
using test::post;
using test::text;

namespace {

constexpr std::int64_t hour = 3600;
const std::string words = "The ferry will not run on Sundays until the new pontoon has been inspected and painted.";
const std::string other = "Then somebody had better tell the baker, because his flour comes on the Sunday boat.";

Post at(Post post, std::int64_t seconds) {
    post.time.at = SecondsRange{seconds, seconds + 1};
    return post;
}

}  // namespace

TEST_CASE("Ages in quotes bound the times of posts from the post that most of them speak of") {
    const Resolution r = resolve(
        test::thread({post("", {header("Ann", 3 * hour), text(words + "\n\nSince when?")}), post("", {text(other)}),
                      post("", {header("Ann", 12 * hour), text(words + "\n\nStill not?")})}));
    REQUIRE(r.timeline.anchor == ghost_ref(0));
    CHECK(r.timeline.posts[0].earliest == 3 * hour);
    CHECK(r.timeline.posts[0].latest == 4 * hour);
    CHECK(r.timeline.posts[1].earliest == 3 * hour);  // page order
    CHECK(r.timeline.posts[1].latest == 13 * hour);
    CHECK(r.timeline.posts[2].latest == 13 * hour);
    CHECK(r.timeline.ghosts[0].earliest == 0);
}

TEST_CASE("Ages add up along a chain and page order narrows them") {
    const Resolution r = resolve(test::thread({post("", {header("Ann", 3 * hour), text(words + "\n\n" + other)}),
                                               post("", {header("Bob", 8 * hour), text(other + "\n\nHe knows.")}),
                                               post("", {header("Ann", 12 * hour), text(words + "\n\nStill not?")})}));
    CHECK(r.timeline.posts[1].earliest == 11 * hour);
    CHECK(r.timeline.posts[1].latest == 13 * hour);
}

TEST_CASE("Printed times are kept and bound what stands between them") {
    const Resolution r = resolve(test::thread(
        {at(post("Ann", {text(words)}), 1000), post("Bob", {text(other)}), at(post("Cy", {text("Well.")}), 5000)}));
    CHECK_FALSE(r.timeline.anchor);
    CHECK(r.timeline.posts[0].earliest == 1000);
    CHECK(r.timeline.posts[0].latest == 1000);
    CHECK(r.timeline.posts[1].earliest == 1000);
    CHECK(r.timeline.posts[1].latest == 5000);
}

TEST_CASE("Page order says nothing where printed times show that it is not an order of time") {
    const Resolution r = resolve(test::thread(
        {at(post("Ann", {text(words)}), 5000), at(post("Bob", {text(other)}), 1000), post("Cy", {text("Well.")})}));
    CHECK_FALSE(r.timeline.posts[2].earliest);
    CHECK(r.timeline.contradiction.empty());
}

TEST_CASE("Times that contradict one another are named and the ages among them left out") {
    // Both quote one absent post by its id; the second, later, gives it the younger age.
    const auto aged = [](std::int64_t age) {
        Block block = test::quote("Ann", words, "9");
        std::get<Quote>(block.content).time.age = SecondsRange{age, age + hour};
        return block;
    };
    const Resolution r = resolve(test::thread({post("", {aged(12 * hour)}, "10"), post("", {aged(3 * hour)}, "11")}));
    CHECK_FALSE(r.timeline.contradiction.empty());
    CHECK(r.timeline.dropped > 0);
    REQUIRE(r.diagnostics.size() == 1);
    CHECK(r.diagnostics[0].message.find("contradict") != std::string::npos);
}

TEST_CASE("Without any time nothing is claimed") {
    const Resolution r = resolve(test::thread({post("", {text(words)}), post("", {text(other)})}));
    CHECK_FALSE(r.timeline.anchor);
    CHECK_FALSE(r.timeline.posts[1].earliest);
    CHECK_FALSE(r.timeline.posts[1].latest);
}

TEST_CASE("Difference constraints over a long chain are solved exactly") {
    constexpr std::uint32_t n = 30'000;
    std::vector<DifferenceConstraint> chain;
    for (std::uint32_t i = n; i-- > 1;) chain.push_back({i, i - 1, -2, 0});  // t[i] >= t[i - 1] + 2
    chain.push_back({0, n - 1, 2 * n, 0});
    const DifferenceBounds bounds = solve_differences(n, 0, chain);
    CHECK(bounds.least[n - 1] == 2 * (n - 1));
    CHECK(bounds.most[n - 1] == 2 * n);
    CHECK(bounds.most[1] == 2 * n - 2 * (n - 2));
    CHECK(bounds.cycle.empty());
}

TEST_CASE("Certain constraints that contradict leave everything unbounded") {
    const DifferenceBounds bounds = solve_differences(2, 0, {{0, 1, 5, 0}, {1, 0, -9, 0}});
    CHECK(bounds.most[1] == unbounded);
    CHECK_FALSE(bounds.cycle.empty());
}

TEST_CASE("Of a contradiction the most doubtful constraint goes and the others stay") {
    // t1 is 5 after t0, t2 is 5 after t1, and somebody less sure says that t2 is 30 after t0.
    const auto exactly = [](std::uint32_t from, std::uint32_t to, std::int64_t by, std::uint32_t doubt) {
        return std::vector<DifferenceConstraint>{{from, to, by, doubt}, {to, from, -by, doubt}};
    };
    std::vector<DifferenceConstraint> all;
    for (const auto& pair : {exactly(0, 1, 5, 1), exactly(1, 2, 5, 1), exactly(0, 2, 30, 9)}) {
        all.insert(all.end(), pair.begin(), pair.end());
    }
    const DifferenceBounds bounds = solve_differences(3, 0, all);
    CHECK(bounds.most[2] == 10);
    CHECK(bounds.least[2] == 10);
    CHECK(bounds.dropped == 1);  // the lower bound; "at most 30" contradicts nothing
    CHECK(bounds.cycle.size() == 3);
}
