// Quotes that begin with a quote, in plain text: headers directly above one another.
#include <catch2/catch.hpp>

#include "rejoinder/resolve.hpp"
#include "support/threads.hpp"

using namespace rejoinder;
using test::header;
using test::post;
using test::text;

namespace {

const std::string swifts = "The swifts came back on Tuesday, three days before the dates in my grandfather's book.";
const std::string boxes = "We have put up nine boxes under the eaves, and two of them were taken at once.";
const std::string tower = "Nobody has wound the tower clock since the sexton moved away, so the bell is silent.";
const std::string frogs = "Last spring the frogs were a whole week early too, if anyone keeps count of those.";

}  // namespace

TEST_CASE("Of headers above one another the outer quote gets the words of the post that quotes the person inside") {
    const Resolution r = resolve(test::thread(
        {post("", {text(swifts)}), post("", {header("Ann"), text(swifts + "\n\n" + boxes)}), post("", {text(tower)}),
         post("", {header("Bob"), header("Ann"), text(swifts + "\n\n" + boxes + "\n\n" + frogs)})}));
    const auto& quotes = r.posts[3].quotes;
    REQUIRE(quotes.size() == 2);
    CHECK(quotes[0].depth == 1);
    CHECK(quotes[0].text == boxes);
    CHECK(quotes[0].source == post_ref(1));
    CHECK(quotes[0].boundary == BoundaryEvidence::known_post);
    CHECK(quotes[0].boundary_witnesses == std::vector<std::uint32_t>{1});
    CHECK(quotes[1].depth == 2);
    CHECK(quotes[1].text == swifts);
    CHECK(quotes[1].source == post_ref(0));
    CHECK(r.posts[3].text == frogs);
    CHECK(r.posts[1].text == boxes);
    CHECK(r.replies.size() == 2);  // to Ann's post from Bob's, and to Bob's
    CHECK(r.ghosts.empty());
}

TEST_CASE("Three headers above one another are divided from the inside out") {
    const Resolution r =
        resolve(test::thread({post("", {text(swifts)}), post("", {header("Ann"), text(swifts + "\n\n" + boxes)}),
                              post("", {header("Bob"), header("Ann"), text(swifts + "\n\n" + boxes + "\n\n" + tower)}),
                              post("", {header("Cy"), header("Bob"), header("Ann"),
                                        text(swifts + "\n\n" + boxes + "\n\n" + tower + "\n\n" + frogs)})}));
    const auto& quotes = r.posts[3].quotes;
    REQUIRE(quotes.size() == 3);
    CHECK(quotes[0].text == tower);
    CHECK(quotes[0].source == post_ref(2));
    CHECK(quotes[1].text == boxes);
    CHECK(quotes[2].text == swifts);
    CHECK(r.posts[3].text == frogs);
}

TEST_CASE("An outer quote of whose post nothing is known makes no ghost, nor is the quote inside it answered") {
    const Resolution r = resolve(test::thread(
        {post("", {text(swifts)}), post("", {header("Bob"), header("Ann"), text(swifts + "\n\n" + frogs)})}));
    CHECK_FALSE(r.posts[1].quotes[0].source);
    CHECK(r.posts[1].quotes[1].source == post_ref(0));
    CHECK(r.posts[1].quotes[1].text == swifts);
    CHECK(r.ghosts.empty());
    CHECK(r.replies.empty());
}
