#include "rejoinder/analyze.hpp"

#include <catch2/catch.hpp>

using namespace rejoinder;

namespace {

const ProfileSet& profiles() {
    static const ProfileSet set = ProfileSet::load(REJOINDER_ROOT "/config").value();
    return set;
}

Capture twin() {
    Captures read = read_captures({REJOINDER_ROOT "/fixtures/invision/thai-visa-text/page.txt"});
    return read.pages.at(0);
}

}  // namespace

TEST_CASE("A bad page among good ones is skipped and the good one is analysed") {
    const Capture article{"Just an article.\n", "article.txt", MediaType::text, {}};
    const Analyses analyses = analyze({article, twin()}, profiles());
    REQUIRE(analyses.threads.size() == 1);
    REQUIRE(analyses.skipped.size() == 1);
    CHECK(analyses.skipped[0].code == ErrorCode::no_thread);
    CHECK(analyses.threads[0].resolution.ghosts.size() == 2);
    CHECK(analyses.threads[0].findings.moderation.size() == 1);
}

TEST_CASE("A page's flaws go with its thread") {
    Capture flawed = twin();
    flawed.bytes.insert(0, "\xEF\xBB\xBF");
    flawed.bytes.insert(flawed.bytes.find("Jump"), "\xFF");
    const Analyses analyses = analyze({flawed}, profiles());
    REQUIRE(analyses.threads.size() == 1);
    REQUIRE(analyses.threads[0].diagnostics.size() == 1);
    CHECK(analyses.threads[0].diagnostics[0].where == flawed.origin);
}

TEST_CASE("No captures give no threads") {
    const Analyses analyses = analyze(std::vector<Capture>{}, profiles());
    CHECK(analyses.threads.empty());
    CHECK(analyses.skipped.empty());
}
