#include <catch2/catch.hpp>

#include "findings/contested_passage.hpp"
#include "findings/reach.hpp"
#include "findings/residual_quotes.hpp"
#include "unit/measure/sample.hpp"

using namespace rejoinder;
using namespace rejoinder::detail;
using namespace rejoinder::test;

namespace {

constexpr const char* bullies = "However, countries have started to push back and stand up to the bullies.";

std::vector<ResidualQuote> residual_of(const Sample& sample) {
    return find_residual_quotes(sample.thread, sample.resolution, posts_below(sample.resolution));
}

/// A post by Ann with that text, and one post for each quote of it.
Sample quoted(const std::string& text, std::initializer_list<const char*> quotes) {
    Sample sample;
    sample.post("Ann", text);
    for (const char* quote : quotes) sample.quote(sample.post("Bob"), post_ref(0), quote);
    return sample;
}

}  // namespace

TEST_CASE("The residual quotes of the Thai-visa thread: Gweiloman's post is quoted by one to three members") {
    const auto residual = residual_of(thai_visa_thread());
    REQUIRE(residual.size() == 2);
    CHECK(residual[0].of == ghost_ref(1));
    CHECK(residual[0].posts == std::vector<std::uint32_t>{2, 3, 6});
    CHECK(residual[0].members_at_least == 1);
    CHECK(residual[0].members_at_most == 3);
    CHECK(residual[1].of == ghost_ref(0));
    CHECK(residual[1].members_at_least == 1);
    CHECK(residual[1].members_at_most == 1);
}

TEST_CASE("A member who quotes a ghost twice is one member") {
    Sample sample;
    for (const char* author : {"Ann", "Bob", "Ann", ""}) sample.post(author);
    sample.ghost("Cid", {0, 1, 2, 3}, "gone but read", 3);
    const auto residual = residual_of(sample);
    REQUIRE(residual.size() == 1);
    CHECK(residual[0].words == 3);
    CHECK(residual[0].members_at_least == 2);
    CHECK(residual[0].members_at_most == 3);
}

TEST_CASE("A ghost that nobody quotes is no residual quote") {
    Sample sample;
    sample.ghost("Cid", {});
    CHECK(residual_of(sample).empty());
}

TEST_CASE("The contested passage of the Thai-visa thread is the ghost's sentence about the bullies") {
    Sample sample = thai_visa_thread();
    const std::string text = std::string("The world has had enough of the west.\n\n") + bullies +
                             " Russia has shown that. Empires rise and fall.";
    sample.resolution.ghosts[1].text = text;
    sample.resolution.posts[2].quotes[0].text = text;
    sample.resolution.posts[3].quotes[0].text = bullies;
    sample.resolution.posts[6].quotes[0].text = text;
    const auto contested = find_contested_passage(sample.resolution);
    REQUIRE(contested);
    CHECK(contested->source == ghost_ref(1));
    CHECK(contested->sentence == bullies);
    CHECK(contested->posts == std::vector<std::uint32_t>{2, 3, 6});
}

TEST_CASE("A sentence quoted by one post only is not contested") {
    CHECK_FALSE(find_contested_passage(quoted(bullies, {bullies}).resolution));
    Sample twice = quoted(bullies, {bullies});
    twice.quote(1, post_ref(0), bullies);
    CHECK_FALSE(find_contested_passage(twice.resolution));
}

TEST_CASE("A sentence of fewer than five words is not contested") {
    CHECK_FALSE(find_contested_passage(
        quoted("Empires rise and fall.", {"Empires rise and fall.", "Empires rise and fall."}).resolution));
}

TEST_CASE("A quote with one of five words changed holds the sentence, with two changed it does not") {
    const char* text = "Wolves never eat green apples.";
    const auto is_held_by = [&](const char* quote) {
        return find_contested_passage(quoted(text, {quote, text}).resolution).has_value();
    };
    CHECK(is_held_by("wolves never eat GREEN apples"));
    CHECK(is_held_by("dogs never eat green apples"));
    CHECK(is_held_by("wolves never eat red apples"));
    CHECK(is_held_by("wolves never eat apples"));
    CHECK(is_held_by("wolves never ever eat green apples"));
    CHECK_FALSE(is_held_by("dogs never eat green pears"));
    CHECK_FALSE(is_held_by("wolves never eat"));
}

TEST_CASE("The same words in another order are no quote of the sentence") {
    const char* shuffled = "apples green eat never wolves";
    CHECK_FALSE(find_contested_passage(quoted("Wolves never eat green apples.", {shuffled, shuffled}).resolution));
}

TEST_CASE("Several quotes of one post together hold a sentence") {
    Sample sample = quoted("Wolves never eat green apples, nor do the old bears.", {"Wolves never eat green apples"});
    sample.quote(1, post_ref(0), "nor do the old bears");
    sample.quote(sample.post("Cid"), post_ref(0), "Wolves never eat green apples, nor do the old bears.");
    CHECK(find_contested_passage(sample.resolution));
}

TEST_CASE("Of equally quoted sentences the earliest is taken, and a ghost stands before the post that quotes it") {
    const std::string one = "This is the first of two.";
    const std::string two = "That is the second of two.";
    Sample sample = quoted(one + " " + two, {(one + " " + two).c_str(), (one + " " + two).c_str()});
    CHECK(find_contested_passage(sample.resolution)->sentence == one);

    const std::uint32_t ghost = sample.ghost("Cid", {1, 2}, "A ghost has said this before.");
    sample.quote(1, ghost_ref(ghost), "A ghost has said this before.");
    sample.quote(2, ghost_ref(ghost), "A ghost has said this before.");
    CHECK(find_contested_passage(sample.resolution)->sentence ==
          one);  // post 1 stands above post 2, which quotes the ghost
    sample.resolution.ghosts[0].quoted_by = {0, 1, 2};
    CHECK(find_contested_passage(sample.resolution)->source == ghost_ref(ghost));
}

TEST_CASE("No quotes, no contested passage") {
    CHECK_FALSE(find_contested_passage(Resolution{}));
}
