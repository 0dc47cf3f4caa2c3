#include "extract/guess/infer.hpp"

#include <catch2/catch.hpp>

#include <string>

#include "extract/guess/outline.hpp"
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

namespace {

/// Two posts as JSON, in single quotes here.
std::string state(std::string json) {
    for (char& c : json) c = c == '\'' ? '"' : c;
    return json;
}

const std::string two_posts = state(
    "[{'postId': 1, 'user': {'displayName': 'Ada'}, 'created_at': 1767603600, 'html': '<p>The kettle has furred "
    "up.</p>'},"
    "{'postId': 2, 'user': {'displayName': 'Bo'}, 'created_at': 1767607200000, 'html': '<p>Lemon, and a cloth.</p>'}]");

std::string page_with(const std::string& script) {
    return "<html lang='en'><head><title>Kettles</title></head><body><div id='app'></div>" + script + "</body></html>";
}

void check_two_posts(const std::string& script) {
    const auto inferred = infer(page_with(script));
    REQUIRE(inferred);
    REQUIRE(inferred->page.posts.size() == 2);
    CHECK(inferred->page.title == "Kettles");
    CHECK(inferred->page.posts[0].author == "Ada");
    CHECK(inferred->page.posts[1].key == "2");
    CHECK(inferred->page.posts[0].time.at->at_least == 1767603600);
    CHECK(inferred->page.posts[1].time.at->at_least == 1767607200);
    CHECK(*inferred->page.posts[1].body[0].text() == "Lemon, and a cloth.");
    REQUIRE(inferred->page.layout);
    CHECK(inferred->page.layout->source == "embedded state");
    CHECK(inferred->draft.empty());
}

}  // namespace

TEST_CASE("Posts are read from JSON in an element, from an assignment and from a string that is parsed") {
    check_two_posts("<script type='application/json'>{\"posts\": " + two_posts + "}</script>");
    check_two_posts("<script>if (a == b) { run(); } window.__STATE__={\"user\":undefined,\"posts\":" + two_posts +
                    "};</script>");
    std::string escaped;
    for (const char c : "{\"posts\":" + two_posts + "}") escaped += c == '"' ? std::string("\\\"") : std::string(1, c);
    check_two_posts("<script>window.__STATE__ = JSON.parse(\"" + escaped + "\");</script>");
    check_two_posts(
        "<script>self.__next_f.push([1,\"7:{\\\"a\\\":1}\\n8:{\\\"posts\\\":\"])</script>"
        "<script>self.__next_f.push([1,\"" +
        escaped.substr(std::string("{\\\"posts\\\":").size()) + "\\n\"])</script>");
}

TEST_CASE("Posts are read from a flat array whose numbers are indices") {
    check_two_posts(
        "<script type='application/json' id='__NUXT_DATA__'>" +
        state("[{'data': 1}, ['Reactive', 2], {'posts': 3}, [4, 10], {'postId': 5, 'user': 6, 'created_at': 8, "
              "'html': 9}, 1, {'displayName': 7}, 'Ada', 1767603600, '<p>The kettle has furred up.</p>', "
              "{'postId': 11, 'user': 12, 'created_at': 14, 'html': 15}, 2, {'displayName': 13}, 'Bo', "
              "1767607200, '<p>Lemon, and a cloth.</p>']") +
        "</script>");
}

TEST_CASE("A list of articles in a page's state is no thread, and broken state is passed over") {
    const std::string articles = state(
        "{'articles': [{'title': 'Kettles', 'author': 'Ada', 'date': '2026-01-01', 'body': 'A kettle is a pot with a "
        "lid.'},"
        "{'title': 'Lids', 'author': 'Bo', 'date': '2026-01-02', 'body': 'A lid is half of what makes a kettle.'}]}");
    CHECK_FALSE(infer(page_with("<script type='application/json'>" + articles + "</script>")));
    CHECK_FALSE(
        infer(page_with("<script>window.a = {\"posts\": " + two_posts.substr(0, two_posts.size() - 9) + "</script>")));
}

TEST_CASE("An opening post that is built unlike the others keeps its text") {
    const std::string opening =
        "<div class=\"entry\" id=\"e9\"><a class=\"author\" href=\"/u/x\">Di</a><time "
        "datetime=\"2026-01-09T10:00:00Z\">"
        "then</time><section class=\"opening\"><p>Which of your kettles whistles, and on which note does "
        "it?</p></section></div>";
    const auto inferred = infer("<html><body><h1>Kettles</h1>" + opening + three_posts + "</body></html>");
    REQUIRE(inferred);
    REQUIRE(inferred->page.posts.size() == 4);
    CHECK(*inferred->page.posts[0].body[0].text() == "Which of your kettles whistles, and on which note does it?");
    CHECK(*inferred->page.posts[1].body[0].text() ==
          "The kettle has furred up again, and vinegar is too strong for copper.");
}

TEST_CASE("A page whose column stands \"beside a sidebar\" is no sidebar itself") {
    const auto inferred = infer(
        "<html><body><div class=\"sidebar\"><a class=\"author\" href=\"/u/z\">Zoe</a></div>"
        "<div class=\"beside_sidebar_1\">" +
        three_posts + "</div></body></html>");
    REQUIRE(inferred);
    CHECK(inferred->page.posts.size() == 3);
}

TEST_CASE("What schema.org calls comments are posts, though each of them links to a page of its own") {
    std::string posts;
    for (const std::string name : {"Ada", "Bo", "Cy"}) {
        posts += "<article itemscope itemtype=\"https://schema.org/Comment\"><h4><a href=\"/blog/" + name +
                 "\">The workshop diary of " + name + "</a></h4><a class=\"author\" href=\"/u/" + name + "\">" + name +
                 "</a><time datetime=\"2026-01-05T10:00:00Z\">then</time><div itemprop=\"text\">" + name +
                 " says that vinegar every month keeps a kettle from furring up.</div></article>";
    }
    const auto inferred = infer("<html><body>" + posts + "</body></html>");
    REQUIRE(inferred);
    REQUIRE(inferred->page.posts.size() == 3);
    CHECK(inferred->page.posts[1].author == "Bo");
}

TEST_CASE("A member's card with more words than the post is not the post") {
    std::string posts;
    for (const std::string name : {"Ada", "Bo"}) {
        posts +=
            "<article class=\"entry\"><div class=\"author-pane\"><a class=\"author\" href=\"/u/" + name + "\">" + name +
            "</a><ul><li>Motherboard: a board of some make that nobody has heard of</li><li>Cooler: " +
            "a large one, with two fans that hum in the evening</li><li>Case: oak, from the attic of an aunt</li>" +
            "</ul></div><time datetime=\"2026-01-05T10:00:00Z\">then</time><div class=\"words\"><p>" + name +
            " has found two screws on the desk and asks where they go.</p></div></article>";
    }
    const auto inferred = infer("<html><body>" + posts + "</body></html>");
    REQUIRE(inferred);
    REQUIRE(inferred->page.posts.size() == 2);
    CHECK(*inferred->page.posts[0].body.at(0).text() == "Ada has found two screws on the desk and asks where they go.");
}

TEST_CASE("A time that stands in one element with the name is no part of it") {
    std::string posts;
    for (const std::string name : {"keepingsane", "FolioTwelve", "brassicas"}) {
        posts += "<div class=\"entry\"><div class=\"author-line\"><div class=\"bold\">" + name +
                 " &middot; <span class=\"when\">3/15/2026 19:49</span></div></div><div class=\"words\"><p>" + name +
                 " buys beans by the sack and cooks them for two days at a time.</p></div></div>";
    }
    const auto inferred = infer("<html lang=\"en\"><body>" + posts + "</body></html>");
    REQUIRE(inferred);
    REQUIRE(inferred->page.posts.size() == 3);
    CHECK(inferred->page.posts[1].author == "FolioTwelve");
    CHECK(inferred->page.posts[1].time.text == "3/15/2026 19:49");
}

TEST_CASE("A link around a picture is no name, and what most posts say alike is none either") {
    std::string posts;
    for (const std::string name : {"Ada", "Bo", "Cy", "Di"}) {
        posts += "<div class=\"entry\"><div class=\"line\"><a href=\"/member/" + name +
                 "\"><svg><text>X</text></svg></a><a href=\"/member/" + name + "\">" + name +
                 "</a></div><time datetime=\"2026-01-05T10:00:00Z\">then</time><div class=\"words\"><p>" + name +
                 " turns the ribs slowly and waits for the evening.</p></div><a class=\"author-tool\" "
                 "href=\"/print\">Printer friendly</a></div>";
    }
    const auto inferred = infer("<html><body>" + posts + "</body></html>");
    REQUIRE(inferred);
    REQUIRE(inferred->page.posts.size() == 4);
    CHECK(inferred->page.posts[0].author == "Ada");
    CHECK(inferred->page.posts[3].author == "Di");
}
