// The tables of report formats and of post formats.
#include "rejoinder/report.hpp"
#include "report/convokit/convokit.hpp"
#include "report/graphs/reply_graph.hpp"
#include "report/html/report.hpp"
#include "report/json/json.hpp"
#include "report/markdown/markdown.hpp"
#include "report/tables/csv.hpp"
#include "report/tables/sqlite.hpp"
#include "report/terminal/terminal.hpp"

namespace rejoinder {

const std::vector<ReportFormat>& report_formats() {
    static const std::vector<ReportFormat> formats = {
        {"markdown", "md", "the report that a moderator reads, with its evidence", report::write_markdown},
        {"html", "html", "the report as one page for a browser, which needs no network and reads without scripts too",
         report::write_html},
        {"text", "txt", "what needs a look and the tree, for a terminal; its default there", report::write_text,
         nullptr, report::write_terminal},
        {"json", "json", "everything printed and everything inferred, for programs", report::write_json},
        {"jsonl", "jsonl", "the same, a thread a line", report::write_json_line, report::write_json_lines},
        {"csv", "", "tables of threads, posts, quotes, replies, people and findings", nullptr, report::write_csv},
        {"sqlite", "", "the same tables in one SQLite database, with indexes and views", nullptr, report::write_sqlite},
        {"graphml", "graphml", "the reply graph, for NetworkX, igraph and Gephi", report::write_graphml},
        {"gexf", "gexf", "the reply graph with times, for Gephi", report::write_gexf},
        {"dot", "dot", "a drawing of the reply graph, for Graphviz", report::write_dot},
        {"convokit", "", "a ConvoKit corpus", nullptr, report::write_convokit},
    };
    return formats;
}

const ReportFormat* find_report_format(std::string_view name) {
    for (const ReportFormat& format : report_formats()) {
        if (format.name == name) return &format;
    }
    return nullptr;
}

namespace {

/// The flaws go with the first post.
std::string json_lines(const Page& page, const Diagnostics& flaws) {
    std::string lines;
    for (std::size_t i = 0; i < page.posts.size(); ++i) {
        lines += post_json_line(page, page.posts[i], i + 1, i == 0 ? flaws : Diagnostics{});
    }
    return lines;
}

/// An empty line stands after every post, so that the texts of several pages can follow each other.
std::string texts(const Page& page, const Diagnostics& /*flaws*/) {
    std::string lines;
    for (const Post& post : page.posts) lines += post_text(post) + '\n';
    return lines;
}

}  // namespace

const std::vector<PostFormat>& post_formats() {
    static const std::vector<PostFormat> formats = {
        {"jsonl", "one line of JSON a post, with all that is printed", json_lines},
        {"text", "author, printed time and body of each post, with an empty line between posts", texts},
    };
    return formats;
}

}  // namespace rejoinder
