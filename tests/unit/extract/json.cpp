#include <catch2/catch.hpp>

#include "rejoinder/extract.hpp"

using namespace rejoinder;

namespace {

const ProfileSet& profiles() {
    static const ProfileSet set = ProfileSet::load(REJOINDER_ROOT "/config").value();
    return set;
}

struct Read {
    std::vector<Page> pages;
    Diagnostics flaws;
    std::string error;
};

Read read(std::string json, std::string origin = "x.json") {
    Read read;
    auto pages = extract_pages({std::move(json), std::move(origin), MediaType::json, {}}, profiles(), {}, read.flaws);
    if (pages)
        read.pages = std::move(*pages);
    else
        read.error = pages.error().message;
    return read;
}

std::string comment(const std::string& more) {
    return R"({"link_id": "t3_a", "parent_id": "t3_a", "id": "c", "author": "ada", "body": "words", "created_utc": 1767600000)" +
           more + "}\n";
}

std::string text_of(const Post& post) {
    return post.body.empty() || post.body[0].text() == nullptr ? "" : *post.body[0].text();
}

}  // namespace

TEST_CASE("A line that is cut or wrong is named and skipped, and the others are read") {
    const Read found =
        read(comment("") + comment("").substr(0, 37) + "\n" + "{\"a\": 1}\n" + comment(", \"x\": 1e99999"));
    REQUIRE(found.pages.size() == 1);
    CHECK(found.pages[0].posts.size() == 1);
    REQUIRE(found.flaws.size() == 3);
    CHECK(found.flaws[0].message == "Line 2 is cut short inside a string; it was skipped.");
    CHECK(found.flaws[1].message == "Line 4 has a number that is wrong or too large; it was skipped.");
    CHECK(found.flaws[2].message == "1 line is of a shape that no profile knows; it was skipped.");
}

TEST_CASE("A document that is cut is one sentence") {
    CHECK(read(R"({"post_stream": {"posts": [{"id)").error ==
          "x.json is not JSON that can be read: it is cut short inside a string; save it again.");
    CHECK(read(std::string(10000, '[') + std::string(10000, ']')).error.find("opens more than 4096 arrays") !=
          std::string::npos);
    CHECK(read(R"({"kettles": 3})").error.find("of a shape that no profile knows") != std::string::npos);
}

TEST_CASE("Fields of a wrong type are no values, and the post stays") {
    const Read found = read(comment(R"(, "score": {"a": 1}, "locked": "maybe", "distinguished": [1])"));
    REQUIRE(found.pages.size() == 1);
    const Post& post = found.pages[0].posts.at(0);
    CHECK(post.author == "ada");
    CHECK(post.reactions.empty());
    CHECK(post.acts.empty());
    CHECK(post.role.empty());
    const Read body = read(R"({"link_id": "t3_a", "parent_id": "t3_a", "id": "c", "author": "ada", "body": ["x"]})");
    REQUIRE(body.flaws.size() == 1);
    CHECK(body.flaws[0].message.find("1 record has a body that is no string") == 0);
}

TEST_CASE("A number is a moment only if it can be one") {
    const auto at = [](const std::string& time) {
        const Read found =
            read(R"({"conversation_id": "a", "speaker": "b", "id": "a", "text": "c", "timestamp": )" + time + "}");
        return found.pages.at(0).posts.at(0).time;
    };
    CHECK(at("1767600000").at == SecondsRange{1767600000, 1767600001});
    CHECK(at("1767600000.75").at == SecondsRange{1767600000, 1767600001});
    CHECK(at("\"1767600000\"").text == "2026-01-05T08:00:00Z");
    CHECK_FALSE(at("0").at);
    CHECK_FALSE(at("12").at);
    CHECK(at("12").text == "12");
    CHECK_FALSE(at("1e300").at);
    CHECK_FALSE(at("[]").at);
}

TEST_CASE("In Markdown, lines that begin with > are quotes, and a spoiler is none") {
    const auto body = [](const std::string& words) {
        return read(R"({"link_id": "t3_a", "parent_id": "t3_a", "id": "c", "author": "ada", "body": ")" + words + "\"}")
            .pages.at(0)
            .posts.at(0)
            .body;
    };
    const auto nested = body(R"(&gt;&gt; one\n&gt; two\n\nthree)");
    REQUIRE(nested.size() == 2);
    const Quote& outer = *nested[0].quote();
    REQUIRE(outer.body.size() == 2);
    CHECK(*outer.body[0].quote()->body.at(0).text() == "one");
    CHECK(*outer.body[1].text() == "two");
    CHECK(*nested[1].text() == "three");
    CHECK(*body(R"(>!hidden!< a > b)").at(0).text() == ">!hidden!< a > b");
    CHECK(body(std::string(10'000, '>') + " deep").size() == 1);
}

TEST_CASE("Records in records answer the ones around them") {
    const Read found =
        read(R"({"id": 1, "created_at_i": 1767600000, "type": "story", "author": "ada", "title": "T", "children": [
        {"id": 2, "children": [{"id": 3, "author": "bo", "text": "<p>a &amp; b", "children": []}]}]})");
    REQUIRE(found.pages.size() == 1);
    const auto& posts = found.pages[0].posts;
    REQUIRE(posts.size() == 3);
    CHECK(posts[1].parent_key == "1");
    CHECK(posts[2].parent_key == "2");
    CHECK(text_of(posts[2]) == "a & b");
}

TEST_CASE("Threads of one file are kept apart, and lines may stand in any order") {
    const std::string other =
        R"({"link_id": "t3_b", "parent_id": "t3_b", "id": "d", "author": "bo", "body": "x", "created_utc": 1})"
        "\n";
    const Read found = read(
        comment(R"(, "x": 1)") + other +
        R"({"id": "a", "title": "T", "selftext": "", "subreddit": "s", "author": "cy", "created_utc": 1767599999})");
    REQUIRE(found.pages.size() == 2);
    CHECK(found.pages[0].thread_key == "t3_a");
    CHECK(found.pages[0].title == "T");
    CHECK(found.pages[0].posts.at(0).author == "cy");
    CHECK(found.pages[1].posts.size() == 1);
}

TEST_CASE("A chosen profile without rules for JSON holds no posts") {
    Diagnostics flaws;
    ExtractOptions options;
    options.forum = "phpbb";
    const auto page = extract({R"({"a": 1})", "x.json", MediaType::json, {}}, profiles(), options, flaws);
    REQUIRE_FALSE(page);
    CHECK(page.error().code == ErrorCode::no_thread);
}
