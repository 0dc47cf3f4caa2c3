#include "rejoinder/findings.hpp"

#include <catch2/catch.hpp>

#include "unit/measure/sample.hpp"

using namespace rejoinder;
using namespace rejoinder::test;

namespace {

Findings findings_of(const Sample& sample) {
    Diagnostics diagnostics;
    return find(sample.thread, sample.resolution, sample.measures(), ProfileSet{}, diagnostics);
}

}  // namespace

TEST_CASE("An altered quote is a finding, other quotes are none") {
    Sample sample = thai_visa_thread();
    sample.resolution.posts[5].quotes[0].match = Match::altered;
    const Findings findings = findings_of(sample);
    REQUIRE(findings.altered_quotes.size() == 1);
    CHECK(findings.altered_quotes[0].post == 5);
    CHECK(findings.altered_quotes[0].quote == 0);
}

TEST_CASE("A thread without posts has no findings") {
    const Findings findings = findings_of(Sample{});
    CHECK(findings.moderation.empty());
    CHECK(findings.roles.empty());
    CHECK(findings.residual_quotes.empty());
    CHECK_FALSE(findings.contested);
    CHECK(findings.altered_quotes.empty());
    CHECK(findings.key_terms.empty());
}

TEST_CASE("Every post has a role entry, and residual quotes are found") {
    const Findings findings = findings_of(thai_visa_thread());
    CHECK(findings.roles.size() == 7);
    CHECK(findings.residual_quotes.size() == 2);
}

TEST_CASE("The phrase books of the configuration read the Thai-visa notice") {
    const auto profiles = ProfileSet::load(REJOINDER_ROOT "/config");
    REQUIRE(profiles);
    Sample sample = thai_visa_thread();
    sample.resolution.posts[4].text =
        "Removed a post that claimed a member was paid to post. If you have any actual evidence please forward it to "
        "support. If it's just a lame debating tactic, further references like that may find you without posting "
        "rights.";
    Diagnostics diagnostics;
    const Findings findings = find(sample.thread, sample.resolution, sample.measures(), *profiles, diagnostics);
    REQUIRE(findings.moderation.size() == 1);
    CHECK(findings.moderation[0].kind == ModerationKind::removal);
    CHECK(findings.moderation[0].object == "a post");
    CHECK(findings.moderation[0].reason == "claimed a member was paid to post");
    CHECK(findings.moderation[0].warning ==
          "If it's just a lame debating tactic, further references like that may find you without posting rights.");
    CHECK(findings.roles[4].name == "moderator");
    CHECK(findings.roles[4].evidence == "states a removal");
}
