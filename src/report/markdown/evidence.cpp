// What each conclusion rests on, post by post, and what was flawed in the pages.
#include "report/markdown/markdown.hpp"
#include "report/names.hpp"
#include "report/words.hpp"

namespace rejoinder::report {
namespace {

void append_reply_line(std::string& out, const Analysis& analysis, const Reply& reply) {
    out += "  - answers ";
    append_named_ref(out, reply.to);
    out += " (confidence ";
    append_confidence(out, reply.confidence);
    out += reply.primary ? "): " : ", beside its main answer): ";
    append_all_evidence(out, analysis, reply, Style::markdown);
    out += '\n';
}

void append_quote_line(std::string& out, const ResolvedQuote& quote, std::size_t number, std::size_t quotes) {
    out += "  - quote ";
    if (quotes > 1) {
        append_integer(out, static_cast<std::int64_t>(number));
        out += ' ';
    }
    if (quote.depth > 1) out += "(within a quote) ";
    append_quote_header(out, quote, Style::markdown);
    out += ": ";
    append_match(out, quote, Style::markdown);
    if (quote.boundary != BoundaryEvidence::printed) {
        out += "; ";
        append_boundary(out, quote);
    }
    out += '\n';
}

/// "- **Post 4**, by Nick Carter icp (*inferred*: post 6 quotes its words under that name)".
void append_post_line(std::string& out, const Analysis& analysis, std::size_t index) {
    const ResolvedAuthor& author = analysis.resolution.posts[index].author;
    out += "- **Post ";
    append_integer(out, static_cast<std::int64_t>(index) + 1);
    out += "**";
    const std::string_view name = writer_name(analysis, post_ref(index));
    if (name.empty()) {
        out += ": nothing on the page names its writer";
    } else {
        out += ", by ";
        append_line(out, name, Style::markdown);
        out += author.source == NameSource::inferred ? " (*inferred*: " : " (printed: ";
        append_author_reason(out, analysis, index, Style::markdown);
        out += ')';
    }
    const Role* role = role_of(analysis, index);
    if (role != nullptr && role->source == NameSource::inferred) {
        out += "; role: ";
        append_line(out, role->name, Style::markdown);
        out += ", *inferred*";
        if (!role->evidence.empty()) {
            out += ": the post ";
            append_line(out, role->evidence, Style::markdown);
        }
    }
    out += '\n';
}

bool rests_on_something(const Analysis& analysis, std::size_t index, bool answers) {
    const ResolvedPost& post = analysis.resolution.posts[index];
    const Role* role = role_of(analysis, index);
    return answers || !post.quotes.empty() || post.author.source == NameSource::inferred ||
           !post.author.conflicting.empty() || (role != nullptr && role->source == NameSource::inferred);
}

}  // namespace

void append_evidence_section(std::string& out, const Analysis& analysis) {
    const auto& replies = analysis.resolution.replies;
    out += "## The evidence\n\nConfidences run from 0 to 1; they are not calibrated yet.\n\n";
    std::size_t next = 0;
    bool any = false;
    for (std::size_t post = 0; post < analysis.resolution.posts.size(); ++post) {
        while (next < replies.size() && replies[next].from < post) ++next;
        const bool answers = next < replies.size() && replies[next].from == post;
        if (!rests_on_something(analysis, post, answers)) continue;
        any = true;
        append_post_line(out, analysis, post);
        for (; next < replies.size() && replies[next].from == post; ++next) {
            append_reply_line(out, analysis, replies[next]);
        }
        const auto& quotes = analysis.resolution.posts[post].quotes;
        for (std::size_t i = 0; i < quotes.size(); ++i) append_quote_line(out, quotes[i], i + 1, quotes.size());
    }
    out += any ? "\n" : "Nothing was inferred.\n\n";
}

void append_notes(std::string& out, const Analysis& analysis) {
    out += "## Notes\n\n";
    for (const std::string& origin : analysis.thread.origins) {
        out += "- Read from ";
        append_line(out, origin, Style::markdown);
        if (!analysis.thread.profile.empty()) {
            out += " with the profile ";
            append_line(out, analysis.thread.profile, Style::markdown);
        }
        out += ".\n";
    }
    for (const Diagnostic& diagnostic : analysis.diagnostics) {
        out += "- ";
        append_line(out, diagnostic.where, Style::markdown);
        out += ": ";
        append_line(out, diagnostic.message, Style::markdown);
        out += '\n';
    }
    out +=
        "- What is marked *inferred* is a conclusion of Rejoinder. Who answers whom is one too, unless the evidence "
        "names the "
        "forum's own id; everything else is printed on the page.\n";
}

}  // namespace rejoinder::report
