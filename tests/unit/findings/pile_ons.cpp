#include "findings/pile_ons.hpp"

#include <catch2/catch.hpp>

#include "unit/measure/sample.hpp"

using namespace rejoinder;
using namespace rejoinder::detail;
using namespace rejoinder::test;

namespace {

constexpr std::int64_t hour = 3'600;

/// An opening post, a post by Cid, and an answer to Cid by each of the names, an hour after one another.
Sample crowd(std::initializer_list<const char*> names, std::int64_t apart = hour) {
    Sample sample;
    sample.post("Ann");
    sample.post("Cid");
    for (const char* name : names) sample.reply(sample.post(name), post_ref(1));
    std::int64_t at = 0;
    for (TimeBounds& bounds : sample.resolution.timeline.posts) {
        bounds = {at, at};
        at += apart;
    }
    return sample;
}

std::vector<PileOn> pile_ons_of(const Sample& sample) {
    const Measures measures = sample.measures();
    return find_pile_ons(sample.thread, sample.resolution, measures, writers_of(measures, sample.resolution),
                         post_times(sample.resolution.timeline));
}

}  // namespace

TEST_CASE("Five people who answer one person within six hours are a pile-on") {
    Sample sample = crowd({"Bo", "Dee", "Eve", "Fay", "Gus"});
    sample.reply(sample.post("Cid"), post_ref(3));
    sample.resolution.timeline.posts.back() = {9 * hour, 9 * hour};
    const auto found = pile_ons_of(sample);
    REQUIRE(found.size() == 1);
    const Measures measures = sample.measures();
    CHECK(measures.people[found[0].target].name == "Cid");
    CHECK(found[0].posts == std::vector<std::uint32_t>{2, 3, 4, 5, 6});
    CHECK(measures.people[found[0].repliers[0]].name == "Bo");
    CHECK(found[0].seconds == 4 * hour);
    CHECK(found[0].stretch == 5);
    CHECK(found[0].answered_back == 1);
    CHECK(found[0].newcomers == 5);
}

TEST_CASE("Four people are no pile-on, nor are five over a longer time") {
    CHECK(pile_ons_of(crowd({"Bo", "Dee", "Eve", "Fay", "Fay"})).empty());
    CHECK(pile_ons_of(crowd({"Bo", "Dee", "Eve", "Fay", "Gus"}, 2 * hour)).empty());
}

TEST_CASE("Who posted in the thread before is no newcomer") {
    const auto found = pile_ons_of(crowd({"Bo", "Dee", "Eve", "Fay", "Ann"}));
    REQUIRE(found.size() == 1);
    CHECK(found[0].newcomers == 4);
}

TEST_CASE("Answers to the opening post are no pile-on, unless it is not known which post that is") {
    Sample sample;
    sample.post("Cid");
    for (const char* name : {"Bo", "Dee", "Eve", "Fay", "Gus"}) sample.reply(sample.post(name), post_ref(0));
    CHECK(pile_ons_of(sample).empty());
    sample.thread.missing_pages = {1};
    CHECK(pile_ons_of(sample).size() == 1);
}

TEST_CASE("Doubtful answers do not count") {
    Sample sample = crowd({"Bo", "Dee", "Eve", "Fay", "Gus"});
    sample.resolution.replies[2].confidence = 0.7;
    CHECK(pile_ons_of(sample).empty());
}

TEST_CASE("Where times are not known, 25 posts of the page stand for the six hours") {
    Sample sample = crowd({"Bo", "Dee", "Eve", "Fay"});
    for (int i = 0; i < 20; ++i) sample.post("Ann");
    sample.reply(sample.post("Gus"), post_ref(1));
    sample.resolution.timeline.posts.assign(sample.resolution.posts.size(), {});
    const auto found = pile_ons_of(sample);
    REQUIRE(found.size() == 1);
    CHECK_FALSE(found[0].seconds);
    CHECK(found[0].stretch == 25);

    sample.resolution.posts.insert(sample.resolution.posts.begin() + 8, sample.resolution.posts[8]);
    sample.thread.posts.insert(sample.thread.posts.begin() + 8, sample.thread.posts[8]);
    sample.resolution.timeline.posts.emplace_back();
    sample.resolution.replies.back().from = 27;
    CHECK(pile_ons_of(sample).empty());
}

TEST_CASE("Without times, answers that only the forum's tree shows stand together for another reason") {
    Sample sample = crowd({"Bo", "Dee", "Eve", "Fay", "Gus"});
    for (Reply& reply : sample.resolution.replies) reply.evidence = {{EvidenceKind::parent_id, 0, 0}};
    CHECK(pile_ons_of(sample).size() == 1);
    sample.resolution.timeline.posts.assign(sample.resolution.posts.size(), {});
    CHECK(pile_ons_of(sample).empty());
}

TEST_CASE("Five answers to one person among many more to others are no pile-on") {
    Sample sample = crowd({"Bo", "Dee", "Eve", "Fay", "Gus"}, 60);
    for (int i = 0; i < 6; ++i) sample.reply(sample.post("Bo"), post_ref(4));
    for (std::size_t post = 7; post < 13; ++post) sample.resolution.timeline.posts[post] = {361, 361};
    CHECK(pile_ons_of(sample).size() == 1);
    for (std::size_t post = 7; post < 13; ++post) sample.resolution.timeline.posts[post] = {359, 359};
    CHECK(pile_ons_of(sample).empty());
}

TEST_CASE("A thread without people or replies has no pile-on") {
    CHECK(pile_ons_of(Sample{}).empty());
    Sample one;
    one.post("Ann");
    CHECK(pile_ons_of(one).empty());
}
