// What makes a reply more or less sure.
#include "resolve/confidence.hpp"

#include <catch2/catch.hpp>

#include "support/threads.hpp"

using namespace rejoinder;
using test::post;
using test::quote;
using test::text;

namespace {

const std::string swifts = "The swifts came back on Tuesday, three days before the dates in my grandfather's book.";
const std::string tower = "Nobody has wound the tower clock since the sexton moved away, so the bell is silent.";

ReplyFacts long_quote() {
    ReplyFacts facts;
    facts.words = 20;
    facts.share = 1;
    facts.known_end = 1;
    facts.distance = 2;
    return facts;
}

}  // namespace

TEST_CASE(
    "A long quote that stands in one post is nearly certain; rivals, altered words and another writer make it less "
    "so") {
    const double sure = confidence_of(long_quote());
    CHECK(sure > 0.98);
    CHECK(sure <= 0.999);
    ReplyFacts rival = long_quote();
    rival.rivals = 1;
    rival.rival_agreement = 1;
    CHECK(confidence_of(rival) < sure);
    ReplyFacts altered = long_quote();
    altered.share = 0.6;
    CHECK(confidence_of(altered) < sure);
    ReplyFacts other = long_quote();
    other.same_name = -1;
    CHECK(confidence_of(other) < sure);
}

TEST_CASE("A ghost is less sure where a post holds part of its words, and surer where others quote it") {
    ReplyFacts facts = long_quote();
    facts.to_ghost = true;
    facts.quoters = 1;
    facts.lost = 0.1;
    const double alone = confidence_of(facts);
    facts.quoters = 3;
    CHECK(confidence_of(facts) > alone);
    facts.rival_agreement = 0.5;
    CHECK(confidence_of(facts) < alone);
}

TEST_CASE("A forum's id is nearly certain, whatever else is known") {
    ReplyFacts facts;
    facts.by_id = true;
    CHECK(confidence_of(facts) == 0.99);
}

TEST_CASE("The facts of a reply are those of its quotes") {
    const Thread thread = test::thread({post("Ann", {text(swifts)}), post("Bob", {text(tower)}),
                                        post("Cy", {quote("Ann", swifts), text("Early."),
                                                    quote("Eve", "gone words that stand nowhere here"), text("So?")})});
    const Resolution r = resolve(thread);
    const FactsFinder finder(thread, r.posts, r.ghosts);
    const std::vector<std::uint32_t> first{0}, second{1};
    const ReplyFacts known = finder.of(2, post_ref(0), first);
    CHECK(known.same_name == 1);
    CHECK(known.share == 1);
    CHECK(known.distance == 2);
    CHECK_FALSE(known.to_ghost);
    const ReplyFacts lost = finder.of(2, ghost_ref(0), second);
    CHECK(lost.to_ghost);
    CHECK(lost.lost == Approx(0.5));
    CHECK(lost.quoters == 1);
    CHECK(lost.present == 0);
}
