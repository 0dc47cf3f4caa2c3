// The first screen: what the argument is about, who argues with whom, how lively it is, what the moderators did, and
// what needs a look.
#include <algorithm>
#include <utility>

#include "base/calendar.hpp"
#include "report/exchanges.hpp"
#include "report/finding_words.hpp"
#include "report/html/pieces.hpp"
#include "report/html/report.hpp"
#include "report/html/timeline.hpp"
#include "report/names.hpp"
#include "report/summary_look.hpp"
#include "report/text_html.hpp"
#include "report/words.hpp"

namespace rejoinder::report {
namespace {

constexpr std::size_t listed_at_most = 6;

void append_fact(std::string& out, std::size_t count, std::string_view one, std::string_view many) {
    out += "<li><b>";
    append_integer(out, static_cast<std::int64_t>(count));
    out += "</b> ";
    out += count == 1 ? one : many;
    out += "</li>";
}

/// "2024-03-19 to 2024-03-21", or how long the thread runs where no date is printed.
void append_span(std::string& out, const Timeline& timeline) {
    const TimeKinds kinds = count_time_kinds(timeline);
    if (!kinds.first || *kinds.first == *kinds.last) return;
    out += "<li>";
    if (timeline.anchor) {
        out += "over <b>";
        out += duration_words(*kinds.last - *kinds.first);
        out += "</b> ";
        append_inferred(out);
    } else {
        out += "<b>";
        out += iso_time(*kinds.first).substr(0, 10);
        out += "</b> to <b>";
        out += iso_time(*kinds.last).substr(0, 10);
        out += "</b>";
    }
    out += "</li>";
}

void append_top(std::string& out, const HtmlReport& report) {
    const Analysis& analysis = report.analysis;
    const Thread& thread = analysis.thread;
    out += "<header class=\"top\" id=\"overview\"><p class=\"eyebrow\">";
    append_html_line(out, thread.forum);
    if (!thread.forum.empty() && !thread.engine.empty()) out += " · ";
    append_html_line(out, thread.engine);
    out += "</p>\n<h1 dir=\"auto\">";
    append_html_line(out, thread.title.empty() ? "A thread without a title" : thread.title);
    out += "</h1>\n<ul class=\"facts\">";
    append_fact(out, thread.posts.size(), "post", "posts");
    append_fact(out, analysis.measures.people.size(), "person known by name", "people known by name");
    if (!analysis.resolution.ghosts.empty())
        append_fact(out, analysis.resolution.ghosts.size(), "post quoted but not on the page",
                    "posts quoted but not on the page");
    if (!thread.deleted.empty())
        append_fact(out, thread.deleted.size(), "notice of a deleted post", "notices of deleted posts");
    append_span(out, analysis.resolution.timeline);
    if (thread.locked) out += "<li><b>locked</b></li>";
    out += "</ul>\n";
    if (!thread.url.empty()) {
        out += "<p class=\"address\">";
        append_web_link(out, thread.url, {});
        out += "</p>\n";
    }
    out += "<p class=\"key\">";
    append_inferred(out);
    out += " marks what Rejoinder concluded; all else is printed on the page.</p></header>\n";
}

void open_card(std::string& out, std::string_view kind, std::string_view title) {
    out += "<section class=\"card ";
    out += kind;
    out += "\"><h2>";
    out += title;
    out += "</h2>\n";
}

void append_looks(std::string& out, const HtmlReport& report) {
    open_card(out, "look", "What needs a look");
    const std::vector<Look> looks = what_needs_a_look(report.analysis, Style::html);
    if (looks.empty()) {
        out += "<p>Nothing stands out.</p></section>\n";
        return;
    }
    out += "<ul>";
    for (const Look& look : looks) {
        out += "<li>";
        out += look.sentence;
        if (look.where) {
            out += " <a class=\"go\" href=\"#";
            append_anchor(out, *look.where);
            out += "\">see ";
            append_named_ref(out, *look.where);
            out += "</a>";
        }
        out += "</li>\n";
    }
    out += "</ul></section>\n";
}

void append_subject(std::string& out, const HtmlReport& report) {
    const Findings& findings = report.analysis.findings;
    open_card(out, "about", "What it is about");
    if (!findings.key_terms.empty()) {
        out += "<ul class=\"terms\" aria-label=\"Words that most posts share\">";
        for (const std::string& term : findings.key_terms) {
            out += "<li>";
            append_html_line(out, term);
            out += "</li>";
        }
        out += "</ul>\n";
    }
    if (!findings.contested) {
        out += "<p>No sentence is quoted by two posts.</p></section>\n";
        return;
    }
    const ContestedPassage& passage = *findings.contested;
    out += "<p>The sentence that most posts quote (";
    append_posts(out, passage.posts, Style::html);
    out += "), from ";
    append_named_ref(out, passage.source, Style::html);
    out += passage.source.kind == Ref::Kind::ghost ? ", which is not on the page, by " : ", by ";
    append_html_writer(out, report, passage.source);
    out += ":</p>\n<blockquote class=\"contested\">";
    append_paragraphs_html(out, passage.sentence, {});
    out += "</blockquote></section>\n";
}

void append_exchanges(std::string& out, const HtmlReport& report) {
    const Analysis& analysis = report.analysis;
    open_card(out, "exchanges", "Who argues with whom");
    const auto& known = analysis.measures.exchanges;
    const std::vector<UnnamedExchange> unnamed = unnamed_exchanges(analysis);
    if (known.empty() && unnamed.empty()) {
        out += "<p>No post answers another, as far as the page shows.</p></section>\n";
        return;
    }
    out += "<ul>";
    std::size_t listed = 0;
    for (; listed < known.size() && listed < listed_at_most; ++listed) {
        out += "<li>";
        append_person_link(out, report, known[listed].from);
        out += " answers ";
        append_person_link(out, report, known[listed].to);
        out += " (";
        append_integer(out, known[listed].replies);
        out += ")</li>\n";
    }
    for (std::size_t i = 0; i < unnamed.size() && listed < listed_at_most; ++i, ++listed) {
        out += "<li>";
        append_unnamed_exchange(out, analysis, unnamed[i], Style::html);
        out += "</li>\n";
    }
    out += "</ul>";
    if (known.size() > listed) out += "<p><a href=\"#exchanges\">All exchanges</a></p>";
    out += "</section>\n";
}

void append_chain(std::string& out, const std::vector<Ref>& chain) {
    for (std::size_t i = 0; i < chain.size() && i < 12; ++i) {
        if (i > 0) out += " ← ";
        out += "<a href=\"#";
        append_anchor(out, chain[i]);
        out += "\">";
        append_ref(out, chain[i]);
        out += "</a>";
    }
    if (chain.size() > 12) out += " ← …";
}

void append_reactions(std::string& out, const Thread& thread) {
    std::vector<std::pair<std::string_view, std::int64_t>> totals;
    for (const Post& post : thread.posts) {
        for (const Reaction& reaction : post.reactions) {
            auto total =
                std::find_if(totals.begin(), totals.end(), [&](const auto& t) { return t.first == reaction.name; });
            if (total == totals.end()) total = totals.insert(totals.end(), {reaction.name, 0});
            total->second += reaction.count;
        }
    }
    if (totals.empty()) return;
    std::stable_sort(totals.begin(), totals.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    out += "<p>Reactions: ";
    for (std::size_t i = 0; i < totals.size() && i < listed_at_most; ++i) {
        if (i > 0) out += ", ";
        append_html_line(out, totals[i].first);
        out += ' ';
        append_integer(out, totals[i].second);
    }
    out += totals.size() > listed_at_most ? " and others.</p>" : ".</p>";
}

void append_liveliness(std::string& out, const HtmlReport& report) {
    const Analysis& analysis = report.analysis;
    open_card(out, "heat", "How lively it is");
    std::size_t answering = 0;
    for (std::size_t post = 0; post + 1 < report.first_reply.size(); ++post)
        answering += report.first_reply[post + 1] > report.first_reply[post] ? 1 : 0;
    out += "<p><b>";
    append_integer(out, static_cast<std::int64_t>(answering));
    out += "</b> of ";
    append_integer(out, static_cast<std::int64_t>(analysis.thread.posts.size()));
    out += answering == 1 ? " posts answers another.</p>" : " posts answer another.</p>";
    const auto& chains = analysis.measures.chains;
    if (!chains.empty() && chains.front().size() > 1) {
        out += "<p>The longest chain of answers has <b>";
        append_integer(out, static_cast<std::int64_t>(chains.front().size()));
        out += "</b> posts: ";
        append_chain(out, chains.front());
        out += "</p>";
    }
    append_reactions(out, analysis.thread);
    out += "</section>\n";
}

void append_may_explain(std::string& out, const HtmlReport& report, const ModerationEvent& event) {
    if (event.may_explain.empty()) return;
    out += " It may have hit ";
    for (std::size_t i = 0; i < event.may_explain.size() && i < listed_at_most; ++i) {
        if (i > 0) out += ", ";
        append_named_ref(out, ghost_ref(event.may_explain[i]), Style::html);
        const std::string_view name = writer_name(report.analysis, ghost_ref(event.may_explain[i]));
        if (name.empty()) continue;
        out += " by <bdi>";
        append_html_line(out, name);
        out += "</bdi>";
    }
    if (event.may_explain.size() > listed_at_most) out += " or others";
    out += ", quoted before it; the page does not say.";
}

void append_event(std::string& out, const HtmlReport& report, const ModerationEvent& event) {
    out += "<li><b>";
    out += moderation_words(event.kind);
    if (!event.object.empty()) {
        out += ' ';
        append_html_line(out, event.object);
    }
    out += "</b>, ";
    if (event.event || event.deleted) {
        out += event.post < report.analysis.thread.posts.size() ? "above " : "below the last post";
        if (event.post < report.analysis.thread.posts.size()) append_named_ref(out, post_ref(event.post), Style::html);
        if (!event.by.empty()) {
            out += ", by <bdi>";
            append_html_line(out, event.by);
            out += "</bdi>";
        }
        out += ": ";
        append_quoted(out, event.sentence, Style::html);
        append_stop(out);
        append_aftermath(out, event, Style::html);
        out += "</li>\n";
        return;
    }
    append_named_ref(out, post_ref(event.post), Style::html);
    out += ", by ";
    append_html_writer(out, report, post_ref(event.post));
    if (const Role* role = role_of(report.analysis, event.post)) {
        out += " (";
        append_html_line(out, role->name);
        if (role->source == NameSource::inferred) {
            out += ' ';
            append_inferred(out);
        }
        out += ')';
    }
    out += ". ";
    if (event.recorded) {
        out += "The source’s record says: ";
        append_quoted(out, event.sentence, Style::html);
        append_stop(out);
    } else if (event.reason.empty()) {
        out += "It gives no reason.";
    } else {
        out += "Reason, in its words: ";
        append_quoted(out, event.reason, Style::html);
        append_stop(out);
    }
    if (!event.warning.empty()) {
        out += " Warning: ";
        append_quoted(out, event.warning, Style::html);
    }
    append_may_explain(out, report, event);
    append_aftermath(out, event, Style::html);
    out += "</li>\n";
}

void append_moderation(std::string& out, const HtmlReport& report) {
    const auto& events = report.analysis.findings.moderation;
    open_card(out, "moderators", "What the moderators did");
    if (events.empty()) {
        out += "<p>Nothing on the page tells of a moderator’s act.</p></section>\n";
        return;
    }
    out += "<ul>";
    for (std::size_t i = 0; i < events.size() && i < listed_at_most; ++i) append_event(out, report, events[i]);
    out += "</ul>";
    if (events.size() > listed_at_most) {
        out += "<p>And ";
        append_integer(out, static_cast<std::int64_t>(events.size() - listed_at_most));
        out += " more, marked in the tree.</p>";
    }
    const auto counted = [](const ModerationEvent& event) { return !event.activity.empty(); };
    if (std::any_of(events.begin(), events.end(), counted)) {
        out += "<p>";
        out += not_cause;
        out += "</p>";
    }
    out += "</section>\n";
}

}  // namespace

void append_html_overview(std::string& out, const HtmlReport& report) {
    append_top(out, report);
    out += "<div class=\"cards\">\n";
    append_looks(out, report);
    append_subject(out, report);
    append_exchanges(out, report);
    append_moderation(out, report);
    append_liveliness(out, report);
    out += "</div>\n";
}

}  // namespace rejoinder::report
