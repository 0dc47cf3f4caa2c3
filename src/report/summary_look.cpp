#include "report/summary_look.hpp"

#include <algorithm>

#include "report/finding_words.hpp"
#include "report/names.hpp"
#include "report/words.hpp"

namespace rejoinder::report {
namespace {

constexpr std::size_t listed_at_most = 10;

/// The list of things to look at, and how many of one kind it holds.
class Looks {
public:
    Looks(const Analysis& of, Style in) : analysis(of), style(in) {}

    const Analysis& analysis;
    Style style;
    std::vector<Look> all;

    /// The sentence of one more thing, to be written; nullptr if there are enough of its kind.
    std::string* next(std::optional<Ref> where) {
        if (++count_ > listed_at_most) return nullptr;
        all.push_back({where, {}});
        return &all.back().sentence;
    }

    /// Ends a kind, and says how many were left out.
    void finish(std::string_view kind) {
        if (count_ > listed_at_most) {
            std::string& out = all.emplace_back().sentence;
            out += "and ";
            append_integer(out, static_cast<std::int64_t>(count_ - listed_at_most));
            out += " more ";
            out += kind;
        }
        count_ = 0;
    }

private:
    std::size_t count_ = 0;
};

void look_at_residual_quotes(Looks& looks) {
    for (const ResidualQuote& residual : looks.analysis.findings.residual_quotes) {
        std::string* out = looks.next(residual.of);
        if (out != nullptr) append_residual_quote(*out, looks.analysis, residual, looks.style);
    }
    looks.finish("posts that are quoted and not on the page");
}

void look_at_altered_quotes(Looks& looks) {
    for (const AlteredQuote& altered : looks.analysis.findings.altered_quotes) {
        std::string* out = looks.next(post_ref(altered.post));
        if (out != nullptr) append_altered_quote(*out, looks.analysis, altered, looks.style);
    }
    looks.finish("quotes that differ from their source");
}

void look_at_pile_ons(Looks& looks) {
    for (const PileOn& pile_on : looks.analysis.findings.pile_ons) {
        std::string* out = looks.next(post_ref(pile_on.posts.front()));
        if (out != nullptr) append_pile_on(*out, looks.analysis, pile_on, looks.style);
    }
    looks.finish("people whom many answer at once");
}

void look_at_unanswered(Looks& looks) {
    for (const UnansweredChallenge& challenge : looks.analysis.findings.unanswered) {
        std::string* out = looks.next(post_ref(challenge.post));
        if (out != nullptr) append_unanswered(*out, looks.analysis, challenge, looks.style);
    }
    looks.finish("questions without an answer");
}

void look_at_names(Looks& looks) {
    for (std::size_t i = 0; i < looks.analysis.resolution.posts.size(); ++i) {
        if (looks.analysis.resolution.posts[i].author.conflicting.empty()) continue;
        std::string* out = looks.next(post_ref(i));
        if (out == nullptr) continue;
        *out += "The name of ";
        append_named_ref(*out, post_ref(i), looks.style);
        *out += "'s writer is in doubt: ";
        append_author_reason(*out, looks.analysis, i, looks.style);
        *out += '.';
    }
    looks.finish("posts whose writer's name is in doubt");
}

void look_at_times(Looks& looks) {
    const Timeline& timeline = looks.analysis.resolution.timeline;
    const auto& refs = timeline.contradiction;
    if (refs.empty()) return;
    std::string& out = *looks.next(refs.front());
    out += "The times of ";
    for (std::size_t i = 0; i < refs.size() && i < listed_at_most; ++i) {
        if (i > 0) out += i + 1 == refs.size() ? " and " : ", ";
        append_named_ref(out, refs[i], looks.style);
    }
    if (refs.size() > listed_at_most) out += " and others";
    out += " cannot all be right";
    if (timeline.dropped > 0) {
        out += "; ";
        append_count(out, timeline.dropped, "statement was", "statements were");
        out += " left out of the timeline";
    }
    out += '.';
    looks.finish({});
}

void look_at_boundaries(Looks& looks) {
    std::vector<std::uint32_t> posts;
    for (std::size_t i = 0; i < looks.analysis.resolution.posts.size(); ++i) {
        const auto& quotes = looks.analysis.resolution.posts[i].quotes;
        const auto unsure = [](const ResolvedQuote& quote) { return quote.boundary_ambiguous; };
        if (std::any_of(quotes.begin(), quotes.end(), unsure)) posts.push_back(static_cast<std::uint32_t>(i));
    }
    if (posts.empty()) return;
    std::string& out = *looks.next(post_ref(posts.front()));
    out += "Where the quote ends and the reply begins is uncertain in ";
    append_posts(out, posts, looks.style);
    out += ": the page does not print it.";
    looks.finish({});
}

void look_at_doubtful_replies(Looks& looks) {
    std::vector<std::uint32_t> posts;
    for (const Reply& reply : looks.analysis.resolution.replies) {
        if (reply.confidence < doubtful_below && (posts.empty() || posts.back() != reply.from))
            posts.push_back(reply.from);
    }
    if (posts.empty()) return;
    std::string& out = *looks.next(post_ref(posts.front()));
    out += "Whom ";
    append_posts(out, posts, looks.style);
    out += posts.size() == 1 ? " answers" : " answer";
    out += " is doubtful (confidence below 0.8).";
    looks.finish({});
}

void look_at_layout(Looks& looks) {
    const Thread& thread = looks.analysis.thread;
    if (!thread.layout) return;
    std::string& out = *looks.next({});
    out += "No profile knows these pages. Which parts of them are posts was told by their ";
    append_line(out, thread.layout->source == "schema.org" ? "schema.org markup" : thread.layout->source, looks.style);
    out += ", with a confidence of ";
    append_confidence(out, thread.layout->confidence);
    out += ": compare some posts with the page.";
    looks.finish({});
}

void look_at_missing_pages(Looks& looks) {
    const auto& pages = looks.analysis.thread.missing_pages;
    if (pages.empty()) return;
    std::string& out = *looks.next({});
    out += pages.size() == 1 ? "Page " : "Pages ";
    for (std::size_t i = 0; i < pages.size() && i < listed_at_most; ++i) {
        if (i > 0) out += i + 1 == pages.size() ? " and " : ", ";
        append_integer(out, pages[i]);
    }
    if (pages.size() > listed_at_most) out += " and others";
    out += " of the thread ";
    out += pages.size() == 1 ? "was" : "were";
    out += " not given: a post that seems to be gone may stand there.";
    if (begins_later(looks.analysis.thread)) out += " Numbers count from the first post given.";
    looks.finish({});
}

}  // namespace

std::vector<Look> what_needs_a_look(const Analysis& analysis, Style style) {
    Looks looks(analysis, style);
    look_at_layout(looks);
    look_at_residual_quotes(looks);
    look_at_altered_quotes(looks);
    look_at_pile_ons(looks);
    look_at_unanswered(looks);
    look_at_names(looks);
    look_at_times(looks);
    look_at_boundaries(looks);
    look_at_doubtful_replies(looks);
    look_at_missing_pages(looks);
    return std::move(looks.all);
}

void append_needs_a_look(std::string& out, const Analysis& analysis) {
    out += "### What needs a look\n\n";
    const std::vector<Look> looks = what_needs_a_look(analysis, Style::markdown);
    for (const Look& look : looks) {
        out += "- ";
        out += look.sentence;
        out += '\n';
    }
    out += looks.empty() ? "Nothing stands out.\n\n" : "\n";
}

}  // namespace rejoinder::report
