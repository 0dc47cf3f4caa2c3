#include "findings/camps.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "findings/two_sides.hpp"
#include "unit/findings/stance_book.hpp"
#include "unit/measure/sample.hpp"

using namespace rejoinder;
using namespace rejoinder::detail;
using namespace rejoinder::test;

namespace {

std::vector<Stance> stances_of(const Sample& sample) {
    const auto replies = replies_between_people(sample.resolution, sample.measures().people);
    return read_stances(sample.thread, sample.resolution, replies, {english_stances()});
}

/// Two parties of two, in which everybody answers both of the others four times, speaking to them.
Sample two_parties() {
    Sample sample;
    for (const char* name : {"Ann", "Bob", "Cid", "Dee"}) sample.post(name);
    for (int time = 0; time < 4; ++time) {
        for (const auto& [from, to] :
             {std::pair("Ann", 2U), {"Ann", 3U}, {"Bob", 2U}, {"Bob", 3U}, {"Cid", 0U}, {"Dee", 1U}})
            sample.reply(sample.post(from, "No, you are wrong."), post_ref(to));
    }
    return sample;
}

}  // namespace

TEST_CASE("Sides part the ends of strong edges, and the surer the stronger") {
    const auto weak = two_sides(4, {{0, 1, 0.5}, {1, 2, 0.5}, {2, 3, 0.5}});
    const auto strong = two_sides(4, {{0, 1, 2}, {1, 2, 2}, {2, 3, 2}});
    CHECK((strong[0] - 0.5) * (strong[1] - 0.5) < 0);
    CHECK((strong[0] - 0.5) * (strong[2] - 0.5) > 0);
    CHECK(std::abs(strong[0] - 0.5) > std::abs(weak[0] - 0.5));
}

TEST_CASE("The probabilities of a pair are those worked out by hand") {
    // Each size of the sides is equally probable, so one of each, which comes in two ways, has half the weight of both
    // on one side. The edge gives exp(1) to apart, exp(-1) to together, which is half like either end of apart.
    const double apart = std::exp(1.0);
    const double together = 2 * std::exp(-1.0);
    const auto sides = two_sides(2, {{0, 1, 1.0}});
    CHECK(sides[0] == Approx((apart + together / 2) / (apart + together)));
    CHECK(sides[1] == Approx(1 - sides[0]));
}

TEST_CASE("An edge with a weight below zero holds its ends together") {
    const auto sides = two_sides(3, {{0, 1, 2}, {1, 2, 1}, {0, 2, 2}, {1, 2, -3}});
    CHECK((sides[1] - 0.5) * (sides[2] - 0.5) > 0);
    CHECK((sides[0] - 0.5) * (sides[1] - 0.5) < 0);
}

TEST_CASE("Sampled sides are near those that are summed, and the same twice") {
    std::vector<SignedEdge> edges;
    for (std::uint32_t at = 0; at + 1 < 12; ++at) edges.push_back({at, at + 1, 0.6});
    for (std::uint32_t at = 0; at + 3 < 12; ++at) edges.push_back({at, at + 3, 0.4});
    const auto summed = two_sides(12, edges);
    const auto sampled = two_sides(14, edges);  // two vertices more, without edges
    CHECK(sampled == two_sides(14, edges));
    const bool turned = (summed[0] - 0.5) * (sampled[0] - 0.5) < 0;
    for (std::size_t at = 0; at < 12; ++at)
        CHECK(std::abs(summed[at] - (turned ? 1 - sampled[at] : sampled[at])) < 0.1);
}

TEST_CASE("Two parties that argue are two camps, clear and sure") {
    const Camps camps = find_camps(stances_of(two_parties()), 4);
    REQUIRE(camps.members.size() == 4);
    CHECK(camps.clear);
    CHECK(camps.confidence > 0.8);
    CHECK(camps.members[0].side == camps.members[1].side);
    CHECK(camps.members[2].side == camps.members[3].side);
    CHECK(camps.members[0].side != camps.members[2].side);
    CHECK(camps.members[0].posts.size() >= 8);
    CHECK(camps.cues.size() == 24);
}

TEST_CASE("The same replies in words of agreement put people on one side and claim no camps") {
    Sample sample = two_parties();
    for (ResolvedPost& post : sample.resolution.posts) post.text = "I agree with that.";
    const Camps camps = find_camps(stances_of(sample), 4);
    CHECK_FALSE(camps.clear);
    for (const CampMember& member : camps.members) CHECK(member.side == camps.members[0].side);
}

TEST_CASE("Where nobody answers there are no camps, and a reason") {
    const Camps camps = find_camps({}, 0);
    CHECK(camps.members.empty());
    CHECK_FALSE(camps.clear);
    CHECK_FALSE(camps.because.empty());
}

TEST_CASE("Five answers do not bear camps: the Thai-visa thread has none that are clear") {
    CHECK_FALSE(find_camps(stances_of(thai_visa_thread()), 4).clear);
}

TEST_CASE("Of two phrases at one place the longer counts, and who says you speaks to the other") {
    Sample sample;
    sample.post("Ann");
    sample.reply(sample.post("Bob", "I don't agree with you."), post_ref(0));
    const auto stances = stances_of(sample);
    REQUIRE(stances.size() == 1);
    CHECK(stances[0].disagrees);
    CHECK_FALSE(stances[0].agrees);
    CHECK(stances[0].addresses);
    CHECK(stances[0].phrase == "don't agree");
}

TEST_CASE("Where a page prints the ends of quotes, only the words behind a person's quotes are said to that person") {
    Sample sample;
    sample.post("Ann");
    sample.post("Bob");
    const std::uint32_t post = sample.post("Cid", "I agree. Nonsense.");
    sample.quote(post, post_ref(0), "one");
    sample.quote(post, post_ref(1), "two");
    Quote quote;
    sample.thread.posts[post].body = {{quote}, {std::string("I agree.")}, {quote}, {std::string("Nonsense.")}};
    sample.reply(post, post_ref(0));
    sample.reply(post, post_ref(1));
    const auto stances = stances_of(sample);
    REQUIRE(stances.size() == 2);
    CHECK(stances[0].agrees);
    CHECK_FALSE(stances[0].disagrees);
    CHECK(stances[1].disagrees);
    CHECK_FALSE(stances[1].agrees);
}
