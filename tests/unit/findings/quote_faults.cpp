#include "findings/quote_faults.hpp"

#include <catch2/catch.hpp>

#include "rejoinder/resolve.hpp"
#include "support/threads.hpp"
#include "unit/measure/sample.hpp"

using namespace rejoinder;
using namespace rejoinder::detail;
using namespace rejoinder::test;

namespace {

constexpr const char* said = "The old bridge over the river was closed for repairs in the spring of last year.";

std::vector<AlteredQuote> faults_of(const Thread& thread) {
    const Resolution resolution = resolve(thread);
    const Measures measures = measure(thread, resolution);
    return find_quote_faults(thread, resolution, measures, writers_of(measures, resolution));
}

/// Ann's post, and Bo's that quotes it in these words under that name.
Thread quoted(const std::string& words, const std::string& name = "Ann", const std::string& key = {}) {
    return thread({post("Ann", {text(said)}, "1"), post("Cid", {text("I walk there every day of the week.")}, "2"),
                   post("Bo", {quote(name, words, key), text("So it was.")}, "3")});
}

PrintedTime at(std::int64_t moment) {
    PrintedTime time;
    time.text = "then";
    time.at = SecondsRange{moment, moment + 1};
    return time;
}

}  // namespace

TEST_CASE("A faithful quote has no fault, whole or in part") {
    CHECK(faults_of(quoted(said)).empty());
    CHECK(faults_of(quoted("was closed for repairs in the spring")).empty());
    CHECK(faults_of(Thread{}).empty());
}

TEST_CASE("A quote with changed words is altered") {
    const auto faults =
        faults_of(quoted("The old bridge over the river was never closed for repairs in the spring of this year."));
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].post == 2);
    CHECK(faults[0].quote == 0);
    CHECK(faults[0].fault == QuoteFault::altered);
}

TEST_CASE("A quote that names a post by its id and holds none of its words is altered") {
    const auto faults = faults_of(quoted("Nobody ever repaired anything here, says the mayor.", "Ann", "1"));
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].fault == QuoteFault::altered);
    CHECK(faults_of(quoted("image.png", "Ann", "1")).empty());  // too few words to say so
}

TEST_CASE("Words that an earlier text of the source holds were edited away since") {
    Thread edited =
        quoted("The new bridge over the lake was closed for repairs in the spring of last year.", "Ann", "1");
    EarlierText earlier;
    earlier.body = {text("The new bridge over the lake was closed for repairs in the spring of last year.")};
    edited.posts[0].earlier_texts = {earlier};
    const auto faults = faults_of(edited);
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].fault == QuoteFault::edited_since);
    CHECK(faults[0].earlier_text == 0);
}

TEST_CASE("An edit note that is later than the quote tells of an edit since, an earlier one does not") {
    Thread edited =
        quoted("The new bridge over the lake was closed for repairs in the spring of last year.", "Ann", "1");
    for (std::size_t i = 0; i < 3; ++i) edited.posts[i].time = at(1'000 + 1'000 * static_cast<std::int64_t>(i));
    edited.posts[0].edit = EditNote{"Edited", "Ann", at(9'000), ""};
    const auto later = faults_of(edited);
    REQUIRE(later.size() == 1);
    CHECK(later[0].fault == QuoteFault::edited_since);
    CHECK_FALSE(later[0].earlier_text);
    edited.posts[0].edit->time = at(2'000);
    const auto sooner = faults_of(edited);
    REQUIRE(sooner.size() == 1);
    CHECK(sooner[0].fault == QuoteFault::altered);
}

TEST_CASE("Words under the name of another participant have the wrong name") {
    const auto faults = faults_of(quoted(said, "Cid"));
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].fault == QuoteFault::wrong_name);
}

TEST_CASE("A name that nobody in the thread bears, another spelling, or one account's second name says nothing") {
    CHECK(faults_of(quoted(said, "ann_of_the_bridge")).empty());
    CHECK(faults_of(quoted(said, "ANN")).empty());
    Thread renamed = quoted(said, "Cid");
    renamed.posts[0].author_id = "7";
    Quote one = *renamed.posts[2].body[0].quote();
    one.author_id = "7";
    renamed.posts[2].body[0] = {one};
    CHECK(faults_of(renamed).empty());
}

TEST_CASE("Where the person named had quoted those words, the header of the inner quote was cut") {
    Thread nested = quoted(said, "Cid");
    nested.posts[1].body.insert(nested.posts[1].body.begin(), quote("Ann", said));
    const auto faults = faults_of(nested);
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].fault == QuoteFault::lost_header);
    CHECK(faults[0].words_of == post_ref(0));
}

TEST_CASE("A quote of a post by its id that also holds what that post quotes has lost a header") {
    const std::string own = "I walk there every day of the week.";
    Thread nested = thread({post("Ann", {text(said)}, "1"), post("Cid", {quote("Ann", said, "1"), text(own)}, "2"),
                            post("Bo", {quote("Cid", std::string(said) + "\n\n" + own, "2"), text("So do I.")}, "3")});
    const auto faults = faults_of(nested);
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].fault == QuoteFault::lost_header);
    CHECK(faults[0].words_of == post_ref(0));
}
