#include "findings/disputes.hpp"

#include <catch2/catch.hpp>

#include "unit/findings/stance_book.hpp"
#include "unit/measure/sample.hpp"

using namespace rejoinder;
using namespace rejoinder::detail;
using namespace rejoinder::test;

namespace {

using Posts = std::vector<std::uint32_t>;

std::vector<Dispute> disputes_of(const Sample& sample, const std::vector<ModerationEvent>& moderation = {}) {
    const Measures measures = sample.measures();
    const auto replies = replies_between_people(sample.resolution, measures.people);
    return find_disputes(sample.resolution, measures,
                         read_stances(sample.thread, sample.resolution, replies, {english_stances()}), moderation);
}

std::string name_of(const Sample& sample, std::uint32_t person) {
    return sample.measures().people[person].name;
}

/// Posts by these people, each of which answers the post before it, and `more` posts by others.
Sample volley(std::initializer_list<const char*> people, int more = 0) {
    Sample sample;
    for (const char* person : people) {
        const std::uint32_t post = sample.post(person, "Words of a post.");
        if (post > 0) sample.reply(post, post_ref(post - 1));
    }
    for (int post = 0; post < more; ++post) sample.post("Zoe");
    return sample;
}

}  // namespace

TEST_CASE("Two people who answer each other for two rounds are a dispute of their posts") {
    const Sample sample = volley({"Ann", "Bob", "Ann", "Bob"});
    const auto disputes = disputes_of(sample);
    REQUIRE(disputes.size() == 1);
    CHECK(disputes[0].rounds == 2);
    CHECK(disputes[0].posts == Posts{0, 1, 2, 3});
    REQUIRE(disputes[0].people.size() == 2);
    CHECK(name_of(sample, disputes[0].people[0]) == "Ann");
    CHECK(disputes[0].sides == std::vector<std::uint8_t>{0, 1});
    CHECK(disputes[0].last_post == 3);
}

TEST_CASE("One answer and its answer are no dispute") {
    CHECK(disputes_of(volley({"Ann", "Bob", "Ann"})).empty());
    CHECK(disputes_of(Sample()).empty());
}

TEST_CASE("Answers in one direction only are no dispute") {
    Sample sample;
    for (int post = 0; post < 4; ++post) sample.post("Ann");
    for (std::uint32_t post = 4; post < 8; ++post) sample.reply(sample.post("Bob"), post_ref(post - 4));
    CHECK(disputes_of(sample).empty());
}

TEST_CASE("The Thai-visa thread holds no dispute: nobody answers back") {
    CHECK(disputes_of(thai_visa_thread()).empty());
}

TEST_CASE("A third person who takes up the same post stands on the side of whom the other argues with") {
    Sample sample = volley({"Ann", "Bob", "Ann", "Bob", "Ann"});
    sample.reply(sample.post("Cid"), post_ref(2));  // 5
    sample.reply(sample.post("Ann"), post_ref(5));
    sample.reply(sample.post("Cid"), post_ref(6));
    const auto disputes = disputes_of(sample);
    REQUIRE(disputes.size() == 1);
    REQUIRE(disputes[0].people.size() == 3);
    REQUIRE(disputes[0].sides.size() == 3);
    CHECK(name_of(sample, disputes[0].people[0]) == "Ann");
    CHECK(disputes[0].sides[1] == disputes[0].sides[2]);
    CHECK(disputes[0].sides[0] != disputes[0].sides[1]);
}

TEST_CASE("Three people of whom each argues with both others have no two sides") {
    Sample sample = volley({"Ann", "Bob", "Ann", "Bob"});
    const auto argue = [&](const char* a, const char* b, std::uint32_t about) {
        sample.reply(sample.post(a), post_ref(about));
        for (int turn = 0; turn < 2; ++turn) {
            const auto last = static_cast<std::uint32_t>(sample.resolution.posts.size() - 1);
            sample.reply(sample.post(turn == 0 ? b : a), post_ref(last));
        }
    };
    argue("Cid", "Ann", 0);
    argue("Cid", "Bob", 1);
    const auto disputes = disputes_of(sample);
    REQUIRE(disputes.size() == 1);
    CHECK(disputes[0].people.size() == 3);
    CHECK(disputes[0].sides.empty());
}

TEST_CASE("A dispute ends with the thread, in silence, or before a moderator's act") {
    CHECK(disputes_of(volley({"Ann", "Bob", "Ann", "Bob"}, 2))[0].end == DisputeEnd::thread_end);
    const Sample goes_on = volley({"Ann", "Bob", "Ann", "Bob"}, 4);
    CHECK(disputes_of(goes_on)[0].end == DisputeEnd::silence);
    ModerationEvent event;
    event.post = 5;
    const auto disputes = disputes_of(goes_on, {event});
    CHECK(disputes[0].end == DisputeEnd::moderation);
    CHECK(disputes[0].event == 0U);
}

TEST_CASE("A last word that ends with a question asks") {
    Sample sample = volley({"Ann", "Bob", "Ann", "Bob"});
    CHECK_FALSE(disputes_of(sample)[0].asks);
    sample.resolution.posts[3].text = "That is wrong. Where did you read it?";
    CHECK(disputes_of(sample)[0].asks);
}

TEST_CASE("An exchange that agrees in more answers than it disagrees in is no dispute") {
    Sample sample = volley({"Ann", "Bob", "Ann", "Bob"});
    sample.resolution.posts[1].text = "I agree, and there is more.";
    CHECK(disputes_of(sample).empty());
    sample.resolution.posts[2].text = "Wrong, there is not.";
    const auto disputes = disputes_of(sample);
    REQUIRE(disputes.size() == 1);
    REQUIRE(disputes[0].cues.size() == 2);
    CHECK(disputes[0].cues[0].agrees);
    CHECK(disputes[0].cues[1].phrase == "Wrong");
}
