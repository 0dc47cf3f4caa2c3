#include "resolve/moments.hpp"

#include <catch2/catch.hpp>

#include "rejoinder/resolve.hpp"
#include "support/threads.hpp"

using namespace rejoinder;
using test::post;
using test::text;

namespace {

const std::string swifts = "The swifts came back on Tuesday, three days before the dates in my grandfather's book.";
const std::string tower = "Nobody has wound the tower clock since the sexton moved away, so the bell is silent.";

/// A minute counted from an invented one; without a zone, the widest range of moments that it may mean.
PrintedTime at_minute(std::int64_t minute, bool zone = true) {
    const std::int64_t second = 1'200'000'000 + 60 * minute;
    PrintedTime time;
    time.at = zone ? SecondsRange{second, second + 60} : SecondsRange{second - 14 * 3600, second + 12 * 3600 + 60};
    return time;
}

Block quote_at(const std::string& author, const std::string& words, std::int64_t minute, bool zone = true) {
    Block block = test::quote(author, words);
    std::get<Quote>(block.content).time = at_minute(minute, zone);
    return block;
}

}  // namespace

TEST_CASE("A minute is a minute with and without its zone; a day is none") {
    CHECK(names_minute(at_minute(1)));
    CHECK(names_minute(at_minute(1, false)));
    CHECK_FALSE(names_minute({}));
    PrintedTime day;
    day.at = SecondsRange{0, 86'400};
    CHECK_FALSE(names_minute(day));
    day.at = SecondsRange{0, 86'400 + 26 * 3600};
    CHECK_FALSE(names_minute(day));
}

TEST_CASE("Two posts of one moment are told apart only by many more words") {
    Moments moments;
    moments.note(1, "ann", at_minute(3), 4);
    CHECK(moments.find("ann", at_minute(3)) == 1);
    CHECK(moments.find("bob", at_minute(3)) == none);
    CHECK(moments.find("ann", at_minute(4)) == none);
    CHECK(moments.find("ann", at_minute(3, false)) == none);
    moments.note(2, "ann", at_minute(3), 5);
    CHECK(moments.find("ann", at_minute(3)) == none);
    moments.note(2, "ann", at_minute(3), 40);
    CHECK(moments.find("ann", at_minute(3)) == 2);
}

TEST_CASE("A quote whose words stand nowhere is of the post that another quote of that minute shows") {
    for (const bool zone : {true, false}) {
        const Resolution r = resolve(test::thread(
            {post("", {text(swifts)}), post("", {text(tower)}), post("", {quote_at("Ann", swifts, 7, zone)}),
             post("", {quote_at("Ann", "[picture]", 7, zone), text("Fine one.")}),
             post("", {quote_at("Ann", "[picture]", 8, zone), text("And here?")})}));
        CHECK(r.posts[3].quotes[0].source == post_ref(0));
        CHECK(r.posts[3].quotes[0].match == Match::not_found);
        REQUIRE(r.ghosts.size() == 1);  // another minute is another post
        CHECK(r.ghosts[0].quoted_by == std::vector<std::uint32_t>{4});
    }
}

TEST_CASE("A quote whose words stand nowhere is of its writer's only post in that minute") {
    Thread thread = test::thread({post("Ann", {text(swifts)}), post("Ann", {text(tower)}), post("Ann", {text("No.")}),
                                  post("Cy", {quote_at("Ann", "[picture]", 7), quote_at("Ann", "[sound]", 8)})});
    for (const auto& [index, minute] : {std::pair{0, 7}, {1, 8}, {2, 8}}) {
        thread.posts[static_cast<std::size_t>(index)].time.at = at_minute(minute).at;
    }
    const Resolution r = resolve(thread);
    CHECK(r.posts[3].quotes[0].source == post_ref(0));
    CHECK(r.posts[3].quotes[1].source != post_ref(1));  // two posts in that minute: nothing tells which
    CHECK(r.posts[3].quotes[1].source != post_ref(2));
}

TEST_CASE("The minute corrects what a few words say") {
    const Resolution r = resolve(test::thread(
        {post("Ann", {text("Nonsense. " + swifts)}), post("Ann", {text("Nonsense.")}),
         post("Bob", {quote_at("Ann", swifts, 7)}), post("Cy", {quote_at("Ann", "Nonsense", 7), text("No.")})}));
    CHECK(r.posts[3].quotes[0].source == post_ref(0));
    CHECK(r.posts[3].quotes[0].match == Match::excerpt);
}
