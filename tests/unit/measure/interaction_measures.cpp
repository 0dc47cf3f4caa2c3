#include <catch2/catch.hpp>
#include <cmath>

#include "unit/measure/sample.hpp"

using namespace rejoinder;
using namespace rejoinder::test;

namespace {

const DegreeDistribution& degrees(const Measures& measures, std::string_view key) {
    for (const DegreeDistribution& one : measures.degrees) {
        if (one.key == key) return one;
    }
    throw std::out_of_range(std::string(key));
}

/// a starts; b and c answer it; a answers b's answer; d answers that; a answers herself.
Sample small_thread() {
    Sample sample;
    for (const char* writer : {"a", "b", "c", "a", "d", "a"}) sample.post(writer);
    const std::pair<std::uint32_t, std::uint32_t> answers[] = {{1, 0}, {2, 0}, {3, 1}, {4, 3}, {5, 0}};
    for (const auto& [from, to] : answers) sample.reply(from, post_ref(to));
    return sample;
}

}  // namespace

TEST_CASE("The patterns of a small thread are those counted by hand") {
    const Measures measures = small_thread().measures();
    CHECK(number(measures.thread, "motif_reciprocity") == 1);           // a answers b, who answers a
    CHECK(number(measures.thread, "motif_external_reciprocity") == 1);  // d answers a, who answers b
    CHECK(number(measures.thread, "motif_dyadic") == 1);                // a and b
    CHECK(number(measures.thread, "motif_incoming_triads") == 6);       // of a, b, c and d, any two answer a
    CHECK(number(measures.thread, "motif_outgoing_triads") == 1);       // a answers b and herself
}

TEST_CASE("Degree distributions of a small thread are those counted by hand") {
    const Measures measures = small_thread().measures();
    REQUIRE(measures.degrees.size() == 5);
    const auto& answering = degrees(measures, "people_answering").measures;  // a 4, b 1, c 0, d 0
    CHECK(number(answering, "largest") == 4);
    CHECK(number(answering, "second_largest") == 1);
    CHECK(number(answering, "largest_share") == Approx(0.8));
    CHECK(number(answering, "second_share") == Approx(0.2));
    CHECK(number(answering, "second_to_largest") == Approx(0.25));
    CHECK(number(answering, "mean") == Approx(1.25));
    CHECK(number(answering, "mean_nonzero") == Approx(2.5));
    CHECK(number(answering, "nonzero_share") == Approx(0.5));
    CHECK(number(answering, "multiple_share") == Approx(0.5));
    CHECK(number(answering, "entropy") == Approx(-0.8 * std::log(0.8) - 0.2 * std::log(0.2)));
    CHECK(number(degrees(measures, "people_answered").measures, "largest") == 2);  // a: b and herself
    CHECK(number(degrees(measures, "posts_answered").measures, "mean") == Approx(1.25));
    CHECK(number(degrees(measures, "answerers_of_post").measures, "largest") == 3);
    CHECK(number(degrees(measures, "replies_to_post").measures, "mean") == Approx(5.0 / 6));
}

TEST_CASE("Two equal largest numbers are the largest and the second largest") {
    Sample sample;
    for (const char* writer : {"a", "b", "c", "d"}) sample.post(writer);
    sample.reply(2, post_ref(0));
    sample.reply(3, post_ref(1));
    const auto measures = sample.measures();
    CHECK(number(degrees(measures, "replies_to_post").measures, "second_largest") == 1);
    CHECK(number(degrees(measures, "replies_to_post").measures, "second_to_largest") == 1);
}

TEST_CASE("Posts by unknown writers count among posts and not among people") {
    Sample sample;
    sample.post("a");
    sample.post();
    sample.post("b");
    sample.reply(1, post_ref(0));
    sample.reply(2, post_ref(1));
    const Measures measures = sample.measures();
    CHECK(number(degrees(measures, "replies_to_post").measures, "largest") == 1);
    CHECK(number(degrees(measures, "answerers_of_post").measures, "nonzero_share") == Approx(1.0 / 3));
    CHECK(number(measures.thread, "motif_reciprocity") == 0);
    CHECK(number(measures.thread, "motif_external_reciprocity") == 1);  // b answers somebody who answers a
}

TEST_CASE("Without people or replies the numbers of a distribution are absent with a reason") {
    Sample sample;
    sample.post();
    const auto measures = sample.measures();
    CHECK(why_absent(degrees(measures, "people_answered").measures, "largest") == "it has nobody and nothing to count");
    CHECK(why_absent(degrees(measures, "replies_to_post").measures, "second_largest") == "it has only one number");
    CHECK(why_absent(degrees(measures, "replies_to_post").measures, "entropy") == "all of its numbers are 0");
    CHECK(number(degrees(measures, "replies_to_post").measures, "mean") == 0);
}

TEST_CASE("A post between thousands of answers and thousands of answered posts is gone through once") {
    Sample sample;
    constexpr std::uint32_t many = 20'000;
    for (std::uint32_t post = 0; post < many; ++post) sample.post("a");
    const std::uint32_t middle = sample.post("b");
    for (std::uint32_t post = 0; post < many; ++post) sample.reply(middle, post_ref(post), 1, post == 0);
    for (std::uint32_t post = 0; post < many; ++post)
        sample.reply(sample.post(post % 2 == 0 ? "a" : "c"), post_ref(middle));
    const Measures measures = sample.measures();
    CHECK(number(measures.thread, "motif_reciprocity") == 200'000'000.0);
    CHECK(number(measures.thread, "motif_external_reciprocity") == 200'000'000.0);
}
