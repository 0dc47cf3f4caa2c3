#include <catch2/catch.hpp>

#include "rejoinder/resolve.hpp"
#include "resolve/layout.hpp"
#include "support/threads.hpp"

using namespace rejoinder;
using test::header;
using test::post;
using test::text;

namespace {

const std::string first =
    "Every spring the council promises to mend the footbridge, and every autumn it is still closed.";
const std::string second = "The engineer measured it twice and found the beams sound; only the railings have to go.";
const std::string third =
    "Meanwhile the school bus takes the long way round by the quarry, which costs twenty minutes.";

}  // namespace

TEST_CASE("A quote ends where it stops agreeing with the post it repeats") {
    const Resolution r =
        resolve(test::thread({post("", {text(first + "\n\n" + second)}),
                              post("", {header("Ann"), text(first + "\n\n" + second +
                                                            "\n\nThey promised it to my mother too.\n\nTwice.")})}));
    const ResolvedQuote& quote = r.posts[1].quotes[0];
    CHECK(quote.text == first + "\n\n" + second);
    CHECK(r.posts[1].text == "They promised it to my mother too.\n\nTwice.");
    CHECK(quote.match == Match::whole);
    CHECK(quote.boundary == BoundaryEvidence::known_post);
    CHECK(quote.boundary_witnesses == std::vector<std::uint32_t>{0});
    CHECK_FALSE(quote.boundary_ambiguous);
    CHECK(r.posts[0].author.name == "Ann");
}

TEST_CASE("Two quotes of one absent post end where they part") {
    const Resolution r = resolve(test::thread(
        {post("", {header("Ann"), text(first + "\n\n" + second + "\n\nSo it is the railings.")}),
         post("", {header("Ann"), text(first + "\n\n" + second + "\n\nWho measured it?\n\nI did not see him.")})}));
    REQUIRE(r.ghosts.size() == 1);
    CHECK(r.ghosts[0].text == first + "\n\n" + second);
    CHECK(r.posts[0].text == "So it is the railings.");
    CHECK(r.posts[1].text == "Who measured it?\n\nI did not see him.");
    CHECK(r.posts[0].quotes[0].boundary == BoundaryEvidence::shared_quote);
}

TEST_CASE("An answer that begins with the next word of the source does not lose it") {
    // The excerpt ends before "The engineer"; the answer begins with "The" as well.
    const Resolution r =
        resolve(test::thread({post("", {text(first + " " + second)}),
                              post("", {header("Ann"), text(first + "\n\nThe council is us, by the way.")})}));
    CHECK(r.posts[1].quotes[0].text == first);
    CHECK(r.posts[1].text == "The council is us, by the way.");
    CHECK(r.posts[1].quotes[0].match == Match::excerpt);
}

TEST_CASE("What later posts quote as a writer's own words is not part of the quote before it") {
    const Resolution r = resolve(
        test::thread({post("", {header("Ann"), text(first + "\n\n" + second + "\n\n" + third)}),
                      post("", {header("Bob"), text(second + "\n\n" + third + "\n\nTwenty-five, by my watch.")})}));
    CHECK(r.posts[0].quotes[0].text == first);
    CHECK(r.posts[0].text == second + "\n\n" + third);
    CHECK(r.posts[0].quotes[0].boundary == BoundaryEvidence::own_quoted);
    CHECK(r.posts[0].author.name == "Bob");
    CHECK(r.posts[1].quotes[0].source == post_ref(0));
}

TEST_CASE("Answers between the pieces of a quote are kept apart") {
    const Resolution r = resolve(test::thread(
        {post("", {text(first + "\n\n" + second)}),
         post("", {header("Ann"), text(first + "\n\nTrue."), header("Ann"), text(second + "\n\nAlso true.")})}));
    CHECK(r.posts[1].text == "True.\n\nAlso true.");
    REQUIRE(r.posts[1].quotes.size() == 2);
    CHECK(r.posts[1].quotes[1].text == second);
    CHECK(r.replies.size() == 1);
}

TEST_CASE("An answer that follows on the same line is cut off inside it") {
    const Resolution r = resolve(test::thread(
        {post("", {text(first)}), post("", {header("Ann"), text(first + " I never believed a word of it.")})}));
    CHECK(r.posts[1].quotes[0].text == first);
    CHECK(r.posts[1].text == "I never believed a word of it.");
}

TEST_CASE("Without other evidence the manner of the paragraphs decides, and an unclear case says so") {
    const auto cut = [](std::string_view text) {
        const LayoutCut made = Manner().cut("ann", text, line_breaks(text));
        return std::pair(std::string(text.substr(made.offset)), made.ambiguous);
    };
    CHECK(cut("a\n\n\nb\n\n\nc\n\nanswer") == std::pair(std::string("answer"), true));
    CHECK(cut("quoted\n\n\nanswer\n\nmore") == std::pair(std::string("answer\n\nmore"), true));
    CHECK(cut("quoted\n\nanswer") == std::pair(std::string("answer"), false));
    CHECK(cut("a\n\nb\n\nc") == std::pair(std::string("b\n\nc"), true));
    CHECK(cut("one paragraph") == std::pair(std::string(), true));
}

TEST_CASE("Ages tell a quote of oneself from a quote of the same post") {
    // Ann quotes herself; what Bob quotes an hour later is too young to be the post that she quoted.
    const Resolution r = resolve(test::thread(
        {post("", {header("Ann", 8 * 3600), text(first + "\n\n" + second + "\n\n" + third)}),
         post("", {header("Ann", 3600), text(second + "\n\n" + third + "\n\nTwenty-five, by my watch.")})}));
    CHECK(r.posts[0].quotes[0].text == first);
    CHECK(r.posts[1].quotes[0].source == post_ref(0));
    CHECK(r.posts[0].author.name == "Ann");
    CHECK(r.ghosts.size() == 1);
    CHECK(r.timeline.contradiction.empty());
}

TEST_CASE("A header without words leaves an empty quote of an unknown post, and none if it only holds another quote") {
    const Resolution r =
        resolve(test::thread({post("", {header("Ann")}), post("", {header("Ann"), header("Bob"), text("x")})}));
    CHECK(r.posts[0].quotes[0].text.empty());
    CHECK(r.posts[1].quotes.size() == 2);
    REQUIRE(r.replies.size() == 1);
    CHECK(r.replies[0].from == 0);
}

TEST_CASE("A quote of a whole post that answers point by point ends where the post ends") {
    const Resolution r = resolve(test::thread(
        {post("", {text(first + "\n\n" + second)}),
         post("", {header("Ann"), text(first + "\n\nTrue, and it is a shame for all of us here."), header("Ann"),
                   text(second + "\n\nNobody asked him to measure a third time.")}),
         post("", {header("Bob"), text("True, and it is a shame for all of us here.\n\nNobody asked him to measure a "
                                       "third time.\n\nYou did.\n\nTwice.")})}));
    CHECK(r.posts[2].text == "You did.\n\nTwice.");
    CHECK(r.posts[2].quotes[0].source == post_ref(1));
    CHECK(r.posts[2].quotes[0].match == Match::whole);
}

TEST_CASE("A few letters in common are no agreement in a script without spaces") {
    // The last words share four letters with the post before.
    const Resolution r = resolve(test::thread({post("", {text("ฝนตกทุกวันในเมืองใหญ่")}), post("", {text(first)}),
                                               post("", {header("Ann"), text(first + "\n\nรถติดมากตกทุกคนบ่น\n\nจริง")})}));
    CHECK(r.posts[2].quotes[0].text == first);
    const Resolution alone = resolve(test::thread(
        {post("", {text("ฝนตกทุกวันในเมืองใหญ่")}), post("", {header("Ann"), text("ตกทุกคนบ่น\n\nรถติด\n\nจริง")})}));
    CHECK(alone.posts[1].quotes[0].boundary == BoundaryEvidence::layout);
}

TEST_CASE("A quote goes on to the end of its paragraph where the only other one stops early, and says so") {
    const Resolution r = resolve(test::thread(
        {post("", {header("Ann"), text(first + "\n\nSo it is the railings.")}),
         post("", {header("Ann"), text(first + " " + second + "\n\nWho measured it?\n\nI did not see him.")})}));
    CHECK(r.posts[0].text == "So it is the railings.");
    CHECK(r.posts[1].text == "Who measured it?\n\nI did not see him.");
    CHECK(r.posts[1].quotes[0].boundary_ambiguous);
}

TEST_CASE("A header directly above another one begins a quote that quotes") {
    const Resolution r = resolve(test::thread(
        {post("", {text(first)}), post("", {header("Ann"), text(first + "\n\n" + second)}),
         post("", {header("Bob"), header("Ann"), text(first + "\n\n" + second + "\n\n" + third + "\n\nAnd back.")})}));
    const std::vector<ResolvedQuote>& quotes = r.posts[2].quotes;
    REQUIRE(quotes.size() == 2);
    CHECK(quotes[0].text == second);
    CHECK(quotes[0].source == post_ref(1));
    CHECK(quotes[0].depth == 1);
    CHECK(quotes[1].text == first);
    CHECK(quotes[1].source == post_ref(0));
    CHECK(quotes[1].depth == 2);
    CHECK(r.posts[2].text == third + "\n\nAnd back.");
}

TEST_CASE("A quote of one word that an earlier post holds ends with it") {
    // A later post quotes what follows under the same name, which alone would make both quotes of one post.
    const Resolution r = resolve(test::thread(
        {post("", {text(first)}), post("", {header("Ann"), text("footbridge\n\n" + second + "\n\n" + third)}),
         post("", {header("Ann"), text(second + "\n\nHe did.")})}));
    CHECK(r.posts[1].quotes[0].text == "footbridge");
    CHECK(r.posts[1].quotes[0].boundary == BoundaryEvidence::known_post);
    CHECK(r.posts[1].text == second + "\n\n" + third);
}
