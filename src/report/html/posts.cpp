// The posts in page order, with the ghosts before the first post that quotes them, and what was said between the posts.
#include <algorithm>

#include "base/calendar.hpp"
#include "report/html/pieces.hpp"
#include "report/html/post_body.hpp"
#include "report/html/report.hpp"
#include "report/names.hpp"
#include "report/text_html.hpp"
#include "report/words.hpp"

namespace rejoinder::report {
namespace {

/// Posts that a browser lays out together, when they come on the screen.
constexpr std::size_t chunk_size = 40;

void append_bound(std::string& out, std::string_view name, const std::optional<std::int64_t>& bound) {
    if (!bound) return;
    out += name;
    append_integer(out, *bound);
    out += '"';
}

/// `<article class="post" id="p4" data-u="2" data-t0="…" data-t1="…" data-f="…">`.
void open_article(std::string& out, const HtmlReport& report, Ref ref) {
    const bool ghost = ref.kind == Ref::Kind::ghost;
    const Timeline& timeline = report.analysis.resolution.timeline;
    out += ghost ? "<article class=\"post ghost\" id=\"" : "<article class=\"post\" id=\"";
    append_anchor(out, ref);
    out += '"';
    const std::uint32_t person = (ghost ? report.ghost_person : report.post_person)[ref.index];
    if (person != nobody) {
        out += " data-u=\"";
        append_integer(out, person + 1);
        out += '"';
    }
    const auto& bounds = ghost ? timeline.ghosts : timeline.posts;
    if (ref.index < bounds.size()) {
        append_bound(out, " data-t0=\"", bounds[ref.index].earliest);
        append_bound(out, " data-t1=\"", bounds[ref.index].latest);
    }
    out += '>';
}

/// The time as printed, or what the timeline knows.
void append_when(std::string& out, const HtmlReport& report, Ref ref) {
    const Timeline& timeline = report.analysis.resolution.timeline;
    const bool ghost = ref.kind == Ref::Kind::ghost;
    if (!ghost) {
        const PrintedTime& time = report.analysis.thread.posts[ref.index].time;
        if (!time.text.empty() || time.at) {
            out += " · <time";
            if (time.at) {
                out += " datetime=\"";
                out += iso_time(time.at->at_least);
                out += '"';
            }
            out += '>';
            append_html_line(out, time.text.empty() ? iso_time(time.at->at_least) : time.text);
            out += "</time>";
            return;
        }
    }
    const auto& bounds = ghost ? timeline.ghosts : timeline.posts;
    if (ref.index >= bounds.size()) return;
    const TimeBounds& known = bounds[ref.index];
    out += " · <span class=\"when\">";
    if (timeline.anchor == ref) {
        out += "times are counted from here";
    } else {
        append_bounds(out, timeline, known);
        if (known.earliest || known.latest) {
            out += ' ';
            append_inferred(out);
        }
    }
    out += "</span>";
}

void append_post_head(std::string& out, const HtmlReport& report, std::uint32_t index) {
    const Post& post = report.analysis.thread.posts[index];
    out += "<header><a class=\"num\" href=\"#p";
    append_integer(out, index + 1);
    out += "\">";
    append_integer(out, index + 1);
    out += "</a> ";
    append_html_writer(out, report, post_ref(index));
    if (const Role* role = role_of(report.analysis, index)) {
        out += " · ";
        append_html_line(out, role->name);
        if (role->source == NameSource::inferred) {
            out += ' ';
            append_inferred(out);
        }
    }
    append_when(out, report, post_ref(index));
    if (post.permalink.starts_with("http://") || post.permalink.starts_with("https://")) {
        out += " · ";
        append_web_link(out, post.permalink, "on the forum");
    }
    out += " <button type=\"button\" class=\"cite\">cite</button></header>";
}

void append_answers(std::string& out, const HtmlReport& report, std::uint32_t index) {
    const Analysis& analysis = report.analysis;
    const auto& replies = analysis.resolution.replies;
    const std::uint32_t first = report.first_reply[index], last = report.first_reply[index + 1];
    const ResolvedAuthor& author = analysis.resolution.posts[index].author;
    const Role* role = role_of(analysis, index);
    const bool inferred_role = role != nullptr && role->source == NameSource::inferred && !role->evidence.empty();
    const bool inferred_name = author.source == NameSource::inferred || !author.conflicting.empty();
    if (first == last && !inferred_name && !inferred_role) return;
    out += "<div class=\"re\">";
    for (std::uint32_t i = first; i < last; ++i) {
        out += i == first ? "answers " : ", also ";
        append_named_ref(out, replies[i].to, Style::html);
        const std::string_view name = writer_name(analysis, replies[i].to);
        if (!name.empty()) {
            out += " by <bdi>";
            append_html_line(out, name);
            out += "</bdi>";
        }
        if (replies[i].confidence < doubtful_below) out += " <span class=\"doubt\">doubtful</span>";
    }
    if (first == last) out += inferred_name ? "whose words these are:" : "which role the writer has:";
    out += " <details class=\"why\"><summary>why</summary><ul>";
    for (std::uint32_t i = first; i < last; ++i) {
        out += "<li>answers ";
        append_named_ref(out, replies[i].to, Style::html);
        out += ", confidence ";
        append_confidence(out, replies[i].confidence);
        out += ": ";
        append_all_evidence(out, analysis, replies[i], Style::html);
        out += "</li>";
    }
    if (inferred_name) {
        out += "<li>its writer: ";
        append_author_reason(out, analysis, index, Style::html);
        out += "</li>";
    }
    if (inferred_role) {
        out += "<li>role ";
        append_html_line(out, role->name);
        out += ": the post ";
        append_html_line(out, role->evidence);
        out += "</li>";
    }
    out += "</ul></details></div>";
}

void append_lists(std::string& out, const Post& post) {
    if (!post.links.empty()) {
        out += "<p class=\"extra\">Links in it: ";
        for (std::size_t i = 0; i < post.links.size(); ++i) {
            if (i > 0) out += ", ";
            append_web_link(out, post.links[i].url, post.links[i].text);
        }
        out += "</p>";
    }
    if (!post.attachments.empty()) {
        out += "<p class=\"extra\">Files on it: ";
        for (std::size_t i = 0; i < post.attachments.size(); ++i) {
            if (i > 0) out += ", ";
            append_web_link(out, post.attachments[i].url, post.attachments[i].name);
        }
        out += "</p>";
    }
    for (const PrintedAct& act : post.acts) {
        out += "<p class=\"act\">The source records: ";
        append_quoted(out, act.text, Style::html);
        out += "</p>";
    }
    if (post.edit) {
        out += "<p class=\"extra\">";
        append_html_line(out, post.edit->text);
        out += "</p>";
    }
    for (const EarlierText& earlier : post.earlier_texts) {
        out += "<details class=\"earlier\"><summary>an earlier text of it, from ";
        append_html_line(out, earlier.origin);
        out += "</summary>";
        append_paragraphs_html(out, own_words(earlier.body), {});
        out += "</details>";
    }
}

void append_post_foot(std::string& out, const HtmlReport& report, std::uint32_t index) {
    const Post& post = report.analysis.thread.posts[index];
    const auto& answers = report.answered_by[index];
    if (answers.empty() && post.reactions.empty()) return;
    out += "<footer>";
    if (!answers.empty()) {
        out += "answered by ";
        append_posts(out, answers, Style::html);
    }
    for (std::size_t i = 0; i < post.reactions.size(); ++i) {
        out += i == 0 && answers.empty() ? "" : " · ";
        append_html_line(out, post.reactions[i].name);
        out += ' ';
        append_integer(out, post.reactions[i].count);
    }
    out += "</footer>";
}

void append_article(std::string& out, const HtmlReport& report, std::uint32_t index) {
    open_article(out, report, post_ref(index));
    append_post_head(out, report, index);
    append_answers(out, report, index);
    out += "<div class=\"body\">";
    append_post_body(out, report, index);
    out += "</div>";
    append_lists(out, report.analysis.thread.posts[index]);
    append_post_foot(out, report, index);
    out += "</article>\n";
}

void append_ghost_article(std::string& out, const HtmlReport& report, std::uint32_t index) {
    const Ghost& ghost = report.analysis.resolution.ghosts[index];
    open_article(out, report, ghost_ref(index));
    out += "<header><a class=\"num\" href=\"#g";
    append_integer(out, index + 1);
    out += "\">g";
    append_integer(out, index + 1);
    out += "</a> ";
    append_html_writer(out, report, ghost_ref(index));
    out += " <b class=\"gone\">not on the page</b>";
    append_when(out, report, ghost_ref(index));
    out += "</header><p class=\"extra\">Put together from the quotes in ";
    append_posts(out, ghost.quoted_by, Style::html);
    out += " (";
    append_inferred(out);
    out += "); ";
    append_count(out, ghost.words, "word", "words");
    out += " can be read.";
    if (!ghost.key.empty()) {
        out += " The forum’s id of it: ";
        append_html_line(out, ghost.key);
        out += '.';
    }
    out += "</p><div class=\"body\">";
    append_ghost_body(out, report, index);
    out += "</div></article>\n";
}

void append_event_line(std::string& out, const ThreadEvent& event) {
    out += "<p class=\"between\">Between the posts: ";
    append_quoted(out, event.text, Style::html);
    if (!event.time.text.empty()) {
        out += ", ";
        append_html_line(out, event.time.text);
    }
    out += "</p>\n";
}

void append_deleted_line(std::string& out, const DeletedPost& deleted) {
    out += "<p class=\"between\">In the place of a deleted post";
    if (!deleted.author.empty()) {
        out += " by <bdi>";
        append_html_line(out, deleted.author);
        out += "</bdi>";
    }
    out += ": ";
    append_quoted(out, deleted.notice, Style::html);
    out += "</p>\n";
}

/// Lines that stand above a post. `next_event` and `next_deleted` move behind those that are written.
void append_lines_above(std::string& out, const Thread& thread, std::size_t post, std::size_t& next_event,
                        std::size_t& next_deleted) {
    for (; next_deleted < thread.deleted.size() && thread.deleted[next_deleted].before <= post; ++next_deleted)
        append_deleted_line(out, thread.deleted[next_deleted]);
    for (; next_event < thread.events.size() && thread.events[next_event].before <= post; ++next_event)
        append_event_line(out, thread.events[next_event]);
}

}  // namespace

void append_html_posts(std::string& out, const HtmlReport& report) {
    const Thread& thread = report.analysis.thread;
    append_section(out, "posts", "Posts");
    out +=
        "<p class=\"lead\">In page order. <mark class=\"q1\">Shaded</mark> words are quoted by other posts, the "
        "<mark class=\"q4\">darker</mark> the more of them. In quotes, <ins>words that the source does not have</ins> "
        "and <del>words of the source that were cut</del> are marked.</p>\n";
    std::size_t next_event = 0, next_deleted = 0;
    const auto& order = report.tree.order;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i % chunk_size == 0) out += i == 0 ? "<div class=\"chunk\">\n" : "</div>\n<div class=\"chunk\">\n";
        if (order[i].kind == Ref::Kind::ghost) {
            append_ghost_article(out, report, order[i].index);
        } else {
            append_lines_above(out, thread, order[i].index, next_event, next_deleted);
            append_article(out, report, order[i].index);
        }
    }
    append_lines_above(out, thread, thread.posts.size(), next_event, next_deleted);
    out += order.empty() ? "</section>\n" : "</div>\n</section>\n";
}

}  // namespace rejoinder::report
