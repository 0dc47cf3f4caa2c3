// Properties of the whole flow on threads whose truth is known.
#include <algorithm>
#include <catch2/catch.hpp>

#include "support/thread_writer/thread_writer.hpp"

namespace rejoinder {
namespace {

using test::Rendering;
using test::RenderingInfo;
using test::ThreadPlan;
using test::WrittenThread;

const ProfileSet& profiles() {
    static const ProfileSet set = *ProfileSet::load(REJOINDER_ROOT "/config");
    return set;
}

WrittenThread written(std::uint32_t seed, std::size_t posts, double altered = 0.1) {
    ThreadPlan plan;
    plan.seed = seed;
    plan.posts = posts;
    plan.altered = altered;
    return test::write_thread(plan);
}

std::vector<Capture> captures_of(const WrittenThread& thread, const RenderingInfo& info, bool ids,
                                 std::size_t posts_per_page = 25) {
    std::vector<Capture> captures;
    for (std::string& page : test::render(thread, info.rendering, ids, posts_per_page)) {
        Capture capture;
        capture.bytes = std::move(page);
        capture.origin = std::to_string(thread.number) + "-" + std::to_string(captures.size() + 1);
        capture.media_type = info.ending == "txt" ? MediaType::text : MediaType::html;
        captures.push_back(std::move(capture));
    }
    return captures;
}

Score score_of(const WrittenThread& thread, const RenderingInfo& info, bool ids) {
    const Analyses analyses = analyze(captures_of(thread, info, ids), profiles());
    REQUIRE(analyses.threads.size() == 1);
    const Analysis& analysis = analyses.threads.front();
    CHECK(analysis.thread.profile == info.profile);
    const Truth truth = test::truth_of(thread, info.rendering, ids);
    REQUIRE(analysis.thread.posts.size() == truth.posts.size());
    return evaluate(truth, analysis).total;
}

/// Sum over threads of several sizes.
Score score_of_all(const RenderingInfo& info, bool ids, double altered = 0.1) {
    Score sum;
    for (const std::uint32_t seed : {11U, 12U, 13U}) {
        sum += score_of(written(seed, 40 + 40 * (seed - 10), altered), info, ids);
    }
    return sum;
}

const RenderingInfo& text_rendering() {
    return test::renderings().back();
}

/// All that was concluded about who quotes what.
std::string conclusions(const Analysis& analysis) {
    std::string all;
    for (const ResolvedPost& post : analysis.resolution.posts) {
        all += post.author.name + '|' + post.text;
        for (const ResolvedQuote& quote : post.quotes) {
            all += "\n  " + quote.author + '|' + quote.text + '|';
            if (quote.source)
                all += (quote.source->kind == Ref::Kind::post ? "" : "g") + std::to_string(quote.source->index);
        }
        all += '\n';
    }
    for (const Reply& reply : analysis.resolution.replies) {
        all += std::to_string(reply.from) + '>' + std::to_string(reply.to.index) + '@' +
               std::to_string(reply.confidence) + '\n';
    }
    return all;
}

TEST_CASE("The thread writer writes the same bytes from the same seed") {
    for (const RenderingInfo& info : test::renderings()) {
        CHECK(test::render(written(5, 60), info.rendering, true) == test::render(written(5, 60), info.rendering, true));
        CHECK(test::render(written(5, 60), info.rendering, true) != test::render(written(6, 60), info.rendering, true));
    }
}

TEST_CASE("Written threads have the mess that they promise") {
    const WrittenThread thread = written(1, 400);
    std::size_t quoted = 0;
    std::size_t deleted = 0;
    for (const auto& post : thread.posts) {
        quoted += post.quoted ? 1 : 0;
        deleted += post.deleted ? 1 : 0;
    }
    CHECK(static_cast<double>(deleted) / static_cast<double>(quoted) == Approx(0.2).margin(0.08));
    const Truth truth = test::truth_of(thread, Rendering::phpbb, true);
    CHECK(truth.ghosts.size() == deleted);
    std::size_t nested = 0;
    std::size_t one_word = 0;
    for (const TruePost& post : truth.posts) {
        for (const TrueQuote& quote : post.quotes) {
            nested += quote.depth > 1 ? 1 : 0;
            one_word += quote.text.find(' ') == std::string::npos ? 1 : 0;
        }
    }
    CHECK(nested > 5);
    CHECK(one_word > 5);
}

TEST_CASE("HTML with ids gives the truth back, in every engine") {
    for (const RenderingInfo& info : test::renderings()) {
        if (info.ending == "txt") continue;
        INFO(info.profile);
        const Score score = score_of_all(info, true);
        CHECK(score.edges.f1() == 1.0);
        CHECK(score.nested.f1() == 1.0);
        CHECK(score.ghost_pairs.f1() == 1.0);
        CHECK(score.exact_threads == score.threads);
        CHECK(score.misplaced_words == 0);
    }
}

TEST_CASE("HTML without ids gives nearly all of the truth back, in every engine") {
    for (const RenderingInfo& info : test::renderings()) {
        if (info.ending == "txt") continue;
        INFO(info.profile);
        const Score score = score_of_all(info, false);
        CHECK(score.edges.f1() >= 0.99);
        CHECK(score.ghost_pairs.f1() >= 0.95);
        CHECK(score.misplaced_words == 0);
    }
}

TEST_CASE("Altered quotes are found without ids") {
    CHECK(score_of_all(test::renderings().front(), false, 1.0).edges.f1() >= 0.95);
}

// What we are after: edges F1 0.97, ghosts 0.95, boundary error 0.01, authors 0.98. The floors rise with `resolve`.
TEST_CASE("Plain text without authors gives as much of the truth back as it did") {
    const Score score = score_of_all(text_rendering(), false);
    CHECK(score.edges.f1() >= 0.95);
    CHECK(score.ghost_pairs.f1() >= 0.75);
    CHECK(static_cast<double>(score.misplaced_words) <= 0.02 * static_cast<double>(score.words));
    CHECK(static_cast<double>(score.recovered_right) >= 0.97 * static_cast<double>(score.recovered));
}

TEST_CASE("The order of pages, pages given twice and other threads beside change nothing") {
    for (const RenderingInfo& info : test::renderings()) {
        if (info.ending == "txt") continue;
        INFO(info.profile);
        const std::vector<Capture> plain = captures_of(written(21, 80), info, false, 20);
        const Analyses alone = analyze(plain, profiles());
        REQUIRE(alone.threads.size() == 1);
        REQUIRE(plain.size() > 2);
        std::vector<Capture> mixed = captures_of(written(22, 60), info, false, 20);
        mixed.insert(mixed.end(), plain.begin(), plain.end());
        mixed.push_back(plain[1]);
        std::reverse(mixed.begin(), mixed.end());
        const Analyses together = analyze(mixed, profiles());
        REQUIRE(together.threads.size() == 2);
        const bool first = together.threads.front().thread.title == alone.threads.front().thread.title;
        CHECK(conclusions(together.threads[first ? 0 : 1]) == conclusions(alone.threads.front()));
    }
}

TEST_CASE("How many posts a page shows changes nothing") {
    const WrittenThread thread = written(23, 90);
    for (const RenderingInfo& info : test::renderings()) {
        if (info.ending == "txt") continue;
        INFO(info.profile);
        const Analyses one = analyze(captures_of(thread, info, false, 1000), profiles());
        const Analyses many = analyze(captures_of(thread, info, false, 15), profiles());
        REQUIRE(many.threads.size() == 1);
        CHECK(conclusions(one.threads.front()) == conclusions(many.threads.front()));
    }
}

}  // namespace
}  // namespace rejoinder
