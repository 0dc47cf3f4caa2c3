#include <catch2/catch.hpp>

#include "rejoinder/report.hpp"

using namespace rejoinder;

namespace {

Page page_of(Post post) {
    Page page;
    page.origin = "pets.html";
    page.title = "Cats or dogs";
    page.thread_key = "77";
    page.number = 2;
    page.posts.push_back(std::move(post));
    return page;
}

std::string line_of(const Page& page) {
    return post_json_line(page, page.posts[0], 1);
}

}  // namespace

TEST_CASE("A post is one line of JSON with its thread's title and key") {
    Post post;
    post.body.push_back({std::string("two\n\nparagraphs")});
    const std::string line = line_of(page_of(post));
    CHECK(line.find('\n') == line.size() - 1);
    CHECK(line.starts_with(R"({"thread":{"title":"Cats or dogs","key":"77",)"));
    CHECK(
        line.find(R"("page":2,"pages":null,"captured":null,"origin":"pets.html"},"number_on_page":1,"kind":"post")") !=
        std::string::npos);
    CHECK(line.find(R"("body":[{"text":"two\n\nparagraphs"}])") != std::string::npos);
}

TEST_CASE("What the page does not print is null in a post's line") {
    const std::string line = line_of(page_of(Post{}));
    CHECK(line.find(R"("key":null,"parent_key":null,"author":null,"author_id":null)") != std::string::npos);
    CHECK(line.find(R"("time":{"printed":null,"utc":null,"utc_before":null,"age":null})") != std::string::npos);
    CHECK(line.find(R"("edit":null,"acts":[],"line":null,"parent_line":null,"flaws":[])") != std::string::npos);
}

TEST_CASE("Quotes within quotes nest in a post's line") {
    Quote inner;
    inner.author = "Mia";
    inner.body.push_back({std::string("inner")});
    Quote outer;
    outer.source_key = "12";
    outer.body.push_back({inner});
    outer.body.push_back({std::string("outer")});
    Post post;
    post.body.push_back({outer});
    const std::string line = line_of(page_of(post));
    CHECK(line.find(R"("source_key":"12")") != std::string::npos);
    CHECK(line.find(R"("body":[{"quote":{"author":"Mia")") != std::string::npos);
    CHECK(line.find(R"("body":[{"text":"inner"}]}},{"text":"outer"}])") != std::string::npos);
}

TEST_CASE("A post's line names its links with their targets") {
    Post post;
    post.links = {{"the manual", "https://example.org/x"}, {"", "pic.png"}};
    CHECK(line_of(page_of(post))
              .find(R"("links":[{"text":"the manual","url":"https://example.org/x"},{"text":null,"url":"pic.png"}])") !=
          std::string::npos);
}

TEST_CASE("An absolute time is given in UTC beside what is printed") {
    Post post;
    post.time.text = "March 18";
    post.time.at = SecondsRange{1742287930, 1742287931};
    const std::string time =
        R"("time":{"printed":"March 18","utc":"2025-03-18T08:52:10Z","utc_before":"2025-03-18T08:52:11Z","age":null})";
    CHECK(line_of(page_of(post)).find(time) != std::string::npos);
}
