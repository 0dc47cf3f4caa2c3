// What the moderators did, what it reached, and what was written before and after it.
#include <algorithm>

#include "report/finding_words.hpp"
#include "report/markdown.hpp"
#include "report/names.hpp"
#include "report/words.hpp"

namespace rejoinder::report {
namespace {

constexpr std::size_t listed_at_most = 10;

void append_and_more(std::string& out, std::size_t count) {
    out += "- and ";
    append_integer(out, static_cast<std::int64_t>(count));
    out += " more, below\n";
}

void append_ghost_list(std::string& out, const Analysis& analysis, const std::vector<std::uint32_t>& ghosts) {
    for (std::size_t i = 0; i < ghosts.size(); ++i) {
        if (i > 0) out += i + 1 == ghosts.size() ? " or " : ", ";
        append_ref(out, ghost_ref(ghosts[i]));
        const std::string_view name = writer_name(analysis, ghost_ref(ghosts[i]));
        if (name.empty()) continue;
        out += " by ";
        append_line(out, name, Style::markdown);
    }
}

/// "- Above post 4, by Bo, 6 Jan": where a line or a notice between the posts stands.
void append_place(std::string& out, const Analysis& analysis, const ModerationEvent& event) {
    if (event.post < analysis.thread.posts.size()) {
        out += "- Above post ";
        append_integer(out, event.post + 1);
    } else {
        out += "- Below the last post";
    }
    if (!event.by.empty()) {
        out += ", by ";
        append_line(out, event.by, Style::markdown);
    }
    if (!event.event) return;
    const PrintedTime& time = analysis.thread.events[*event.event].time;
    if (time.text.empty()) return;
    out += ", ";
    append_line(out, time.text, Style::markdown);
}

/// "**locked**. The page says so between its posts: “Bo locked this topic”."
void append_thread_event(std::string& out, const Analysis& analysis, const ModerationEvent& event) {
    append_place(out, analysis, event);
    out += ": **";
    out += moderation_words(event.kind);
    if (event.deleted) {
        const std::string& author = analysis.thread.deleted[*event.deleted].author;
        out += author.empty() ? " a post" : " a post by ";
        append_line(out, author, Style::markdown);
        out += "**. The notice in its place says so: ";
    } else {
        out += "**. The page says so between its posts: ";
    }
    append_quoted(out, event.sentence, Style::markdown);
    out += '.';
    append_aftermath(out, event, Style::markdown);
    out += '\n';
}

/// "The source's record of the post says so: “[removed]”." or "Edited by Bo, who did not write it: “…”."
void append_record(std::string& out, const ModerationEvent& event) {
    if (event.kind != ModerationKind::edit || event.by.empty()) {
        out += "The source's record of the post says so: ";
    } else {
        out += "The post's note names ";
        append_line(out, event.by, Style::markdown);
        out += ", who did not write it: ";
    }
    append_quoted(out, event.sentence, Style::markdown);
    append_stop(out);
    if (!event.reason.empty()) {
        out += " Reason, in its words: ";
        append_quoted(out, event.reason, Style::markdown);
        append_stop(out);
    }
}

void append_event(std::string& out, const Analysis& analysis, const ModerationEvent& event) {
    if (event.event || event.deleted) return append_thread_event(out, analysis, event);
    out += "- Post ";
    append_integer(out, event.post + 1);
    if (const std::string_view name = writer_name(analysis, post_ref(event.post)); !name.empty()) {
        out += ", by ";
        append_line(out, name, Style::markdown);
    }
    if (const Role* role = role_of(analysis, event.post)) {
        out += role->source == NameSource::inferred ? " (*inferred* role: " : " (role: ";
        append_line(out, role->name, Style::markdown);
        out += ')';
    }
    out += ": **";
    out += moderation_words(event.kind);
    if (!event.object.empty()) {
        out += ' ';
        append_line(out, event.object, Style::markdown);
    }
    out += "**. ";
    if (event.recorded) {
        append_record(out, event);
        append_aftermath(out, event, Style::markdown);
        out += '\n';
        return;
    }
    if (event.reason.empty()) {
        out += "It gives no reason.";
    } else {
        out += "Reason, in its words: ";
        append_quoted(out, event.reason, Style::markdown);
        out += '.';
    }
    if (!event.warning.empty()) {
        out += " Warning: ";
        append_quoted(out, event.warning, Style::markdown);
    }
    if (!event.may_explain.empty()) {
        out += " It may have hit ";
        append_ghost_list(out, analysis, event.may_explain);
        out += event.may_explain.size() == 1 ? ", which was quoted before it" : ", which were quoted before it";
        out += "; the page does not say.";
    }
    append_aftermath(out, event, Style::markdown);
    out += '\n';
}

}  // namespace

void append_moderation(std::string& out, const Analysis& analysis) {
    const auto& events = analysis.findings.moderation;
    out += "### What the moderators did\n\n";
    if (events.empty()) {
        out += "Nothing on the page tells of a moderator's act.\n\n";
        return;
    }
    for (std::size_t i = 0; i < events.size() && i < listed_at_most; ++i) append_event(out, analysis, events[i]);
    if (events.size() > listed_at_most) append_and_more(out, events.size() - listed_at_most);
    const bool counted = std::any_of(events.begin(), events.end(), [](const auto& e) { return !e.activity.empty(); });
    if (counted) {
        out += "\n";
        out += not_cause;
    }
    out += '\n';
}

}  // namespace rejoinder::report
