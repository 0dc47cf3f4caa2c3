#include <catch2/catch.hpp>
#include <set>

#include "dom/dom.hpp"
#include "report/html/page.hpp"
#include "report/html/post_body.hpp"
#include "report/html/quoted_words.hpp"
#include "report/text_html.hpp"
#include "support/threads.hpp"
#include "unit/report/sample.hpp"

using namespace rejoinder;
using namespace rejoinder::report;
using namespace rejoinder::test;

namespace {

bool holds(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

/// Ends whatever it may stand in, and begins what must not begin.
const std::string evil =
    "</script></style></title></textarea><script>alert(1)</script>\"'><img src=x onerror=alert(1)> "
    "\xe2\x80\xae"
    "gnp.exe\xe2\x80\xac <!-- --> ]]> &lt; javascript:alert(1)";

/// The same as `evil`, as a browser shows it: nothing hidden, the overrides by their number.
const std::string evil_shown =
    "</script></style></title></textarea><script>alert(1)</script>\"'><img src=x onerror=alert(1)> "
    "⟦U+202E⟧gnp.exe⟦U+202C⟧ <!-- --> ]]> &lt; javascript:alert(1)";

void add_evil_quotes(Analysis& analysis) {
    ResolvedQuote quote = quote_of(evil, evil, ghost_ref(0), evil, 9, Match::altered);
    quote.altered_words = {evil};
    analysis.resolution.posts[1].quotes.push_back(quote);
    analysis.resolution.posts[1].author.conflicting = {evil};
    analysis.resolution.ghosts.push_back({evil, evil, evil, 9, {1}});
    analysis.resolution.timeline.ghosts.emplace_back();
    add_reply(analysis, 1, ghost_ref(0), {{EvidenceKind::attributed_author, 0, 0}}, 0.5);
}

/// A thread whose every field is hostile.
Analysis hostile() {
    Analysis analysis;
    Thread& thread = analysis.thread;
    thread.title = thread.forum = thread.engine = thread.profile = thread.key = evil;
    thread.url = "javascript:alert(1)//" + evil;
    thread.origins = {evil};
    add_post(analysis, evil, evil, 9);
    add_post(analysis, evil, evil, 9, NameSource::inferred);
    Post& post = thread.posts[0];
    post.author_id = post.key = evil;
    post.role = evil;
    post.time.text = evil;
    post.permalink = "https://forum.example/\"onmouseover=\"alert(1)" + evil;
    post.links = {{evil, "javascript:alert(1)"}, {evil, "https://a.example/" + evil}, {"", "data:text/html," + evil}};
    post.attachments = {{evil, "file:///etc/passwd"}};
    post.reactions = {{evil, 2}};
    post.edit.emplace();
    post.edit->text = post.edit->by = post.edit->reason = evil;
    post.acts = {{ModerationKind::removal, evil}};
    post.earlier_texts = {{{{evil}}, {}, evil}};
    thread.deleted.push_back({evil, evil, evil, evil, 0, {}});
    ThreadEvent& event = thread.events.emplace_back();
    event.author = event.text = event.time.text = evil;
    event.before = 1;
    add_evil_quotes(analysis);
    Findings& findings = analysis.findings;
    findings.roles[0] = {evil, NameSource::inferred, evil};
    ModerationEvent& removal = findings.moderation.emplace_back();
    removal.object = removal.reason = removal.warning = removal.sentence = removal.by = evil;
    removal.may_explain = {0};
    findings.residual_quotes.push_back({ghost_ref(0), {1}, 9, 1, 1, {{1, 0, 9}}, 0, {}});
    findings.contested = ContestedPassage{ghost_ref(0), evil, {1}};
    findings.altered_quotes = {{1, 0, QuoteFault::altered, {}, {}}};
    findings.key_terms = {evil};
    analysis.measures.people = {{evil, NameSource::printed, {0, 1}, {0}, {measured(MeasureScope::person, 1)}}};
    analysis.measures.thread = {measured(MeasureScope::thread, 1)};
    analysis.measures.thread[0].value.reset();
    analysis.measures.thread[0].absent_because = evil;
    analysis.measures.exchanges = {{0, 0, 1}};
    analysis.diagnostics = {{evil, evil}};
    return analysis;
}

dom::Document parsed(const std::string& html) {
    auto document = dom::Document::parse(html, 500);
    REQUIRE(document.has_value());
    return *document;
}

}  // namespace

TEST_CASE("Nothing that a hostile thread prints becomes an element, an attribute or an address of the HTML report") {
    const dom::Document page = parsed(written_as("html", hostile()));
    std::set<std::string> unknown;
    std::size_t scripts = 0;
    dom::walk(
        page.root(),
        [&](dom::Node node) {
            if (node.known_tag() == dom::Tag::script) ++scripts;
            if (node.known_tag() == dom::Tag::img || node.known_tag() == dom::Tag::iframe) unknown.insert("img");
            for (const char* name : {"onerror", "onmouseover", "src", "style"}) {
                if (node.is_element() && node.attribute(name)) unknown.insert(name);
            }
            const auto href = node.is_element() ? node.attribute("href") : std::nullopt;
            if (href && !href->starts_with("#") && !href->starts_with("https://")) unknown.insert(std::string(*href));
            return true;
        },
        [](dom::Node) {});
    CHECK(unknown == std::set<std::string>{});
    CHECK(scripts == 1);
}

TEST_CASE("All that a hostile thread prints is shown in the HTML report, overrides of direction by their number") {
    const std::string text = dom::text_content(parsed(written_as("html", hostile())).root());
    std::size_t shown = 0;
    for (std::size_t at = text.find(evil_shown); at != std::string::npos; at = text.find(evil_shown, at + 1)) ++shown;
    CHECK(shown > 35);
    CHECK(holds(text, "data:text/html," + evil_shown));
    CHECK_FALSE(holds(text, "\xe2\x80\xae"));
}

TEST_CASE("The HTML report needs no network and allows its own style and script only") {
    const std::string html = written_as("html", quarrel());
    CHECK(holds(html, "content=\"default-src 'none'; script-src 'sha256-"));
    CHECK_FALSE(holds(html, "unsafe"));
    CHECK_FALSE(holds(html, "<link"));
    CHECK_FALSE(holds(html, " src="));
}

TEST_CASE("A policy names a hash in base64") {
    // The hash of no bytes at all, as RFC 6234's implementations give it.
    CHECK(policy_hash("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855") ==
          "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
}

TEST_CASE("The HTML report holds every post, ghost and conclusion without scripts") {
    const std::string text = dom::text_content(parsed(written_as("html", quarrel())).root());
    for (const char* part :
         {"Which is better?", "Dogs obey.", "They wash themselves.", "not on the page", "removed a post", "was rude",
          "Like 2", "between 3 h and 4 h after g1", "post 2 quotes the same words",
          "the forum says that it answers post 1", "The longest way down."}) {
        CAPTURE(part);
        CHECK(holds(text, part));
    }
}

TEST_CASE("Names in the HTML report that were concluded are marked, printed ones are not") {
    const std::string html = written_as("html", quarrel());
    CHECK(holds(html, "<bdi>Bo</bdi></a> <i class=\"inferred\">inferred</i>"));
    CHECK_FALSE(holds(html, "<bdi>Ann</bdi></a> <i class=\"inferred\">"));
}

TEST_CASE("A passage is shaded by how many posts quote it") {
    const QuotedWords counts = count_quoted_words(quarrel().resolution);
    REQUIRE(counts.ghosts[0].size() == 2);
    CHECK(counts.ghosts[0][0].posts == 2);  // "Cats are better" stands in two quotes
    CHECK(counts.ghosts[0][1].posts == 1);
    CHECK(holds(written_as("html", quarrel()),
                "<mark class=\"q2\" title=\"quoted by two posts\">Cats are better</mark>"));
}

TEST_CASE("A post that quotes a passage twice counts once") {
    Analysis analysis = quarrel();
    analysis.resolution.posts[1].quotes.push_back(analysis.resolution.posts[1].quotes[0]);
    CHECK(count_quoted_words(analysis.resolution).ghosts[0][0].posts == 2);
}

TEST_CASE("A quote's words are held against its source's") {
    const auto pieces =
        compare_with_source("The cat sat on a red mat here.", "Then the cat sat quietly on a blue mat here.");
    using Kind = QuotePiece::Kind;
    REQUIRE(pieces.size() == 6);
    CHECK((pieces[0].kind == Kind::same && pieces[0].text == "The cat sat "));
    CHECK((pieces[1].kind == Kind::left_out && pieces[1].text == "quietly"));
    CHECK((pieces[2].kind == Kind::same && pieces[2].text == "on a "));
    CHECK((pieces[3].kind == Kind::changed && pieces[3].text == "red "));
    CHECK((pieces[4].kind == Kind::left_out && pieces[4].text == "blue"));
    CHECK((pieces[5].kind == Kind::same && pieces[5].text == "mat here."));
}

TEST_CASE("A body's pieces follow the page, and an open quote is cut where it was found to end") {
    Post post;
    post.body = {{std::string("First.")}, header("Bo"), {std::string("Quoted words.\n\nMy answer.")}};
    ResolvedPost resolved;
    resolved.text = "First.\n\nMy answer.";
    resolved.quotes.push_back(quote_of("Bo", "", post_ref(0), "Quoted words.", 2, Match::whole));
    const auto pieces = body_pieces(post, resolved);
    REQUIRE(pieces.size() == 3);
    CHECK((!pieces[0].quote && pieces[0].begin == 0 && pieces[0].end == 6));
    CHECK(pieces[1].quote);
    CHECK((!pieces[2].quote && pieces[2].begin == 8 && pieces[2].end == 18));
}

TEST_CASE("A body that does not fit its resolution loses nothing") {
    Post post;
    post.body = {{std::string("Other words.")}};
    ResolvedPost resolved;
    resolved.text = "Own words.";
    resolved.quotes.push_back(quote_of("Bo", "", post_ref(0), "Quoted.", 1, Match::whole));
    const auto pieces = body_pieces(post, resolved);
    REQUIRE(pieces.size() == 2);
    CHECK(pieces[0].quote);
    CHECK((pieces[1].begin == 0 && pieces[1].end == 10));
}

TEST_CASE("HTML text keeps its lines and shows what could hide") {
    std::string out;
    append_html(out, "a\nb & <c> \"d\" \x01 \xff \xe2\x81\xa6x");
    CHECK(out == "a\nb &amp; &lt;c&gt; &quot;d&quot; ⟦U+0001⟧ \xef\xbf\xbd ⟦U+2066⟧x");
}
