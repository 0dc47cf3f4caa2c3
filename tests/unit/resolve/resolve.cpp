#include "rejoinder/resolve.hpp"

#include <catch2/catch.hpp>

#include "support/threads.hpp"

using namespace rejoinder;
using test::header;
using test::post;
using test::quote;
using test::text;

namespace {

const std::string swifts = "The swifts came back on Tuesday, three days before the dates in my grandfather's book.";
const std::string boxes =
    "We have put up nine boxes under the eaves, and two of them were taken before the paint was dry.";
const std::string tower =
    "Nobody has wound the tower clock since the sexton moved away, so the bell is silent as well.";

}  // namespace

TEST_CASE("A quote of a post's words is that post's reply, with or without an id") {
    const Resolution r = resolve(test::thread({post("Ann", {text(swifts + "\n\n" + boxes)}), post("Bob", {text(tower)}),
                                               post("Cy", {quote("Ann", boxes), text("Lovely.")})}));
    REQUIRE(r.replies.size() == 1);
    CHECK(r.replies[0].from == 2);
    CHECK(r.replies[0].to == post_ref(0));
    CHECK(r.replies[0].primary);
    CHECK(r.posts[2].quotes[0].match == Match::excerpt);
    CHECK(r.posts[2].text == "Lovely.");
    CHECK(r.ghosts.empty());
}

TEST_CASE("A quote that carries the forum's post id beats a text match") {
    const Resolution r = resolve(test::thread({post("Ann", {text(swifts)}, "11"), post("Ann", {text(swifts)}, "12"),
                                               post("Bob", {quote("Ann", swifts, "11"), text("Yes.")}, "13")}));
    REQUIRE(r.replies.size() == 1);
    CHECK(r.replies[0].to == post_ref(0));
    CHECK(r.replies[0].evidence[0].kind == EvidenceKind::quoted_post_id);
    CHECK(r.replies[0].confidence > 0.98);
}

TEST_CASE("Of two posts with the same words the one by the quoted author is the source") {
    const Resolution r = resolve(test::thread({post("Ann", {text(swifts)}), post("Bob", {text(swifts)}),
                                               post("Cy", {quote("Ann", swifts), text("Really?")})}));
    CHECK(r.posts[2].quotes[0].source == post_ref(0));
}

TEST_CASE("A post never quotes a later one") {
    const Resolution r =
        resolve(test::thread({post("Ann", {quote("Bob", swifts), text("So you said.")}), post("Bob", {text(swifts)})}));
    CHECK(r.posts[0].quotes[0].source == ghost_ref(0));
    REQUIRE(r.ghosts.size() == 1);
    CHECK(r.ghosts[0].text == swifts);
}

TEST_CASE("Changed words are named and left-out ones are not called changed") {
    const Resolution r = resolve(test::thread(
        {post("Ann", {text(swifts)}),
         post("Bob",
              {quote("Ann", "The swifts came back on Friday, three days before the dates in my grandfather's book.")}),
         post("Cy", {quote("Ann", "The swifts came back on Tuesday before the dates in my grandfather's book.")})}));
    CHECK(r.posts[1].quotes[0].match == Match::altered);
    CHECK(r.posts[1].quotes[0].altered_words == std::vector<std::string>{"Friday"});
    CHECK(r.posts[2].quotes[0].match == Match::elided);
}

TEST_CASE("A one-word quote is looked for among its author's posts, the nearest first") {
    const Resolution r = resolve(
        test::thread({post("Ann", {text("Nonsense.")}), post("Bob", {text("Nonsense.")}),
                      post("Ann", {text("Nonsense, again.")}), post("Cy", {quote("Ann", "Nonsense"), text("No.")})}));
    CHECK(r.posts[3].quotes[0].source == post_ref(2));
}

TEST_CASE("A quote that names nobody and stands nowhere has no source and makes no ghost") {
    const Resolution r = resolve(test::thread({post("Ann", {quote("", tower), text("From the parish paper.")})}));
    CHECK_FALSE(r.posts[0].quotes[0].source);
    CHECK(r.posts[0].quotes[0].match == Match::not_found);
    CHECK(r.ghosts.empty());
    CHECK(r.replies.empty());
}

TEST_CASE("Quotes within quotes have sources and make no replies") {
    Block outer = quote("Bob", boxes);
    std::get<Quote>(outer.content).body.insert(std::get<Quote>(outer.content).body.begin(), quote("Ann", swifts));
    const Resolution r =
        resolve(test::thread({post("Ann", {text(swifts)}), post("Bob", {quote("Ann", swifts), text(boxes)}),
                              post("Cy", {outer, text("Both true.")})}));
    REQUIRE(r.posts[2].quotes.size() == 2);
    CHECK(r.posts[2].quotes[0].source == post_ref(1));
    CHECK(r.posts[2].quotes[1].source == post_ref(0));
    CHECK(r.posts[2].quotes[1].depth == 2);
    CHECK(r.replies.size() == 2);
}

TEST_CASE("Several quotes of one absent post are one ghost, merged where they overlap") {
    const Resolution r = resolve(test::thread({post("Ann", {quote("Zed", swifts + "\n\n" + boxes), text("One.")}),
                                               post("Bob", {quote("Zed", boxes + "\n\n" + tower), text("Two.")}),
                                               post("Cy", {quote("Zed", boxes), text("Three.")}),
                                               post("Di", {quote("Yul", tower), text("Four.")})}));
    REQUIRE(r.ghosts.size() == 2);
    CHECK(r.ghosts[0].author == "Zed");
    CHECK(r.ghosts[0].text == swifts + "\n\n" + boxes + "\n\n" + tower);
    CHECK(r.ghosts[0].quoted_by == std::vector<std::uint32_t>{0, 1, 2});
    CHECK(r.ghosts[1].author == "Yul");
    CHECK(r.posts[2].quotes[0].match == Match::excerpt);
}

TEST_CASE("Quotes of one absent id are one ghost with a gap, and of two ids two ghosts") {
    const Resolution r = resolve(test::thread({post("Ann", {quote("Zed", swifts, "90"), text("One.")}, "1"),
                                               post("Bob", {quote("Zed", tower, "90"), text("Two.")}, "2"),
                                               post("Cy", {quote("Zed", swifts, "91"), text("Three.")}, "3")}));
    REQUIRE(r.ghosts.size() == 2);
    CHECK(r.ghosts[0].key == "90");
    CHECK(r.ghosts[0].text == tower + " […] " + swifts);
    CHECK(r.ghosts[1].key == "91");
}

TEST_CASE("A parent that the forum names is a reply without any quote") {
    Thread thread = test::thread({post("Ann", {text(swifts)}, "1"), post("Bob", {text("Good.")}, "2")});
    thread.posts[1].parent_key = "1";
    const Resolution r = resolve(thread);
    REQUIRE(r.replies.size() == 1);
    CHECK(r.replies[0].to == post_ref(0));
    CHECK(r.replies[0].evidence == std::vector<Evidence>{{EvidenceKind::parent_id, 0, 0}});
}

TEST_CASE("A parent that an indent shows is looked for on the post's own page") {
    Thread thread = test::thread({post("Ann", {text(swifts)}), post("Bob", {text("Good.")}),
                                  post("Cy", {text("Well.")}), post("Di", {text("Yes.")})});
    const std::size_t lines[] = {3, 9, 3, 12};  // two pages of two posts
    for (std::size_t i = 0; i < 4; ++i) thread.posts[i].line = lines[i];
    thread.posts[1].parent_line = 3;
    thread.posts[3].parent_line = 3;
    const Resolution r = resolve(thread);
    REQUIRE(r.replies.size() == 2);
    CHECK(r.replies[0].to == post_ref(0));
    CHECK(r.replies[1].to == post_ref(2));
}

TEST_CASE("A post that answers two has one primary parent") {
    const Resolution r =
        resolve(test::thread({post("Ann", {text(swifts)}), post("Bob", {text(tower)}),
                              post("Cy", {quote("Bob", "silent as well"), text("Yes."), quote("Ann", swifts)})}));
    REQUIRE(r.replies.size() == 2);
    CHECK(r.replies[0].primary);
    CHECK(r.replies[0].to == post_ref(0));  // the longer quote is the surer one
    CHECK_FALSE(r.replies[1].primary);
}

TEST_CASE("An unnamed post gets the name under which others quote its words") {
    const Resolution r = resolve(
        test::thread({post("", {text(swifts)}), post("", {text(tower)}), post("", {quote("Ann", swifts), text("Oh.")}),
                      post("", {quote("Ann", swifts), text("Ah.")}), post("", {quote("Anne", swifts), text("Eh.")})}));
    CHECK(r.posts[0].author.name == "Ann");
    CHECK(r.posts[0].author.source == NameSource::inferred);
    CHECK(r.posts[0].author.witnesses == std::vector<std::uint32_t>{2, 3});
    CHECK(r.posts[0].author.conflicting == std::vector<std::string>{"Anne"});
    CHECK(r.posts[1].author.source == NameSource::unknown);
    CHECK(r.diagnostics.size() == 1);
}

TEST_CASE("A thread without posts resolves to nothing") {
    const Resolution r = resolve(test::thread({}));
    CHECK(r.posts.empty());
    CHECK(r.replies.empty());
}
