#include <catch2/catch.hpp>
#include <cmath>

#include "unit/measure/sample.hpp"

using namespace rejoinder;
using namespace rejoinder::test;

namespace {

/// Posts 1 to n by "a", "b", … where each post answers the one given (0: nobody), 1-based.
Sample tree(std::initializer_list<std::uint32_t> parents) {
    Sample sample;
    std::uint32_t post = 0;
    for (const std::uint32_t parent : parents) {
        sample.post(std::string(1, static_cast<char>('a' + post)));
        if (parent > 0) sample.reply(post, post_ref(parent - 1));
        ++post;
    }
    return sample;
}

/// Threads on which a careless formula divides by nothing.
std::vector<std::pair<std::string, Sample>> odd_samples() {
    Sample ghosts;
    ghosts.ghost("Ann", {});
    ghosts.ghost("", {});
    Sample quoting;
    quoting.post();
    quoting.ghost("Ann", {0});
    quoting.reply(0, ghost_ref(0));
    quoting.quote(0, ghost_ref(0));
    Sample alone;  // all posts by one person
    for (int post = 0; post < 3; ++post) alone.post("Ann");
    alone.reply(1, post_ref(0));
    alone.reply(2, post_ref(1));
    Sample circle;  // a answers b, b answers c, c answers a
    for (const char* writer : {"a", "b", "c", "a", "b", "c"}) circle.post(writer);
    circle.reply(3, post_ref(1));
    circle.reply(4, post_ref(2));
    circle.reply(5, post_ref(0));
    Sample doubtful = circle;
    for (Reply& reply : doubtful.resolution.replies) reply.confidence = 0.5;
    Sample nameless;
    for (int post = 0; post < 3; ++post) nameless.post();
    nameless.reply(1, post_ref(0));
    Sample pingback;
    pingback.post("Other blog");
    pingback.thread.posts[0].kind = PostKind::pingback;
    return {{"empty", {}},
            {"one post", tree({0})},
            {"no edges", tree({0, 0})},
            {"a pair", tree({0, 1})},
            {"Thai visa", thai_visa_thread()},
            {"only ghosts", ghosts},
            {"only a ghost is quoted", quoting},
            {"one person", alone},
            {"circle", circle},
            {"all doubtful", doubtful},
            {"nobody known", nameless},
            {"a pingback", pingback}};
}

std::vector<MeasureValue> all_values(const Measures& measures) {
    std::vector<MeasureValue> all = measures.thread;
    const auto add = [&](const std::vector<MeasureValue>& values) {
        all.insert(all.end(), values.begin(), values.end());
    };
    for (const auto& values : measures.posts) add(values);
    for (const Person& person : measures.people) add(person.measures);
    for (const DegreeDistribution& one : measures.degrees) add(one.measures);
    return all;
}

}  // namespace

TEST_CASE("The Thai-visa thread has the measures that its truth implies") {
    const Measures measures = thai_visa_thread().measures();
    const auto& values = measures.thread;
    CHECK(number(values, "posts") == 7);
    CHECK(number(values, "ghosts") == 2);
    CHECK(number(values, "people") == 4);
    CHECK(number(values, "reply_edges") == 5);
    CHECK(number(values, "roots") == 4);       // posts 1 and 5, both ghosts
    CHECK(number(values, "components") == 2);  // A-2 and B-3-4-6-7
    CHECK(number(values, "max_depth") == 2);
    CHECK(number(values, "longest_chain") == 2);
    CHECK(number(values, "width") == 4);  // posts 2, 3, 4, 7
    CHECK(number(values, "mean_depth") == Approx(6.0 / 7));
    CHECK(number(values, "branching") == Approx(5.0 / 3));
    CHECK(number(values, "wiener_index") == 18);  // edges 4 * (1 * 4), and 2 * 3 above post 4, of which 3 are leaves
    CHECK(number(values, "structural_virality") == Approx(1.8));
    CHECK(number(values, "h_index") == 1);
    CHECK(number(values, "reciprocity") == 0);  // one exchange: Nick Carter icp to Gweiloman
    CHECK(number(values, "density") == Approx(1.0 / 12));
    CHECK(number(values, "gini_posts") == Approx(0).margin(1e-12));
    CHECK(number(values, "gini_replies") == Approx(0.45));  // 0, 1, 1, 3
    CHECK(number(values, "quoted_share") == Approx(5.0 / 7));
    CHECK(number(values, "residual_quote_share") == Approx(0.8));
}

TEST_CASE("The longest chain of the Thai-visa thread goes from the ghost over post 4 to post 6") {
    const Measures measures = thai_visa_thread().measures();
    REQUIRE(measures.chains.size() == 1);
    CHECK(measures.chains[0] == std::vector<Ref>{ghost_ref(1), post_ref(3), post_ref(5)});
}

TEST_CASE("A thread without posts has counts of zero and reasons for the rest") {
    const Measures measures = Sample{}.measures();
    CHECK(number(measures.thread, "posts") == 0);
    CHECK(number(measures.thread, "max_depth") == 0);
    CHECK(why_absent(measures.thread, "mean_depth") == "the thread has no posts");
    CHECK(why_absent(measures.thread, "quoted_share") == "the thread has no posts");
    CHECK(measures.posts.empty());
    CHECK(measures.people.empty());
    CHECK(measures.chains.empty());
}

TEST_CASE("A single post has no virality, no density and no Gini, and says why") {
    const Measures measures = tree({0}).measures();
    CHECK(number(measures.thread, "roots") == 1);
    CHECK(number(measures.thread, "components") == 0);
    CHECK(number(measures.thread, "width") == 1);
    CHECK(why_absent(measures.thread, "branching") == "no post answers another");
    CHECK(why_absent(measures.thread, "structural_virality") == "no post answers another");
    CHECK(why_absent(measures.thread, "wiener_index") == "no post answers another");
    CHECK(why_absent(measures.thread, "density") == "fewer than two people are known");
    CHECK(why_absent(measures.thread, "gini_posts") ==
          "fewer than two people are known to have written a post of the thread");
    CHECK(why_absent(measures.thread, "reciprocity") == "no known person answers another");
    CHECK(why_absent(measures.thread, "residual_quote_share") == "no post quotes");
}

TEST_CASE("No measure is ever NaN or infinite, and each has a value or a reason") {
    for (const auto& [name, sample] : odd_samples()) {
        const Measures measures = sample.measures();
        for (const MeasureValue& value : all_values(measures)) {
            CAPTURE(name, value.info->key);
            CHECK(value.value.has_value() == value.absent_because.empty());
            CHECK(std::isfinite(value.value.value_or(0)));
            CHECK(std::isfinite(value.without_doubtful.value_or(0)));
            CHECK(std::isfinite(value.error));
            CHECK((value.absent_without_doubtful.empty() || (value.value && !value.without_doubtful)));
        }
    }
}

TEST_CASE("A star of answers has virality 2(n-1)/n, a path (n+1)/3") {
    const Measures star = tree({0, 1, 1, 1, 1}).measures();
    CHECK(number(star.thread, "wiener_index") == 16);  // 4 at distance 1, 6 pairs at distance 2
    CHECK(number(star.thread, "structural_virality") == Approx(1.6));
    const Measures path = tree({0, 1, 2, 3, 4}).measures();
    CHECK(number(path.thread, "wiener_index") == 20);
    CHECK(number(path.thread, "structural_virality") == Approx(2));
}

TEST_CASE("Of two equal trees the one with the earliest post is measured") {
    const Measures measures = tree({0, 1, 0, 2, 3, 3, 1, 3}).measures();  // 1-2-4, 1-7 and the star 3-5, 3-6, 3-8
    CHECK(number(measures.thread, "wiener_index") == 10);                 // a path of four: 3 + 4 + 3; the star has 9
}

TEST_CASE("The discussion h-index is the largest level with at least as many posts as its number") {
    CHECK(number(tree({0, 1, 1, 2, 3}).measures().thread, "h_index") == 2);
    CHECK(number(tree({0, 1, 2, 3, 4}).measures().thread, "h_index") == 1);
    CHECK(number(tree({0, 1, 2, 3, 3, 3}).measures().thread, "h_index") == 3);  // levels 1, 1, 1, 3
    CHECK(number(tree({0, 0, 0}).measures().thread, "h_index") == 0);
}

TEST_CASE("A post that answers two posts joins their components, and its primary reply makes the tree") {
    Sample sample = tree({0, 0, 0});
    sample.reply(2, post_ref(1));
    sample.reply(2, post_ref(0), 1, false);
    const Measures measures = sample.measures();
    CHECK(number(measures.thread, "reply_edges") == 2);
    CHECK(number(measures.thread, "components") == 1);
    CHECK(number(measures.thread, "roots") == 2);
    CHECK(number(measures.posts[0], "replies") == 1);
    CHECK(number(measures.posts[0], "subtree_size") == 1);
    CHECK(number(measures.posts[1], "subtree_size") == 2);
}

TEST_CASE("Only ghosts quoted: they are roots, and nobody known answers") {
    Sample sample;
    sample.post();
    sample.post();
    sample.ghost("Ann", {0, 1});
    sample.ghost("", {1});
    sample.reply(0, ghost_ref(0));
    sample.reply(1, ghost_ref(0));
    sample.reply(1, ghost_ref(1), 0.9, false);
    sample.quote(0, ghost_ref(0));
    sample.quote(1, ghost_ref(0));
    const Measures measures = sample.measures();
    CHECK(number(measures.thread, "people") == 1);
    CHECK(number(measures.thread, "roots") == 2);
    CHECK(number(measures.thread, "components") == 1);
    CHECK(number(measures.thread, "mean_depth") == 1);
    CHECK(number(measures.thread, "residual_quote_share") == 1);
    CHECK(number(measures.people[0].measures, "replies_received") == 2);
    CHECK(measures.chains == std::vector<std::vector<Ref>>{{ghost_ref(0), post_ref(0)}, {ghost_ref(0), post_ref(1)}});
}

TEST_CASE("Without its doubtful replies a thread's measures are given a second time where they differ") {
    Sample sample = tree({0, 1, 0});
    sample.reply(2, post_ref(1), 0.6);
    const Measures measures = sample.measures();
    CHECK(number(measures.thread, "max_depth") == 2);
    CHECK(value_of(measures.thread, "max_depth").without_doubtful == 1.0);
    CHECK(value_of(measures.thread, "reply_edges").without_doubtful == 1.0);
    CHECK(value_of(measures.thread, "structural_virality").without_doubtful == 1.0);
    CHECK_FALSE(value_of(measures.thread, "posts").without_doubtful);
    CHECK_FALSE(value_of(measures.thread, "components").without_doubtful);
}

TEST_CASE("Measures of posts, people and distributions have their values without doubtful replies too") {
    Sample sample = tree({0, 1, 1, 2});  // by a, b, c and d
    sample.resolution.replies.back().confidence = 0.6;
    const Measures measures = sample.measures();
    CHECK(value_of(measures.posts[1], "subtree_size").without_doubtful == 1.0);
    CHECK(value_of(measures.posts[3], "depth").without_doubtful == 0.0);
    CHECK_FALSE(value_of(measures.posts[2], "depth").without_doubtful);
    const auto& b = measures.people[1].measures;
    CHECK(value_of(b, "replies_received").without_doubtful == 0.0);
    CHECK(value_of(b, "page_rank").without_doubtful.value() < number(b, "page_rank"));
    CHECK_FALSE(value_of(b, "posts_written").without_doubtful);
    const auto& answering = measures.degrees[1].measures;
    CHECK(value_of(answering, "mean").without_doubtful == Approx(0.5));
    CHECK(value_of(measures.thread, "chains").value == 2.0);
}

TEST_CASE("Where all replies are doubtful, a measure says why nothing is left without them") {
    Sample sample = tree({0, 1});
    sample.resolution.replies[0].confidence = 0.7;
    const Measures measures = sample.measures();
    const MeasureValue& virality = value_of(measures.thread, "structural_virality");
    CHECK(virality.value == 1.0);
    CHECK_FALSE(virality.without_doubtful);
    CHECK(virality.absent_without_doubtful == "no post answers another");
    CHECK(value_of(measures.people[0].measures, "page_rank").absent_without_doubtful ==
          "no known person answers another");
}

TEST_CASE("A confidence of exactly 0.8 is not doubtful") {
    Sample sample = tree({0, 0});
    sample.reply(1, post_ref(0), 0.8);
    CHECK_FALSE(value_of(sample.measures().thread, "max_depth").without_doubtful);
}

TEST_CASE("Where the primary reply is doubtful, the surest other reply takes its place") {
    Sample sample = tree({0, 1, 0});
    sample.reply(2, post_ref(0), 0.7);
    sample.reply(2, post_ref(1), 0.9, false);
    const Measures measures = sample.measures();
    CHECK(number(measures.thread, "max_depth") == 1);
    CHECK(value_of(measures.thread, "max_depth").without_doubtful == 2.0);
}

TEST_CASE("Replies in a circle are cut at the circle's first post") {
    Sample sample = tree({0, 0, 0, 0});
    sample.reply(0, post_ref(3));
    sample.reply(1, post_ref(3));
    sample.reply(2, post_ref(1));
    sample.reply(3, post_ref(2));
    const Measures measures = sample.measures();  // 2-4-3-2 is the circle, cut above post 2; 1 hangs off 4
    CHECK(number(measures.posts[1], "depth") == 0);
    CHECK(number(measures.posts[2], "depth") == 1);
    CHECK(number(measures.posts[3], "depth") == 2);
    CHECK(number(measures.posts[0], "depth") == 3);
    CHECK(number(measures.thread, "reply_edges") == 4);
}

TEST_CASE("A chain 200,000 posts deep is measured without recursion") {
    Sample sample;
    constexpr std::uint32_t length = 200'000;
    for (std::uint32_t post = 0; post < length; ++post) {
        sample.post(post % 2 == 0 ? "Ann" : "Bob");
        if (post > 0) sample.reply(post, post_ref(post - 1));
    }
    const Measures measures = sample.measures();
    CHECK(number(measures.thread, "max_depth") == length - 1);
    CHECK(number(measures.thread, "structural_virality") == Approx((length + 1) / 3.0));
    CHECK(number(measures.thread, "components") == 1);
    CHECK(number(measures.posts[0], "subtree_size") == length);
    CHECK(measures.chains.size() == 1);
}

TEST_CASE("At most ten longest chains are given, in page order") {
    Sample sample;
    sample.post();
    for (std::uint32_t post = 1; post <= 12; ++post) {
        sample.post();
        sample.reply(post, post_ref(0));
    }
    const Measures measures = sample.measures();
    REQUIRE(measures.chains.size() == 10);
    CHECK(measures.chains.front() == std::vector<Ref>{post_ref(0), post_ref(1)});
    CHECK(measures.chains.back() == std::vector<Ref>{post_ref(0), post_ref(10)});
}

TEST_CASE("A pingback is no post, and its author is nobody") {
    Sample sample = tree({0, 1});
    const std::uint32_t pingback = sample.post("Other blog");
    sample.thread.posts[pingback].kind = PostKind::pingback;
    const Measures measures = sample.measures();
    CHECK(number(measures.thread, "posts") == 2);
    CHECK(number(measures.thread, "people") == 2);
    CHECK(number(measures.thread, "roots") == 1);
    CHECK(why_absent(measures.posts[pingback], "depth") == "a pingback is no post");
    CHECK(measures.posts[pingback].size() == measures.posts[0].size());
}
