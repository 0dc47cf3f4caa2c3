#include <catch2/catch.hpp>

#include "rejoinder/report.hpp"

using namespace rejoinder;

TEST_CASE("A post as text is author, printed time, an empty line, and the body with its quotes in place") {
    Quote quote;
    quote.author = "Mia";
    quote.body.push_back({std::string("Cats.")});
    Post post;
    post.author = "Ann";
    post.time.text = "March 18";
    post.body.push_back({quote});
    post.body.push_back({std::string("Dogs.\n  and more\n\nEnd.")});
    CHECK(post_text(post) == "Ann\nMarch 18\n\nMia:\n\nCats.\n\nDogs.\n  and more\n\nEnd.\n");
}

TEST_CASE("What the page does not print has no line in a post's text") {
    Post post;
    post.body.push_back({std::string("Words.")});
    CHECK(post_text(post) == "Words.\n");
    post.author = "Ann";
    CHECK(post_text(post) == "Ann\n\nWords.\n");
}

TEST_CASE("Control characters of a page do not reach a terminal") {
    Post post;
    post.body.push_back({std::string("a\x1b[31mb\xE2\x80\xAE\tc")});
    CHECK(post_text(post) == "a[31mb\tc\n");
}
