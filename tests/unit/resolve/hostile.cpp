// Threads made to cost more than their size. Nothing here is timed: where a search went over all pairs, or back over
// what repeats, these sizes would take hours.
#include <catch2/catch.hpp>
#include <string>

#include "rejoinder/resolve.hpp"
#include "resolve/alignment.hpp"
#include "resolve/fingerprints.hpp"
#include "support/threads.hpp"

using namespace rejoinder;
using test::header;
using test::post;
using test::quote;
using test::text;
using test::thread;

namespace {

std::string repeated(const std::string& words, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i) all += words;
    return all;
}

/// Twelve words that stand in no other text of the same kind.
std::string own_words(std::size_t n) {
    std::string words;
    for (int i = 0; i < 12; ++i) words += "w" + std::to_string(n * 12 + static_cast<std::size_t>(i)) + " ";
    return words;
}

}  // namespace

TEST_CASE("A sequence in thousands of texts votes for eight of them") {
    FingerprintIndex index;
    const std::vector<std::uint32_t> words{1, 2, 3, 4, 5, 6};
    for (std::uint32_t n = 0; n < 5000; ++n) index.add(n, words);
    index.build();
    CHECK(index.find(words, 4000, false, 100).size() == 8);
    CHECK(index.find(words, 4000, true, 100).size() == 16);
}

TEST_CASE("Copies of one post: a quote is of the nearest one above it") {
    std::vector<Post> posts;
    for (int i = 0; i < 20'000; ++i) posts.push_back(post("Ann", {text("the very same seven words once more")}));
    posts.push_back(post("Bob", {quote("Ann", "the very same seven words once more"), text("So you say.")}));
    const Resolution resolution = resolve(thread(std::move(posts)));
    REQUIRE(resolution.replies.size() == 1);
    CHECK(resolution.replies.front().to == post_ref(19'999));
}

TEST_CASE("A word that thousands quote is looked for near by") {
    std::vector<Post> posts{post("Ann", {text("yes we did")})};
    for (int i = 0; i < 20'000; ++i) posts.push_back(post("Bob", {quote("Ann", "nowhere"), text("what")}));
    const Resolution resolution = resolve(thread(std::move(posts)));
    REQUIRE(resolution.ghosts.size() == 1);
    CHECK(resolution.ghosts.front().quoted_by.size() == 20'000);
}

TEST_CASE("A quote nested thousands deep is taken apart level by level") {
    Block nested = quote("Ann", own_words(0));
    for (std::size_t level = 1; level < 5000; ++level) {
        Quote around;
        around.author = "Bob";
        around.body.push_back(std::move(nested));
        around.body.push_back(text(own_words(level)));
        nested = {std::move(around)};
    }
    std::vector<Post> posts{post("Ann", {text(own_words(0))}), post("Cid", {})};
    posts.back().body.push_back(std::move(nested));
    const Resolution resolution = resolve(thread(std::move(posts)));
    REQUIRE(resolution.posts[1].quotes.size() == 5000);
    CHECK(resolution.posts[1].quotes.back().source == post_ref(0));
}

TEST_CASE("Every post quotes every post before it") {
    std::vector<Post> posts;
    for (std::size_t i = 0; i < 150; ++i) {
        std::vector<Block> body;
        for (std::size_t source = 0; source < i; ++source) body.push_back(quote("Ann", own_words(source)));
        body.push_back(text(own_words(i)));
        posts.push_back(post("Ann", std::move(body)));
    }
    CHECK(resolve(thread(std::move(posts))).replies.size() == 150 * 149 / 2);
}

TEST_CASE("A text that repeats one word is searched without going back") {
    const std::vector<std::uint32_t> same(1'000'000, 7);
    std::vector<std::uint32_t> needle(500'000, 7);
    needle.front() = 8;
    CHECK(find_run(needle, same) == same.size());
    needle.front() = 7;
    CHECK(find_run(needle, same) == 0);
    needle.back() = 8;
    CHECK(find_run(needle, same) == same.size());
    CHECK(borders(std::vector<std::uint32_t>{1, 2, 1, 2, 3}) == std::vector<std::uint32_t>{0, 0, 1, 2, 0});
}

TEST_CASE("Quotes of a ghost that repeat one word are merged without going back") {
    const std::string ha = repeated("ha ", 15'000);
    std::vector<Post> posts{post("Ann", {quote("Gone", own_words(1) + ha), text("a")}),
                            post("Bob", {quote("Gone", ha + repeated("ho ", 40'000)), text("b")})};
    for (Post& one : posts) std::get<Quote>(one.body.front().content).time.at = SecondsRange{1'000'000, 1'000'001};
    const Resolution resolution = resolve(thread(std::move(posts)));
    REQUIRE(resolution.ghosts.size() == 1);
    CHECK(resolution.ghosts.front().words == 55'000);  // too long to take a further excerpt
}

TEST_CASE("A ghost takes excerpts up to its limit and counts the others") {
    std::vector<Post> posts;
    for (std::size_t i = 0; i < 4000; ++i) {
        posts.push_back(post("Ann", {quote("Gone", own_words(i)), text("hm")}));
        auto& time = std::get<Quote>(posts.back().body.front().content).time;
        time.at = SecondsRange{1'000'000, 1'000'001};
    }
    const Resolution resolution = resolve(thread(std::move(posts)));
    REQUIRE(resolution.ghosts.size() == 1);
    CHECK(resolution.ghosts.front().quoted_by.size() == 4000);
    CHECK(resolution.ghosts.front().words > 16'384);
    CHECK(resolution.ghosts.front().words <= 16'384 + 12);
}

TEST_CASE("Thousands of quotes of one person without an end are one post's blocks") {
    std::vector<Block> body;
    for (std::size_t i = 0; i < 20'000; ++i) {
        body.push_back(header("Ann"));
        body.push_back(text("word " + std::to_string(i)));
    }
    const Resolution resolution = resolve(thread({post("Ann", {text("first")}), post("Bob", std::move(body))}));
    CHECK(resolution.posts[1].quotes.size() == 20'000);
}

TEST_CASE("Thousands of headers above one another are a quote nested as deep") {
    std::vector<Block> body;
    for (std::size_t i = 0; i < 20'000; ++i) body.push_back(header("Ann"));
    body.push_back(text(own_words(0)));
    const Resolution resolution =
        resolve(thread({post("Ann", {header("Ann"), text(own_words(0))}), post("Bob", std::move(body))}));
    REQUIRE(resolution.posts[1].quotes.size() == 20'000);
    CHECK(resolution.posts[1].quotes.back().depth == 20'000);
}

TEST_CASE("Thousands of pieces that are found nowhere are held against a few others each") {
    std::vector<Block> body{quote("Ann", own_words(0))};
    for (std::size_t i = 0; i < 20'000; ++i) body.push_back(quote("Ann", "nowhere"));
    for (Block& piece : body) std::get<Quote>(piece.content).time.text = "1 hour ago";
    const Resolution resolution = resolve(thread({post("", {text(own_words(0))}), post("Bob", std::move(body))}));
    CHECK(resolution.posts[1].quotes[50].source == post_ref(0));
}
