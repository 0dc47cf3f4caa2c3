// Parents guessed by nearness, only where it is asked for.
#include "resolve/adjacency.hpp"

#include <catch2/catch.hpp>
#include <numeric>

#include "rejoinder/resolve.hpp"
#include "support/threads.hpp"

using namespace rejoinder;
using test::post;
using test::quote;
using test::text;

namespace {

const std::string swifts = "The swifts came back on Tuesday, three days before the dates in my grandfather's book.";
const std::string tower = "Nobody has wound the tower clock since the sexton moved away, so the bell is silent.";

Thread chat() {
    return test::thread({post("Ann", {text(swifts)}), post("Bob", {text(tower)}),
                         post("Cy", {text("Does the book of your grandfather say when swifts came in other years?")}),
                         post("Dee", {quote("Bob", tower), text("He left the key with me.")})});
}

Resolution guessed(const Thread& thread) {
    ResolveOptions options;
    options.adjacency = true;
    return resolve(thread, options);
}

}  // namespace

TEST_CASE("Without being asked nobody's parent is guessed") {
    CHECK(resolve(chat()).replies.size() == 1);
}

TEST_CASE("A post that shows nothing of whom it answers gets the likeliest parent, and the others keep theirs") {
    const Resolution r = guessed(chat());
    REQUIRE(r.replies.size() == 3);
    CHECK(r.replies[0].from == 1);
    CHECK(r.replies[1].from == 2);
    CHECK(r.replies[1].to == post_ref(0));  // the words in common outweigh the post between
    CHECK(r.replies[1].evidence == std::vector<Evidence>{{EvidenceKind::adjacency, 0, 0}});
    CHECK(r.replies[1].primary);
    CHECK(r.replies[1].confidence > 0);
    CHECK(r.replies[1].confidence < 0.999);
    CHECK(r.replies[2].evidence.front().kind == EvidenceKind::quoted_text);
}

TEST_CASE("Chances of candidates sum to 1, those too far away included") {
    std::vector<Post> posts;
    for (int i = 0; i < 60; ++i) posts.push_back(post("Ann", {text(i % 2 == 0 ? swifts : tower)}));
    const Resolution r = resolve(test::thread(posts));
    const std::vector<Nearness> candidates = NearnessFinder(r.posts, r.replies).of(50);
    REQUIRE(candidates.size() == adjacent_posts + 2);
    const std::vector<double> all = chances(candidates);
    CHECK(std::accumulate(all.begin(), all.end(), 0.0) == Approx(1.0));
    CHECK(candidates.front().distance == 1);
    CHECK(candidates.back().farther == 1);
}
