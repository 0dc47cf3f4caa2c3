#include "findings/reach.hpp"

#include <catch2/catch.hpp>

#include "unit/measure/sample.hpp"

using namespace rejoinder;
using namespace rejoinder::detail;
using namespace rejoinder::test;

namespace {

constexpr std::int64_t hour = 3'600;

/// A notice in post `post`.
ModerationEvent notice_in(std::uint32_t post) {
    ModerationEvent event;
    event.post = post;
    return event;
}

ModerationEvent reached(const Sample& sample, const ModerationEvent& event) {
    std::vector<ModerationEvent> events{event};
    add_reach(sample.thread, sample.resolution, post_times(sample.resolution.timeline), posts_below(sample.resolution),
              events);
    return events.front();
}

/// Posts at these hours.
Sample posts_at(std::initializer_list<std::int64_t> hours) {
    Sample sample;
    for (const std::int64_t at : hours) sample.resolution.timeline.posts[sample.post("Ann")] = {at * hour, at * hour};
    return sample;
}

ThreadEvent line_by(const char* author, ModerationKind kind, const char* text, std::size_t before) {
    ThreadEvent line;
    line.kind = kind;
    line.author = author;
    line.text = text;
    line.before = before;
    return line;
}

}  // namespace

TEST_CASE("Posts below are all that answer, directly or through others, by primary replies") {
    Sample sample;
    for (int i = 0; i < 5; ++i) sample.post("Ann");
    sample.ghost("Cid", {1});
    sample.reply(1, ghost_ref(0));
    sample.reply(2, post_ref(1));
    sample.reply(2, post_ref(0), 0.9, false);
    sample.reply(3, post_ref(2));
    CHECK(posts_below(sample.resolution) == std::vector<std::uint32_t>{0, 2, 1, 0, 0, 3});
}

TEST_CASE("Posts that answer each other in a circle have no end to count from") {
    Sample sample;
    sample.post("Ann");
    sample.post("Bo");
    sample.reply(0, post_ref(1));
    sample.reply(1, post_ref(0));
    CHECK(posts_below(sample.resolution) == std::vector<std::uint32_t>{0, 0});
    CHECK(posts_below(Resolution{}).empty());
}

TEST_CASE("With times, posts are counted within an hour and within a day") {
    const ModerationEvent event = reached(posts_at({0, 30, 47, 48, 48, 49, 80, 200}), notice_in(3));
    REQUIRE(event.activity.size() == 2);
    CHECK(event.activity[0].seconds == hour);
    CHECK(event.activity[0].before == 1);  // both windows hold the moment at their far end
    CHECK(event.activity[0].after == 2);
    CHECK_FALSE(event.activity[0].cut);
    CHECK(event.activity[1].seconds == 24 * hour);
    CHECK(event.activity[1].before == 2);
    CHECK(event.activity[1].after == 2);
    CHECK_FALSE(event.activity[1].cut);
}

TEST_CASE("A window is cut where the pages end before it, and not where they were saved later") {
    Sample sample = posts_at({0, 1, 2});
    CHECK(reached(sample, notice_in(1)).activity[1].cut);
    sample.thread.captured_at = 100 * hour;
    CHECK_FALSE(reached(sample, notice_in(1)).activity[1].cut);
}

TEST_CASE("Without times, posts above and below are counted") {
    Sample sample = posts_at({0, 1, 2, 3});
    sample.resolution.timeline.posts[2] = {};
    const ModerationEvent event = reached(sample, notice_in(1));
    REQUIRE(event.activity.size() == 1);
    CHECK_FALSE(event.activity[0].seconds);
    CHECK(event.activity[0].before == 1);
    CHECK(event.activity[0].after == 2);
}

TEST_CASE("A line below the last post has all posts before it") {
    Sample sample = posts_at({0, 1});
    sample.thread.events.push_back(line_by("Warden", ModerationKind::lock, "Warden closed this", 2));
    ModerationEvent event = notice_in(2);
    event.recorded = true;
    event.event = 0;
    const ModerationEvent found = reached(sample, event);
    REQUIRE(found.activity.size() == 1);
    CHECK(found.activity[0].before == 2);
    CHECK(found.activity[0].after == 0);
}

TEST_CASE("What the source records of a post tells nothing of when it was done") {
    ModerationEvent event = notice_in(1);
    event.recorded = true;
    event.hit = post_ref(1);
    CHECK(reached(posts_at({0, 1, 2}), event).activity.empty());
}

TEST_CASE("The reach of a removal of a post is what answers the post, an edit orphans nothing") {
    Sample sample = posts_at({0, 1, 2});
    sample.reply(1, post_ref(0));
    sample.reply(2, post_ref(1));
    ModerationEvent event = notice_in(0);
    event.recorded = true;
    event.hit = post_ref(0);
    CHECK(reached(sample, event).orphans == 2);
    event.kind = ModerationKind::edit;
    CHECK(reached(sample, event).orphans == 0);
}

TEST_CASE("A ghost that is quoted below the notice is told") {
    Sample sample = posts_at({0, 1, 2, 3});
    sample.ghost("Cid", {0});
    sample.ghost("Dee", {1, 3});
    ModerationEvent event = notice_in(2);
    event.may_explain = {0, 1};
    CHECK(reached(sample, event).quoted_after == std::vector<std::uint32_t>{1});
}
