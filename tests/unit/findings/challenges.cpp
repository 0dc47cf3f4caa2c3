#include "findings/challenges.hpp"

#include <catch2/catch.hpp>

#include "unit/findings/phrases.hpp"
#include "unit/measure/sample.hpp"

using namespace rejoinder;
using namespace rejoinder::detail;
using namespace rejoinder::test;

namespace {

PhraseBooks english() {
    auto book = std::make_shared<PhraseBook>();
    for (const Word& word : split_words("you your")) book->second_person.push_back({word.hash});
    return {book};
}

std::vector<UnansweredChallenge> unanswered(const Sample& sample, const PhraseBooks& books = english()) {
    const Measures measures = sample.measures();
    return find_unanswered(sample.resolution, measures, writers_of(measures, sample.resolution),
                           post_times(sample.resolution.timeline), books);
}

/// Bo claims, Ann asks Bo, and Bo answers Cid afterwards.
Sample dodge(const std::string& question) {
    Sample sample;
    sample.post("Bo", "The bridge is new.");
    sample.reply(sample.post("Ann", question), post_ref(0));
    sample.reply(sample.post("Cid", "No."), post_ref(0));
    sample.reply(sample.post("Bo", "Yes."), post_ref(2));
    return sample;
}

}  // namespace

TEST_CASE("A question to somebody who posted later and answered others is unanswered") {
    const auto found = unanswered(dodge("I doubt it. Where did you read that? Tell us."));
    REQUIRE(found.size() == 1);
    CHECK(found[0].post == 1);
    CHECK(found[0].to == post_ref(0));
    CHECK(found[0].question == "Where did you read that?");
    CHECK(found[0].later_posts == 1);
    CHECK_FALSE(found[0].by_name);
}

TEST_CASE("A question may call by name, and must speak to the person where the language's words are known") {
    const auto found = unanswered(dodge("Where is that written, Bo?"));
    REQUIRE(found.size() == 1);
    CHECK(found[0].by_name);
    CHECK(unanswered(dodge("Who knows?")).empty());
    CHECK(unanswered(dodge("Who knows?"), {}).size() == 1);
    CHECK(unanswered(dodge("You should read. Who knows?")).empty());
    CHECK(unanswered(dodge("You know that.")).empty());
}

TEST_CASE("An answer to the question, or to a later post of the asker, is an answer") {
    Sample sample = dodge("Where did you read that?");
    sample.reply(sample.post("Bo", "In a book."), post_ref(1));
    CHECK(unanswered(sample).empty());

    Sample later = dodge("Where did you read that?");
    later.reply(later.post("Ann", "Well."), post_ref(3));
    later.reply(later.post("Bo", "In a book."), post_ref(4));
    CHECK(unanswered(later).empty());
}

TEST_CASE("Nothing is claimed of somebody who did not post again") {
    Sample sample = dodge("Where did you read that?");
    sample.resolution.posts[3].author = {};
    CHECK(unanswered(sample).empty());
}

TEST_CASE("A post near below that answers nobody known may be the answer") {
    Sample sample = dodge("Where did you read that?");
    sample.post("Bo", "In a book.");
    CHECK(unanswered(sample).empty());

    Sample far = dodge("Where did you read that?");
    for (int i = 0; i < 10; ++i) far.post("Cid");
    far.post("Bo", "Good night.");
    CHECK(unanswered(far).size() == 1);
}

TEST_CASE("Doubtful answers ask nobody, and where only the tree tells and times are unknown nothing is later") {
    Sample sample = dodge("Where did you read that?");
    sample.resolution.replies[0].confidence = 0.7;
    CHECK(unanswered(sample).empty());
    Sample tree = dodge("Where did you read that?");
    tree.resolution.replies[0].evidence = {{EvidenceKind::parent_id, 0, 0}};
    CHECK(unanswered(tree).empty());
    for (std::size_t i = 0; i < 4; ++i) tree.resolution.timeline.posts[i] = {10, 10};
    tree.resolution.timeline.posts[3] = {5, 5};
    CHECK(unanswered(tree).empty());
    tree.resolution.timeline.posts[3] = {15, 15};
    CHECK(unanswered(tree).size() == 1);
}

TEST_CASE("Threads without replies or people ask nothing") {
    CHECK(unanswered(Sample{}).empty());
    Sample alone;
    alone.post("Ann", "Where did you read that?");
    alone.reply(alone.post("Ann", "Where did you read that?"), post_ref(0));
    CHECK(unanswered(alone).empty());
}
