#include "extract/infer.hpp"

#include <catch2/catch.hpp>

#include <string>

#include "extract/outline.hpp"
#include "extract/page_kind.hpp"
#include "profile/load_profile.hpp"

using namespace rejoinder;

namespace {

std::string post(int number, const std::string& name, const std::string& text) {
    return "<div class=\"entry\" id=\"e" + std::to_string(number) + "\"><a class=\"author\" href=\"/u/x\">" + name +
           "</a><time datetime=\"2026-01-0" + std::to_string(number) +
           "T10:00:00Z\">then</time><div class=\"words\"><p>" + text + "</p></div></div>";
}

std::optional<InferredPage> infer(const std::string& html) {
    const auto profiles = ProfileSet::load(REJOINDER_ROOT "/config");
    REQUIRE(profiles);
    const auto document = dom::Document::parse(html, 100);
    REQUIRE(document);
    const Profile languages = languages_of(*document, *profiles);
    const auto inferred = infer_page(*document, outline_of(*document, languages), *profiles, languages, "mine");
    REQUIRE(inferred);
    if (*inferred && !(*inferred)->draft.empty())
        CHECK(compile_profile((*inferred)->draft, "draft", profiles->phrase_books()));
    return *inferred;
}

const std::string three_posts =
    post(1, "Ada", "The kettle has furred up again, and vinegar is too strong for copper.") +
    post(2, "Bo", "Lemon and a soft cloth, then rinse it twice and let it dry.") +
    post(3, "Cy", "Mine has had vinegar every month since it was bought.");

}  // namespace

TEST_CASE("Records that repeat with a name, a time and a text are posts, and say that they are guessed") {
    const auto inferred = infer("<html><body><h1>Kettles</h1>" + three_posts + "</body></html>");
    REQUIRE(inferred);
    REQUIRE(inferred->page.posts.size() == 3);
    CHECK(inferred->page.posts[1].author == "Bo");
    CHECK(inferred->page.posts[1].key == "e2");
    CHECK(inferred->page.posts[1].time.at);
    CHECK(*inferred->page.posts[2].body[0].text() == "Mine has had vinegar every month since it was bought.");
    REQUIRE(inferred->page.layout);
    CHECK(inferred->page.layout->source == "repeated structure");
    CHECK(inferred->page.layout->confidence == 0.75);
}

TEST_CASE("Links to other pages with names and times are no posts") {
    std::string rows;
    for (int i = 1; i < 6; ++i) {
        rows += "<div class=\"row\"><a href=\"/t/" + std::to_string(i) + "\">A title of some length, number " +
                std::to_string(i) + "</a><a class=\"author\" href=\"/u/x\">Ada</a><time>2026-01-01</time></div>";
    }
    CHECK_FALSE(infer("<html><body>" + rows + "</body></html>"));
}

TEST_CASE("Paragraphs of an article are no posts") {
    CHECK_FALSE(
        infer("<html><body><article><span class=\"author\">Una Greer</span><time datetime=\"2026-01-01\">then"
              "</time><p>The council voted on Tuesday to rebuild the mill.</p><p>Work begins in autumn, if the "
              "herons agree.</p></article></body></html>"));
}

TEST_CASE("Comments in JSON-LD answer the post or comment that holds them") {
    const auto inferred = infer(R"(<html><head><script type="application/ld+json">
        {"@type": "DiscussionForumPosting", "@id": "p1", "author": {"name": "Ada"}, "datePublished": "2026-01-01T10:00:00Z", "text": "First &amp; last",
         "comment": [{"@type": "Comment", "@id": "p2", "author": "Bo", "dateCreated": "2026-01-01T11:00:00Z", "text": "Second"}]}
        </script></head><body></body></html>)");
    REQUIRE(inferred);
    REQUIRE(inferred->page.posts.size() == 2);
    CHECK(*inferred->page.posts[0].body[0].text() == "First & last");
    CHECK(inferred->page.posts[1].author == "Bo");
    CHECK(inferred->page.posts[1].parent_key == "p1");
    CHECK(inferred->page.layout->source == "schema.org");
}
