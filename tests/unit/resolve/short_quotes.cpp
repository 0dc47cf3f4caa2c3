// Quotes of few words, which may stand in many posts.
#include <catch2/catch.hpp>

#include "rejoinder/resolve.hpp"
#include "support/threads.hpp"

using namespace rejoinder;
using test::header;
using test::post;
using test::quote;
using test::text;

namespace {

const std::string swifts = "The swifts came back on Tuesday, three days before the dates in my grandfather's book.";
const std::string boxes = "We have put up nine boxes under the eaves, and two of them were taken at once.";
const std::string tower = "Nobody has wound the tower clock since the sexton moved away, so the bell is silent.";

Block quote_of_age(const std::string& author, const std::string& words, const std::string& printed) {
    Block block = quote(author, words);
    std::get<Quote>(block.content).time.text = printed;
    return block;
}

}  // namespace

TEST_CASE("A few words that unnamed posts hold are the nearest one's, and give it no name") {
    const Resolution r = resolve(test::thread({post("", {text(swifts)}), post("", {text(tower)}),
                                               post("", {quote("Ann", "the sexton"), text("Who?")}),
                                               post("", {quote("Ann", "the"), text("Which?")})}));
    CHECK(r.posts[2].quotes[0].source == post_ref(1));
    CHECK(r.posts[1].author.source == NameSource::unknown);
    CHECK(r.posts[3].quotes[0].source == post_ref(1));  // the first post holds the word too
    CHECK(r.posts[3].quotes[0].rivals == 1);
    REQUIRE(r.replies.size() == 2);
    CHECK(r.replies[1].confidence < r.replies[0].confidence);
}

TEST_CASE("Where only layout ends a quote its first line is looked for") {
    const Resolution r = resolve(
        test::thread({post("", {text(swifts)}), post("", {text(tower)}),
                      post("", {header("Ann"), text("the sexton\n\nI knew him well when he was young\n\nand so did "
                                                    "most of us who lived near the church")})}));
    REQUIRE(r.posts[2].quotes.size() == 1);
    CHECK(r.posts[2].quotes[0].source == post_ref(1));
}

TEST_CASE("A piece whose words stand nowhere goes with the other pieces of one writer and time") {
    const Resolution r = resolve(
        test::thread({post("Ann", {text(swifts)}), post("Ann", {text(boxes)}),
                      post("Bob", {quote_of_age("Ann", swifts, "2 hours ago"), text("Early."),
                                   quote_of_age("Ann", "[picture]", "2 hours ago"), text("Nice."),
                                   quote_of_age("Ann", "[sound]", "3 hours ago"), text("Loud.")}),
                      post("Cy", {quote_of_age("Ann", swifts, "1 hour ago"), quote_of_age("Ann", boxes, "1 hour ago"),
                                  quote_of_age("Ann", "[picture]", "1 hour ago")})}));
    CHECK(r.posts[2].quotes[1].source == post_ref(0));
    CHECK(r.posts[2].quotes[1].match == Match::not_found);
    CHECK(r.posts[2].quotes[2].source == ghost_ref(0));            // another time
    CHECK(r.posts[3].quotes[2].source->kind == Ref::Kind::ghost);  // the others disagree
}
