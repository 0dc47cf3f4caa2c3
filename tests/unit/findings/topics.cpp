#include "findings/topics.hpp"

#include <catch2/catch.hpp>

#include "support/threads.hpp"

using namespace rejoinder;
using test::post;
using test::text;

namespace {

/// Forty posts, of which those from `change` on speak of something else. All have words of their own.
Topics topics_of(std::size_t change) {
    std::vector<Post> posts;
    for (std::size_t n = 0; n < 40; ++n) {
        const std::string own = "word" + std::string(1, static_cast<char>('a' + n % 26)) + " ";
        posts.push_back(post(n % 2 == 0 ? "Ann" : "Bob", {text(own + (n < change ? "kettle copper vinegar boiling"
                                                                                 : "engine gearbox clutch diesel"))}));
    }
    const Thread thread = test::thread(std::move(posts));
    const Resolution resolution = resolve(thread);
    return detail::find_topics(resolution, detail::terms_of_posts(thread, resolution, {}, {}));
}

}  // namespace

TEST_CASE("A thread drifts if its last third is far from its opening in words") {
    CHECK(topics_of(20).drifts);
    CHECK_FALSE(topics_of(40).drifts);
    const Topics topics = topics_of(20);
    REQUIRE(topics.course.size() == 10);
    CHECK(topics.course.front().first == 4);
    CHECK(topics.course.back().last == 39);
    CHECK(topics.course.front().similarity > topics.course.back().similarity);
}

TEST_CASE("A short thread says nothing of its topics") {
    const Thread thread = test::thread({post("Ann", {text("kettle")}), post("Bob", {text("engine")})});
    const Resolution resolution = resolve(thread);
    const Topics topics = detail::find_topics(resolution, detail::terms_of_posts(thread, resolution, {}, {}));
    CHECK(topics.course.empty());
    CHECK_FALSE(topics.drifts);
}

TEST_CASE("The terms of some posts are those that the others use less") {
    const Thread thread =
        test::thread({post("Ann", {text("kettle copper kettle")}), post("Bob", {text("kettle copper")}),
                      post("Ann", {text("engine copper")}), post("Bob", {text("engine copper")})});
    const Resolution resolution = resolve(thread);
    const detail::PostTerms terms = detail::terms_of_posts(thread, resolution, {}, {});
    CHECK(detail::terms_apart(terms, {0, 1}) == std::vector<std::string>{"kettle"});
    CHECK(detail::terms_apart(terms, {2, 3}) == std::vector<std::string>{"engine"});
}
