#include <catch2/catch.hpp>

#include "unit/report/sample.hpp"

using namespace rejoinder;
using namespace rejoinder::test;

namespace {

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::string explained(std::size_t number, const Analysis& analysis = quarrel()) {
    const auto text = explain_post(analysis, number);
    REQUIRE(text.has_value());
    return *text;
}

}  // namespace

TEST_CASE("An explanation says who wrote a post and how we know") {
    CHECK(holds(explained(1), "Who wrote it\n  Ann, printed: the name stands in the byline above the first post.\n"));
    CHECK(holds(explained(2), "Who wrote it\n  Nothing on the page tells who wrote it.\n"));
    CHECK(holds(explained(3), "Who wrote it\n  Bo, inferred: post 5 quotes its words under that name.\n"));
}

TEST_CASE("An explanation says when a post was written and what that rests on") {
    const std::string text = explained(2);
    CHECK(holds(text, "The page prints no time for it.\n  It was written between 3 h and 4 h after g1."));
    CHECK(holds(text, "  It quotes g1 as written “3 hours ago”.\n"));
    CHECK(holds(explained(1), "It was written not later than 4 h after g1."));
    CHECK(holds(explained(6), "Nothing else tells when it was written."));
}

TEST_CASE("An explanation of a post with a printed moment gives it in UTC and needs no more") {
    Analysis analysis = quarrel();
    analysis.resolution.timeline = {};
    analysis.resolution.timeline.posts.resize(6);
    analysis.resolution.timeline.posts[0] = {1742287930, 1742287930};
    analysis.thread.posts[0].time = {"March 18", SecondsRange{1742287930, 1742287931}, std::nullopt};
    const std::string text = explained(1, analysis);
    CHECK(holds(text, "  The page dates it 2025-03-18T08:52:10Z and shows “March 18”.\nWhat it says"));
}

TEST_CASE("An explanation gives a time as exactly as the page does, and a wide one as a range") {
    Analysis analysis = quarrel();
    const auto when = [&](const SecondsRange& at) {
        analysis.thread.posts[0].time = {"May 6, 2024", at, std::nullopt};
        return explained(1, analysis);
    };
    CHECK(holds(when({1714997740, 1714997800}), "The page dates it 2024-05-06T12:15:40Z and shows “May 6, 2024”."));
    CHECK(holds(when({1714997700, 1714997760}), "The page dates it 2024-05-06T12:15Z and shows “May 6, 2024”."));
    CHECK(holds(when({1714953600, 1715040000}),
                "The page shows “May 6, 2024”, which is between 2024-05-06T00:00:00Z and 2024-05-06T23:59:59Z.\n"));
}

TEST_CASE("An explanation says that a quote names nobody and stands nowhere") {
    Analysis analysis = quarrel();
    ResolvedQuote& quote = analysis.resolution.posts[2].quotes[0];
    quote.author.clear();
    quote.source.reset();
    const std::string text = explained(3, analysis);
    CHECK(holds(text, "  Quote 1, naming nobody, “5 hours ago”, three words.\n"));
    CHECK(holds(text, "    It is found in no post of the thread.\n"));
}

TEST_CASE("An explanation says what numbers count from where page 1 is missing") {
    Analysis analysis = quarrel();
    CHECK(explained(1, analysis).starts_with("Post 1 of 6 in “Cats or dogs”\n\nWho"));
    analysis.thread.missing_pages = {1};
    CHECK(
        holds(explained(1, analysis), "Page 1 of the thread was not given: numbers count from the first post given."));
}

TEST_CASE("An explanation tells of each quote its source, its match, where it ends and why") {
    const std::string text = explained(3);
    CHECK(holds(text,
                "  Quote 1, of Mia, “5 hours ago”, three words.\n"
                "    It reads “Cats are better.”\n"
                "    It holds one unbroken part of g1.\n"
                "    The quote ends where it stops agreeing with the quote of the same post in post 2, and another "
                "paragraph break would fit almost as well.\n"));
    CHECK(holds(explained(1), "It quotes nobody."));
}

TEST_CASE("An explanation says what a post answers, with confidence and evidence") {
    const std::string text = explained(5);
    CHECK(holds(text,
                "  Post 3, by Bo, with confidence 0.97: it quotes two words that stand in post 3; its quote names "
                "Bo.\n"));
    CHECK(holds(text,
                "  Post 1, by Ann, beside its main answer, with confidence 1.00: the forum says that it answers post "
                "1.\n"));
    CHECK(holds(explained(2), "  g1, a post by Mia that is not on the page, with confidence 0.98: "));
    CHECK(holds(explained(1), "Nothing on the page shows that it answers a post."));
}

TEST_CASE("An explanation says who answers and who quotes a post") {
    const std::string text = explained(3);
    CHECK(holds(text, "Who answers it\n  Post 5, with confidence 0.97: "));
    CHECK(holds(text, "It is quoted in post 5."));
    CHECK(holds(explained(5), "No post answers it, as far as the page shows."));
}

TEST_CASE("An explanation of a notice gives role, reason, warning and what it may have hit") {
    const std::string text = explained(4);
    CHECK(holds(text, "Role: moderator, inferred: the post states a removal."));
    CHECK(holds(text, "Kind: removed a post. It rests on this sentence: “Removed a post that was rude.”"));
    CHECK(holds(text,
                "It may have hit g1, a post by Mia that was quoted before it: possible, and not said by the page."));
}

TEST_CASE("Words that later posts quote as the writer's own can decide where a quote ends") {
    Analysis analysis = quarrel();
    analysis.resolution.posts[2].quotes[0].boundary = BoundaryEvidence::own_quoted;
    analysis.resolution.posts[2].quotes[0].boundary_witnesses = {4};
    CHECK(holds(explained(3, analysis), "The quote ends before the words that post 5 quotes as this writer's own"));
}

TEST_CASE("A post number out of range is refused with the range") {
    const auto text = explain_post(quarrel(), 7);
    REQUIRE_FALSE(text.has_value());
    CHECK(text.error() == Error{ErrorCode::bad_argument, "There is no post 7: the thread has posts 1 to 6."});
    CHECK_FALSE(explain_post(quarrel(), 0).has_value());
    CHECK_FALSE(explain_post(Analysis{}, 1).has_value());
}

TEST_CASE("An explanation holds no control character of the page") {
    Analysis analysis = quarrel();
    analysis.resolution.posts[1].text = "\x1b]0;evil\x07 text";
    CHECK_FALSE(holds(explained(2, analysis), "\x1b"));
}
