// Tables, graphs and corpora of a small thread; tests/golden/exports.py holds those of all fixtures against the JSON.
#include <catch2/catch.hpp>

#include "report/graphs/reply_graph.hpp"
#include "unit/report/sample.hpp"

using namespace rejoinder;
using namespace rejoinder::test;

namespace {

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::string file_of(std::string_view format, std::string_view name, const Analysis& analysis) {
    for (const ReportFile& file : find_report_format(format)->write_run({analysis})) {
        if (file.name == name) return file.bytes;
    }
    return {};
}

}  // namespace

TEST_CASE("CSV has a line a post, and ends its lines as RFC 4180 says") {
    const std::string posts = file_of("csv", "csv/posts.csv", quarrel());
    CHECK(posts.starts_with("thread,post,key,author,author_source,"));
    CHECK(holds(posts, "\r\n1,1,,Ann,printed,"));
    CHECK(holds(posts, "\r\n1,3,,Bo,inferred,"));
    CHECK(posts.ends_with("\r\n"));
}

TEST_CASE("CSV quotes what holds commas, quotes or lines, and doubles quotes") {
    Analysis analysis = quarrel();
    analysis.resolution.posts[0].text = "He said \"no\",\nand left.";
    CHECK(holds(file_of("csv", "csv/posts.csv", analysis), "\"He said \"\"no\"\",\nand left.\""));
}

TEST_CASE("CSV puts an apostrophe before what a spreadsheet would run") {
    Analysis analysis = quarrel();
    for (const std::string formula : {"=1+1", "+1", "-1", "@SUM(1)", "\t=1"}) {
        analysis.thread.title = formula;
        CHECK(holds(file_of("csv", "csv/threads.csv", analysis), "\r\n1,\"'" + formula + "\","));
    }
}

TEST_CASE("CSV names a ghost in a column of its own") {
    const std::string replies = file_of("csv", "csv/replies.csv", quarrel());
    CHECK(holds(replies, "\r\n1,2,,g1,,Mia,0.98,1,shared_quote attributed_author\r\n"));
    CHECK(holds(replies, "\r\n1,5,3,,,Bo,0.97,1,quoted_text attributed_author\r\n"));
    CHECK(holds(replies, "\r\n1,5,1,,,Ann,1,0,parent_id\r\n"));
}

TEST_CASE("A finding tells the posts and ghosts that it rests on") {
    CHECK(holds(file_of("csv", "csv/findings.csv", quarrel()),
                "1,2,residual_quote,,\"Two posts (2 and 3), by "));
    const std::string places = file_of("csv", "csv/finding_places.csv", quarrel());
    CHECK(holds(places, "\r\n1,2,1,,g1\r\n1,2,2,2,\r\n1,2,3,3,\r\n"));
}

TEST_CASE("A database is written, and twice the same") {
    const std::string once = file_of("sqlite", "threads.sqlite", quarrel());
    CHECK(once.starts_with("SQLite format 3"));
    CHECK(once == file_of("sqlite", "threads.sqlite", quarrel()));
}

TEST_CASE("Text of pages is text in XML, and what XML forbids is left out") {
    std::string out;
    report::append_xml(out, "a<b>&\"\x01\x0b\xef\xbf\xbf]]>\n\xe0\xb8\x81");
    CHECK(out == "a&lt;b&gt;&amp;&quot;]]&gt;&#10;\xe0\xb8\x81");
}

TEST_CASE("GraphML and GEXF lead from the post that answers to what it answers") {
    CHECK(holds(written_as("graphml", quarrel()), "<edge source=\"p5\" target=\"p3\">"));
    CHECK(holds(written_as("gexf", quarrel()), "source=\"p2\" target=\"g1\" kind=\"reply\""));
}

TEST_CASE("A node of GEXF has the stamp of its earliest time, and none if nothing is known") {
    const std::string gexf = written_as("gexf", quarrel());
    CHECK(holds(gexf, "timeformat=\"integer\""));
    CHECK(holds(gexf, "<node id=\"p2\" label=\"p2\" timestamp=\"10800\">"));
    CHECK(holds(gexf, "<node id=\"p1\" label=\"p1 Ann\" timestamp=\"14400\">"));
    CHECK(holds(gexf, "<node id=\"p6\" label=\"p6\">"));
}

TEST_CASE("DOT draws ghosts and doubtful replies with dashes, and a quote ends no label") {
    Analysis analysis = quarrel();
    analysis.resolution.posts[0].text = "Say \"x\"]; b \\ c";
    const std::string dot = written_as("dot", analysis);
    CHECK(holds(dot, "g1 [label=\"g1 Mia\\n“Cats are better. They wash themselves.”\", style=dashed];"));
    CHECK(holds(dot, "p3 -> g1 [style=dashed, weight=2];"));
    CHECK(holds(dot, "“Say \\\"x\\\"]; b \\\\ c”"));
}

TEST_CASE("A corpus has one root a thread, and no speaker has an utterance's id") {
    const std::string lines = file_of("convokit", "convokit/utterances.jsonl", quarrel());
    CHECK(holds(lines,
                "{\"id\":\"post-1-1\",\"conversation_id\":\"post-1-1\",\"text\":\"Which is better?\",\"speaker\":"
                "\"speaker-Ann\","));
    CHECK(holds(lines, "\"reply-to\":null,\"timestamp\":1,"));
    CHECK(
        holds(lines,
              "\"id\":\"post-1-3\",\"conversation_id\":\"post-1-1\",\"text\":\"Dogs obey.\",\"speaker\":\"speaker-"
              "Bo\",\"meta\":{\"ghost\":false,\"key\":null,\"author_source\":\"inferred\",\"answers\":\"post-1-g1\","));
    CHECK(holds(file_of("convokit", "convokit/speakers.json", quarrel()), "\"unnamed-1-2\": {"));
}
