#include "report/summary_look.hpp"

#include <algorithm>

#include "report/names.hpp"
#include "report/words.hpp"

namespace rejoinder::report {
namespace {

constexpr std::size_t listed_at_most = 10;

/// Counts the lines of one kind, and says how many were left out.
class Lines {
public:
    explicit Lines(std::string& out) : out_(out) {}

    /// True if one more line may be written.
    bool next() { return ++count_ <= listed_at_most; }

    void finish(std::string_view kind) {
        if (count_ <= listed_at_most) return;
        out_ += "- and ";
        append_integer(out_, static_cast<std::int64_t>(count_ - listed_at_most));
        out_ += " more ";
        out_ += kind;
        out_ += '\n';
    }

    std::size_t count() const { return count_; }

private:
    std::string& out_;
    std::size_t count_ = 0;
};

std::size_t look_at_residual_quotes(std::string& out, const Analysis& analysis) {
    Lines lines(out);
    for (const ResidualQuote& residual : analysis.findings.residual_quotes) {
        if (!lines.next()) continue;
        out += "- ";
        append_residual_quote(out, analysis, residual, Style::markdown);
        out += '\n';
    }
    lines.finish("posts that are quoted and not on the page");
    return lines.count();
}

std::size_t look_at_altered_quotes(std::string& out, const Analysis& analysis) {
    Lines lines(out);
    for (const AlteredQuote& altered : analysis.findings.altered_quotes) {
        if (!lines.next()) continue;
        out += "- Post ";
        append_integer(out, altered.post + 1);
        out += " quotes ";
        append_match(out, analysis.resolution.posts[altered.post].quotes[altered.quote], Style::markdown);
        out += ".\n";
    }
    lines.finish("quotes with changed words");
    return lines.count();
}

std::size_t look_at_names(std::string& out, const Analysis& analysis) {
    Lines lines(out);
    for (std::size_t i = 0; i < analysis.resolution.posts.size(); ++i) {
        if (analysis.resolution.posts[i].author.conflicting.empty() || !lines.next()) continue;
        out += "- The name of post ";
        append_integer(out, static_cast<std::int64_t>(i) + 1);
        out += "'s writer is in doubt: ";
        append_author_reason(out, analysis, i, Style::markdown);
        out += ".\n";
    }
    lines.finish("posts whose writer's name is in doubt");
    return lines.count();
}

std::size_t look_at_times(std::string& out, const Timeline& timeline) {
    if (timeline.contradiction.empty()) return 0;
    out += "- The times of ";
    const auto& refs = timeline.contradiction;
    for (std::size_t i = 0; i < refs.size() && i < listed_at_most; ++i) {
        if (i > 0) out += i + 1 == refs.size() ? " and " : ", ";
        append_named_ref(out, refs[i]);
    }
    if (refs.size() > listed_at_most) out += " and others";
    out += " cannot all be right";
    if (timeline.dropped > 0) {
        out += "; ";
        append_count(out, timeline.dropped, "statement was", "statements were");
        out += " left out of the timeline";
    }
    out += ".\n";
    return 1;
}

std::size_t look_at_boundaries(std::string& out, const Analysis& analysis) {
    std::vector<std::uint32_t> posts;
    for (std::size_t i = 0; i < analysis.resolution.posts.size(); ++i) {
        const auto& quotes = analysis.resolution.posts[i].quotes;
        const auto unsure = [](const ResolvedQuote& quote) { return quote.boundary_ambiguous; };
        if (std::any_of(quotes.begin(), quotes.end(), unsure)) posts.push_back(static_cast<std::uint32_t>(i));
    }
    if (posts.empty()) return 0;
    out += "- Where the quote ends and the reply begins is uncertain in ";
    append_posts(out, posts);
    out += ": the page does not print it.\n";
    return 1;
}

std::size_t look_at_doubtful_replies(std::string& out, const Analysis& analysis) {
    std::vector<std::uint32_t> posts;
    for (const Reply& reply : analysis.resolution.replies) {
        if (reply.confidence < doubtful_below && (posts.empty() || posts.back() != reply.from))
            posts.push_back(reply.from);
    }
    if (posts.empty()) return 0;
    out += "- Whom ";
    append_posts(out, posts);
    out += posts.size() == 1 ? " answers" : " answer";
    out += " is doubtful (confidence below 0.8).\n";
    return 1;
}

std::size_t look_at_layout(std::string& out, const Thread& thread) {
    if (!thread.layout) return 0;
    out += "- No profile knows these pages. Which parts of them are posts was told by their ";
    out += thread.layout->source == "schema.org" ? "schema.org markup" : thread.layout->source;
    out += ", with a confidence of ";
    append_confidence(out, thread.layout->confidence);
    out += ": compare some posts with the page.\n";
    return 1;
}

std::size_t look_at_missing_pages(std::string& out, const Thread& thread) {
    const auto& pages = thread.missing_pages;
    if (pages.empty()) return 0;
    out += pages.size() == 1 ? "- Page " : "- Pages ";
    for (std::size_t i = 0; i < pages.size() && i < listed_at_most; ++i) {
        if (i > 0) out += i + 1 == pages.size() ? " and " : ", ";
        append_integer(out, pages[i]);
    }
    if (pages.size() > listed_at_most) out += " and others";
    out += " of the thread ";
    out += pages.size() == 1 ? "was" : "were";
    out += " not given: a post that seems to be gone may stand there.";
    if (begins_later(thread)) out += " Numbers count from the first post given.";
    out += '\n';
    return 1;
}

}  // namespace

void append_residual_quote(std::string& out, const Analysis& analysis, const ResidualQuote& residual, Style style) {
    const Ghost& ghost = analysis.resolution.ghosts[residual.ghost];
    const bool several = residual.posts.size() != 1;
    const std::size_t begin = out.size();
    append_count(out, residual.posts.size(), "post", "posts");
    capitalize(out, begin);
    out += " (";
    append_numbers(out, residual.posts);
    out += ')';
    if (several && residual.members_at_most > 0) {
        out += residual.members_at_most > residual.members_at_least ? ", by up to " : ", by ";
        append_count(out, residual.members_at_most, "member", "members");
        out += ',';
    }
    out += several ? " still quote a post by " : " still quotes a post by ";
    append_ghost_writer(out, ghost, style);
    out += " that is not on the page: ";
    append_integer(out, residual.words);
    out += " of its words can be read.";
}

void append_needs_a_look(std::string& out, const Analysis& analysis) {
    out += "### What needs a look\n\n";
    std::size_t found = look_at_layout(out, analysis.thread);
    found += look_at_residual_quotes(out, analysis);
    found += look_at_altered_quotes(out, analysis);
    found += look_at_names(out, analysis);
    found += look_at_times(out, analysis.resolution.timeline);
    found += look_at_boundaries(out, analysis);
    found += look_at_doubtful_replies(out, analysis);
    found += look_at_missing_pages(out, analysis.thread);
    out += found == 0 ? "Nothing stands out.\n\n" : "\n";
}

}  // namespace rejoinder::report
