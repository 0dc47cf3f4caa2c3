#include <catch2/catch.hpp>

#include "unit/report/sample.hpp"

using namespace rejoinder;
using namespace rejoinder::test;

namespace {

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::string report_of(const Analysis& analysis) {
    return written_as("markdown", analysis);
}

/// What stands between a heading and the next.
std::string section(const std::string& report, const std::string& heading) {
    const std::size_t begin = report.find(heading);
    REQUIRE(begin != std::string::npos);
    const std::size_t end = report.find("\n#", begin + heading.size());
    return report.substr(begin, end - begin);
}

/// A chain of replies, each to the post before it.
Analysis chain(std::size_t posts) {
    Analysis analysis;
    for (std::size_t i = 0; i < posts; ++i) {
        const std::uint32_t post = add_post(analysis, "Ann", "Text.", 1);
        if (post > 0) add_reply(analysis, post, post_ref(post - 1), {{EvidenceKind::parent_id, 0, 0}}, 1);
    }
    return analysis;
}

}  // namespace

TEST_CASE("The report opens with title, subject, exchanges, moderation and what needs a look, in that order") {
    const std::string report = report_of(quarrel());
    CHECK(report.starts_with("# Cats or dogs\n\nPets · Invision Community · 6 posts · "));
    std::size_t last = 0;
    for (const std::string heading :
         {"### What it is about", "### Who argues with whom", "### How lively it is", "### What the moderators did",
          "### What needs a look", "## Who answers whom", "## The posts", "## Quoted, and not on the page",
          "## The people", "## When", "## The measures", "## The evidence", "## Notes"}) {
        const std::size_t at = report.find("\n" + heading + "\n");
        INFO(heading);
        REQUIRE(at != std::string::npos);
        CHECK(at > last);
        last = at;
    }
}

TEST_CASE("The subject names the sentence that most posts quote and where it stands") {
    const std::string subject = section(report_of(quarrel()), "### What it is about");
    CHECK(holds(subject, "cats, dogs."));
    CHECK(
        holds(subject, "(posts 2 and 3) stands in g1, a post that is not on the page, by Mia:\n\n> Cats are better."));
}

TEST_CASE("Exchanges name known people and are honest about unnamed members") {
    const std::string exchanges = section(report_of(quarrel()), "### Who argues with whom");
    CHECK(holds(exchanges, "- Bo answers Mia (1)\n"));
    CHECK(holds(exchanges, "- an unnamed member (post 2) answers Mia (1)\n"));
    CHECK(holds(exchanges, "- an unnamed member (post 5) answers Bo (1)\n"));
}

TEST_CASE("Exchanges say how many replies the forum prints and how many are inferred") {
    Analysis analysis = quarrel();
    CHECK(holds(report_of(analysis), "One reply stands in the forum's own markup, three are *inferred*"));
    analysis.resolution.replies.pop_back();
    CHECK(holds(report_of(analysis), "*Inferred* from what the posts quote"));
}

TEST_CASE("Unnamed members who answer one person share a line") {
    Analysis analysis = quarrel();
    analysis.resolution.posts[2].author = {};
    CHECK(holds(report_of(analysis), "- unnamed members (posts 2 and 3) answer Mia (2)\n"));
    CHECK(holds(report_of(analysis), "- an unnamed member (post 5) answers an unnamed member (post 3) (1)\n"));
}

TEST_CASE("A moderation event is told with its reason, its warning and what it may have hit") {
    const std::string moderation = section(report_of(quarrel()), "### What the moderators did");
    CHECK(holds(moderation,
                "- Post 4 (*inferred* role: moderator): **removed a post**. Reason, in its words: “was rude”. "
                "Warning: “Next time you go.” It may have hit g1 by Mia, which was quoted before it; the page "
                "does not say."));
}

TEST_CASE("What needs a look begins with posts that are gone and still quoted") {
    const std::string look = section(report_of(quarrel()), "### What needs a look");
    CHECK(holds(look,
                "- Two posts (2 and 3), by up to two members, still quote a post by Mia that is not on the page: 6 "
                "of its words can be read.\n"));
    CHECK(holds(look, "uncertain in post 3"));
    CHECK(holds(look, "- Whom post 3 answers is doubtful"));
}

TEST_CASE("A thread in which all is well needs no look") {
    Analysis analysis = chain(2);
    CHECK(holds(report_of(analysis), "### What needs a look\n\nNothing stands out.\n"));
    analysis.thread.missing_pages = {2, 3};
    CHECK(holds(report_of(analysis), "- Pages 2 and 3 of the thread were not given"));
}

TEST_CASE("Where page 1 is missing the report says what numbers count from") {
    Analysis analysis = chain(2);
    analysis.thread.missing_pages = {2};
    CHECK_FALSE(holds(report_of(analysis), "Numbers count from"));
    analysis.thread.missing_pages = {1};
    CHECK(holds(report_of(analysis),
                "- Page 1 of the thread was not given: a post that seems to be gone may stand there. Numbers count "
                "from the first post given.\n"));
}

TEST_CASE("A plain address of the thread is a link, and any other is text") {
    Analysis analysis = quarrel();
    const auto address = [&](const std::string& url) {
        analysis.thread.url = url;
        const std::string report = report_of(analysis);
        const std::size_t begin = report.find("Address: ") + 9;
        return report.substr(begin, report.find('\n', begin) - begin);
    };
    CHECK(address("https://pets.example/topic/7-cats_or_dogs/?page=2&x=1") ==
          "<https://pets.example/topic/7-cats_or_dogs/?page=2&x=1>");
    CHECK(address("http://x.example/> <b>") == "http\\://x.example/&gt; &lt;b&gt;");
    CHECK(address("https://x.example/`a`") == "https\\://x.example/\\`a\\`");
    CHECK(address("https://x.example/\x1b[2J") == "https\\://x.example/\\[2J");
    CHECK(address("https://x.example/\u202Egpj") == "https\\://x.example/gpj");
    CHECK(address("javascript:alert(1)") == "javascript:alert(1)");
}

TEST_CASE("The report promises nothing of its confidences") {
    CHECK(
        holds(report_of(quarrel()), "## The evidence\n\nConfidences run from 0 to 1; they are not calibrated yet.\n"));
}

TEST_CASE("Altered quotes, names in doubt and times that contradict each other need a look") {
    Analysis analysis = quarrel();
    ResolvedQuote& quote = analysis.resolution.posts[4].quotes[0];
    quote.match = Match::altered;
    quote.agreement = 0.999;
    quote.altered_words = {"never"};
    analysis.findings.altered_quotes = {{4, 0, QuoteFault::altered, {}, {}}};
    analysis.resolution.posts[2].author.conflicting = {"Bob"};
    analysis.resolution.timeline.contradiction = {post_ref(1), ghost_ref(0)};
    const std::string look = section(report_of(analysis), "### What needs a look");
    CHECK(
        holds(look, "- Post 5 quotes changed words of post 3 (99 % of the quote's words stand there, not “never”).\n"));
    CHECK(holds(look,
                "- The name of post 3's writer is in doubt: post 5 quotes its words under that name; they are also "
                "quoted under “Bob”.\n"));
    CHECK(holds(look, "- The times of post 2 and g1 cannot all be right.\n"));
}

TEST_CASE("The tree shows ghosts as absent, inferred names, doubt and moderation in place") {
    const std::string tree = section(report_of(quarrel()), "## Who answers whom");
    CHECK(holds(tree,
                "```text\n"
                "1   Ann · “Which is better?”\n"
                "g1  Mia · NOT ON THE PAGE · “Cats are better. They wash themselves.”\n"
                "├─ 2   unnamed · “No.”\n"
                "└─ 3   Bo (inferred) · doubtful · “Dogs obey.”\n"
                "   └─ 5   unnamed · “So they do.” · also answers 1\n"
                "4   unnamed · MODERATION: removed a post: was rude\n"
                "6   unnamed · “Cats or dogs?”\n"
                "```\n"));
}

TEST_CASE("A long chain is drawn in space that grows with its length, with its depth said") {
    const std::string report = report_of(chain(3000));
    CHECK(holds(report, "(depth 2999) 3000  Ann"));
    CHECK(report.size() < std::size_t{3000} * 600);
}

TEST_CASE("A circle of replies is drawn once") {
    Analysis analysis = chain(2);
    add_reply(analysis, 0, post_ref(1), {}, 1);
    std::swap(analysis.resolution.replies[0], analysis.resolution.replies[1]);
    CHECK(holds(report_of(analysis), "```text\n1  Ann · “Text.”\n└─ 2  Ann · “Text.”\n```\n"));
}

TEST_CASE("Hostile text stays text in every section") {
    const std::string evil = "<script>alert(1)</script>\n# head\n```\n| [x](javascript:y) `z`";
    Analysis analysis = quarrel();
    analysis.thread.title = evil;
    for (std::size_t i = 0; i < analysis.resolution.posts.size(); ++i) {
        analysis.resolution.posts[i].text = evil;
        analysis.resolution.posts[i].author.name = evil;
        for (ResolvedQuote& quote : analysis.resolution.posts[i].quotes) quote.author = quote.time.text = evil;
        analysis.thread.posts[i].reactions = {{evil, 1}};
        analysis.thread.posts[i].time.text = evil;
    }
    for (Person& person : analysis.measures.people) person.name = evil;
    Ghost& ghost = analysis.resolution.ghosts[0];
    ghost.author = ghost.text = ghost.key = evil;
    ModerationEvent& event = analysis.findings.moderation[0];
    event.object = event.reason = event.warning = event.sentence = evil;
    analysis.findings.contested->sentence = evil;
    analysis.findings.key_terms = {evil};
    analysis.diagnostics = {{evil, evil}};
    const std::string report = report_of(analysis);
    CHECK_FALSE(holds(report, "<script"));
    CHECK_FALSE(holds(report, "\n# head"));
    CHECK_FALSE(holds(report, "> # head"));
    const std::string outside_the_fence = report.substr(0, report.find("```")) + report.substr(report.rfind("```"));
    CHECK_FALSE(holds(outside_the_fence, " [x]("));
    std::size_t fences = 0;
    for (std::size_t at = report.find("```"); at != std::string::npos; at = report.find("```", at + 3)) ++fences;
    CHECK(fences == 2);
}

TEST_CASE("The evidence gives every reply its confidence and its sentence") {
    const std::string evidence = section(report_of(quarrel()), "## The evidence");
    CHECK(holds(evidence,
                "- **Post 3**, by Bo (*inferred*: post 5 quotes its words under that name)\n"
                "  - answers g1 (confidence 0.70): post 2 quotes the same words under the name Mia (three words "
                "agree); its quote names Mia\n"
                "  - quote of Mia, “5 hours ago”, three words: one unbroken part of g1; the quote ends where it "
                "stops agreeing with the quote of the same post in post 2, and another paragraph break would fit "
                "almost as well\n"));
    CHECK(holds(evidence,
                "  - answers post 1 (confidence 1.00, beside its main answer): the forum says that it answers "
                "post 1\n"));
}

TEST_CASE("The timeline counts from its anchor and leaves unknown bounds open") {
    const std::string when = section(report_of(quarrel()), "## When");
    CHECK(holds(when, "times are counted from g1, by Mia"));
    CHECK(holds(when, "| 1 | Ann | – | 4 h |\n| g1 | Mia | 0 | 0 |\n| 2 |  | 3 h | 4 h |\n"));
}

TEST_CASE("A thread that tells nothing about times says so") {
    CHECK(holds(report_of(chain(2)), "Nothing on the page tells when the posts were written."));
}

TEST_CASE("Measures have their unit, their meaning, and a band where doubtful replies matter") {
    Analysis analysis = quarrel();
    analysis.measures.thread[0].without_doubtful = 0.5;
    CHECK(holds(report_of(analysis),
                "| depth | 0.667 (0.5 without doubtful replies) | replies | The longest way down. |\n"));
}

TEST_CASE("A thread without replies is told without inventing any") {
    Analysis analysis;
    add_post(analysis, "Ann", "Alone.", 1);
    const std::string report = report_of(analysis);
    CHECK(holds(report, "No post answers another, as far as the page shows."));
    CHECK(holds(report, "0 of 1 posts answer another."));
    CHECK(holds(report, "Nothing on the page tells of a moderator's act."));
    CHECK_FALSE(holds(report, "## Quoted"));
}
