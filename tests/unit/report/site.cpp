#include <catch2/catch.hpp>
#include <map>

#include "report/html/site.hpp"
#include "unit/report/sample.hpp"

using namespace rejoinder;
using namespace rejoinder::report;
using namespace rejoinder::test;

namespace {

bool holds(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

/// A thread of one post, of which nothing needs a look.
Analysis quiet(const std::string& author) {
    Analysis analysis;
    analysis.thread.title = "A quiet one";
    analysis.thread.forum = "Pets";
    add_post(analysis, author, "Hello.", 1);
    analysis.measures.people = {{author, NameSource::printed, {0}, {}, {}}};
    return analysis;
}

std::map<std::string, std::string> files_of(const Site& site) {
    std::map<std::string, std::string> files;
    const auto done = site.finish([&](const SiteFile& file) -> Result<void> {
        files[file.path] = file.bytes;
        return {};
    });
    REQUIRE(done.has_value());
    return files;
}

}  // namespace

TEST_CASE("A site's index puts threads that need a look first and says why") {
    Site site;
    site.add(quiet("Zoe"), "quiet");
    site.add(quarrel(), "quarrel");
    const std::string index = files_of(site)["index.html"];
    CHECK(index.find("threads/quarrel.html") < index.find("threads/quiet.html"));
    CHECK(holds(index, "one post gone and still quoted; one removal; one doubtful reply"));
    CHECK(holds(index, "<h1><bdi>2 threads</bdi></h1>"));
}

TEST_CASE("Pages of a site share their style and script, and allow nothing else") {
    Site site;
    const SiteFile page = site.add(quarrel(), "quarrel");
    CHECK(page.path == "threads/quarrel.html");
    CHECK(holds(page.bytes, "default-src 'none'; script-src 'self'; style-src 'self'"));
    CHECK(holds(page.bytes, "<script src=\"../assets/rejoinder.js\"></script>"));
    CHECK_FALSE(holds(page.bytes, "<style>"));
    CHECK(files_of(site).contains("assets/rejoinder.css"));
}

TEST_CASE("Who appears in several threads of a forum has a page with links to each, who appears in one has none") {
    Site site;
    site.add(quarrel(), "quarrel");
    site.add(quiet("Ann"), "quiet");
    auto files = files_of(site);
    REQUIRE(files.contains("people/1.html"));
    CHECK_FALSE(files.contains("people/2.html"));
    CHECK(holds(files["people/1.html"], "<h1><bdi>Ann</bdi></h1>"));
    CHECK(holds(files["people/1.html"], "../threads/quarrel.html#u1"));
    CHECK(holds(files["people/1.html"], "../threads/quiet.html#u1"));
    CHECK(holds(files["people.html"], "href=\"threads/quarrel.html#u3\"><bdi>Mia</bdi>"));
}

TEST_CASE("The same name on two forums is two people") {
    Site site;
    Analysis other = quiet("Ann");
    other.thread.forum = "Gardens";
    site.add(quarrel(), "quarrel");
    site.add(other, "quiet");
    CHECK_FALSE(files_of(site).contains("people/1.html"));
}

TEST_CASE("A site that cannot be written says so") {
    Site site;
    site.add(quiet("Zoe"), "quiet");
    const auto done =
        site.finish([](const SiteFile&) -> Result<void> { return fail(ErrorCode::unwritable, "The disk is full."); });
    REQUIRE_FALSE(done.has_value());
    CHECK(done.error().message == "The disk is full.");
}
