#include <catch2/catch.hpp>

#include "unit/evaluate/sample.hpp"

namespace rejoinder {
namespace {

using test::analysis_of;
using test::sample_thread;
using test::sample_truth;

TEST_CASE("A thread that is resolved as it was has full scores") {
    const Score score = evaluate(sample_truth(), analysis_of(sample_thread())).total;
    CHECK(score.edges.right == 4);
    CHECK(score.edges.f1() == 1.0);
    CHECK(score.edges_to_posts.right == 2);
    CHECK(score.edges_to_ghosts.right == 2);
    CHECK(score.ghost_pairs.right == 1);
    CHECK(score.exact_threads == 1);
    CHECK(score.misplaced_words == 0);
    CHECK(score.unnamed_posts == 0);
}

TEST_CASE("A wrong source is a wrong edge and a missed one, and is told as such") {
    Truth truth = sample_truth();
    truth.posts[4].quotes[0].source = test::post_source(0);
    const Evaluation evaluation = evaluate(truth, analysis_of(sample_thread()));
    CHECK(evaluation.total.edges.right == 3);
    CHECK(evaluation.total.edges.wrong == 1);
    CHECK(evaluation.total.edges.missed == 1);
    CHECK(evaluation.total.exact_threads == 0);
    REQUIRE(evaluation.misses.size() == 2);
    CHECK(evaluation.misses[0].got == "2");
    CHECK(evaluation.misses[1].expected == "1");
    CHECK(evaluation.misses[1].post == 5);
}

TEST_CASE("A quote of unknown source is neither right nor wrong") {
    Truth truth = sample_truth();
    truth.posts[4].quotes[0].source = {};
    const Score score = evaluate(truth, analysis_of(sample_thread())).total;
    CHECK(score.edges.right == 3);
    CHECK(score.edges.wrong == 0);
    CHECK(score.edges.missed == 0);
    CHECK(score.unknown_edges == 1);
    CHECK(score.exact_threads == 1);
}

TEST_CASE("One ghost for two absent posts costs a pair, and one of the edges") {
    Truth truth = sample_truth();
    truth.ghosts.push_back({"g2", "Eve"});
    truth.posts[3].quotes[0].source = test::ghost_source(1);
    const Score score = evaluate(truth, analysis_of(sample_thread())).total;
    CHECK(score.ghost_pairs.right == 0);
    CHECK(score.ghost_pairs.wrong == 1);
    CHECK(score.edges_to_ghosts.right == 1);
    CHECK(score.edges_to_ghosts.wrong == 1);
}

TEST_CASE("Two ghosts for one absent post cost a pair, and one of the edges") {
    Analysis analysis = analysis_of(sample_thread());
    analysis.resolution.ghosts.push_back(analysis.resolution.ghosts[0]);
    analysis.resolution.posts[3].quotes[0].source = ghost_ref(1);
    const Score score = evaluate(sample_truth(), analysis).total;
    CHECK(score.ghost_pairs.missed == 1);
    CHECK(score.edges_to_ghosts.right == 1);
    CHECK(score.edges_to_ghosts.wrong == 1);
    CHECK(score.edges_to_ghosts.missed == 1);
}

TEST_CASE("Own words in a quote and quoted words outside count as misplaced") {
    Analysis analysis = analysis_of(sample_thread());
    analysis.resolution.posts[1].text = "last year Red was better";  // two quoted words too many, two own ones too few
    const Score score = evaluate(sample_truth(), analysis).total;
    CHECK(score.misplaced_words == 4);
    CHECK(score.words == 11 + (5 + 8) + (4 + 11) + (6 + 11) + (3 + 5));
}

TEST_CASE("Only authors that no page prints count as recovered") {
    Analysis analysis = analysis_of(sample_thread());
    analysis.resolution.posts[0].author = {"Ada", NameSource::inferred, {}, {}};
    analysis.resolution.posts[1].author = {"Bess", NameSource::inferred, {}, {}};
    analysis.resolution.posts[2].author = {};
    const Score score = evaluate(sample_truth(), analysis).total;
    CHECK(score.unnamed_posts == 3);
    CHECK(score.recovered == 2);
    CHECK(score.recovered_right == 1);
}

TEST_CASE("Edges stand in the tenth of their confidence and under their strongest evidence") {
    Analysis analysis = analysis_of(sample_thread());
    for (Reply& reply : analysis.resolution.replies) reply.confidence = 0.25;
    const Score score = evaluate(sample_truth(), analysis).total;
    CHECK(score.by_confidence[2].edges == 4);
    CHECK(score.by_confidence[2].right == 4);
    CHECK(score.by_confidence[2].confidence == Approx(1.0));
    CHECK(score.by_evidence.at(EvidenceKind::quoted_text).edges == 2);
    CHECK(score.by_evidence.at(EvidenceKind::shared_quote).edges == 2);
}

TEST_CASE("A post that the pages do not show is missed with all its edges") {
    Thread thread = sample_thread();
    thread.posts.pop_back();
    const Score score = evaluate(sample_truth(), analysis_of(std::move(thread))).total;
    CHECK(score.edges.missed == 1);
    CHECK(score.edges.wrong == 0);
}

TEST_CASE("Posts with keys are told by them, wherever they stand") {
    Thread thread = sample_thread();
    Truth truth = sample_truth();
    for (std::size_t i = 0; i < truth.posts.size(); ++i) {
        thread.posts[i].key = truth.posts[i].key = std::to_string(70 + i);
    }
    truth.posts.erase(truth.posts.begin());
    for (TruePost& post : truth.posts) {
        for (TrueQuote& quote : post.quotes) quote.source.index -= quote.source.kind == TrueSource::Kind::post ? 1 : 0;
    }
    truth.posts[0].quotes[0].source = {};
    const Score score = evaluate(truth, analysis_of(std::move(thread))).total;
    CHECK(score.edges.right == 3);
    CHECK(score.edges.wrong + score.edges.missed == 0);
}

TEST_CASE("Scores of threads add up, by engine and by kind") {
    Evaluation sum = evaluate(sample_truth(), analysis_of(sample_thread()));
    sum += evaluate(sample_truth(), analysis_of(sample_thread()));
    CHECK(sum.total.threads == 2);
    CHECK(sum.total.edges.right == 8);
    CHECK(sum.by_engine.at("Testboard").edges.right == 8);
    CHECK(sum.by_kind.at("sample").ghost_pairs.right == 2);
}

TEST_CASE("F1 is the harmonic mean of precision and recall, and full where there is nothing to find") {
    const Tally tally{6, 2, 4};
    CHECK(tally.precision() == Approx(0.75));
    CHECK(tally.recall() == Approx(0.6));
    CHECK(tally.f1() == Approx(2 * 0.75 * 0.6 / (0.75 + 0.6)));
    CHECK(Tally{}.f1() == 1.0);
}

}  // namespace
}  // namespace rejoinder
