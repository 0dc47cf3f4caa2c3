#include "report/comparison.hpp"

#include <array>

#include "base/calendar.hpp"
#include "base/word_diff.hpp"
#include "report/finding_words.hpp"
#include "report/json_findings.hpp"
#include "report/words.hpp"

namespace rejoinder::report {
namespace {

constexpr std::size_t opening_letters = 100;
constexpr std::size_t shown_changes = 60;
constexpr Style plain = Style::plain;

std::string_view kind_name(PostChangeKind kind) {
    switch (kind) {
        case PostChangeKind::added:
            return "added";
        case PostChangeKind::deleted:
            return "deleted";
        case PostChangeKind::edited:
            return "edited";
        case PostChangeKind::reactions:
            return "reactions";
    }
    return "";
}

/// ", between A and B", ", by B", or nothing if no time is known.
void append_time(std::string& out, const ChangeTime& time) {
    if (time.printed && time.after && time.before && *time.before - *time.after == 1) {
        out += ", at " + iso_time(*time.after);
    } else if (time.after && time.before) {
        out += ", between " + iso_time(*time.after) + " and " + iso_time(*time.before);
    } else if (time.after) {
        out += ", after " + iso_time(*time.after);
    } else if (time.before) {
        out += ", before " + iso_time(*time.before);
    }
    if (time.printed) out += ", as the page prints";
}

void append_capture(std::string& out, std::string_view which, const Thread& thread, std::optional<UnixTime> at) {
    out += which;
    out += ": ";
    append_count(out, thread.posts.size(), "post", "posts");
    out += at ? ", captured " + iso_time(*at) : ", captured at an unknown time";
    if (!thread.origins.empty()) {
        out += ", ";
        append_line(out, thread.origins.front(), plain);
        if (thread.origins.size() > 1) {
            out += " and ";
            append_count(out, thread.origins.size() - 1, "page more", "pages more");
        }
    }
    out += '\n';
}

void append_head(std::string& out, const Thread& first, const Thread& second, const Comparison& comparison) {
    append_line(out, first.title.empty() ? "A thread without a title" : first.title, plain);
    out += '\n';
    append_capture(out, "First capture", first, comparison.first_at);
    append_capture(out, "Second capture", second, comparison.second_at);
    if (comparison.swapped) out += "The first capture is the later one: what follows goes back in time.\n";
    const std::size_t begin = out.size();
    append_count(out, comparison.matched, "post stands in both.", "posts stand in both.");
    capitalize(out, begin);
    out += '\n';
    if (comparison.matched == 0) out += "They may be captures of different threads.\n";
    const std::array<std::pair<PostChangeKind, std::string_view>, 4> kinds = {
        {{PostChangeKind::deleted, " deleted"},
         {PostChangeKind::edited, " edited"},
         {PostChangeKind::added, " added"},
         {PostChangeKind::reactions, " with other reactions only"}}};
    for (const auto& [kind, words] : kinds) {
        std::size_t count = 0;
        for (const PostChange& change : comparison.changes) count += change.kind == kind ? 1 : 0;
        if (kind != PostChangeKind::deleted) out += ", ";
        append_integer(out, static_cast<std::int64_t>(count));
        out += words;
    }
    out += ".\n";
}

void append_thread_changes(std::string& out, const Thread& second, const Comparison& comparison) {
    if (comparison.title) {
        out += "The title is now ";
        append_quoted(out, *comparison.title, plain);
        out += ".\n";
    }
    if (comparison.locked) {
        out += *comparison.locked ? "The thread was locked" : "The thread was unlocked";
        append_time(out, comparison.locked_time);
        out += ".\n";
    }
    for (const std::size_t event : comparison.events) {
        out += "A new line between the posts: ";
        append_quoted(out, second.events[event].text, plain);
        append_stop(out);
        out += '\n';
    }
}

void append_reactions(std::string& out, const std::vector<ReactionChange>& reactions) {
    if (reactions.empty()) return;
    out += "  Reactions: ";
    for (const ReactionChange& reaction : reactions) {
        if (&reaction != reactions.data()) out += ", ";
        append_line(out, reaction.name, plain);
        out += ' ';
        append_integer(out, reaction.before);
        out += " → ";
        append_integer(out, reaction.after);
    }
    out += '\n';
}

void append_writer(std::string& out, const Post& post) {
    if (post.author.empty()) return;
    out += ", by ";
    append_line(out, post.author, plain);
}

void append_words_of(std::string& out, const Post& post) {
    const std::string words = own_words(post.body);
    if (words.empty()) return;
    out += "  It reads ";
    append_opening(out, words, opening_letters, plain);
    append_stop(out);
    out += '\n';
}

void append_edit(std::string& out, const PostChange& change) {
    if (change.only_signs) {
        out += "  Its words are the same: signs, capitals or spaces changed.\n";
        return;
    }
    out += "  ";
    append_diff(out, word_diff(change.before, change.after), false, shown_changes, plain);
    out += '\n';
}

void append_change(std::string& out, const Thread& first, const Thread& second, const PostChange& change) {
    const bool added = change.kind == PostChangeKind::added;
    const Post& post = added ? second.posts[*change.second] : first.posts[*change.first];
    out += "\nPost ";
    append_integer(out, (added ? *change.second : *change.first) + 1);
    out += added ? " of the second" : " of the first";
    append_writer(out, post);
    out += ": ";
    out += change.kind == PostChangeKind::reactions ? "other reactions" : kind_name(change.kind);
    append_time(out, change.time);
    out += ".\n";
    if (change.kind == PostChangeKind::deleted) {
        append_words_of(out, post);
        if (!change.notice.empty()) {
            out += "  In its place stands ";
            append_quoted(out, change.notice, plain);
            append_stop(out);
            out += '\n';
        }
    }
    if (added) append_words_of(out, post);
    if (change.kind == PostChangeKind::edited) append_edit(out, change);
    if (!change.certain) {
        out += added ? "  It may stand on a page that the first capture does not hold.\n"
                     : "  It may stand on a page that the second capture does not hold.\n";
    }
    append_reactions(out, change.reactions);
}

Json moment_value(std::optional<UnixTime> moment) {
    return moment ? Json(iso_time(*moment)) : Json(nullptr);
}

Json change_time_value(const ChangeTime& time) {
    return object(
        {{"after", moment_value(time.after)}, {"before", moment_value(time.before)}, {"printed", time.printed}});
}

Json change_value(const Thread& first, const Thread& second, const PostChange& change) {
    const Post& post = change.first ? first.posts[*change.first] : second.posts[*change.second];
    Json reactions = Json::array();
    for (const ReactionChange& reaction : change.reactions) {
        reactions.push_back(object({{"name", reaction.name}, {"before", reaction.before}, {"after", reaction.after}}));
    }
    const bool edited = change.kind == PostChangeKind::edited;
    return object({{"kind", kind_name(change.kind)},
                   {"first", change.first ? Json(*change.first + 1) : Json(nullptr)},
                   {"second", change.second ? Json(*change.second + 1) : Json(nullptr)},
                   {"key", text_or_null(post.key)},
                   {"author", text_or_null(post.author)},
                   {"time", change_time_value(change.time)},
                   {"certain", change.certain},
                   {"notice", text_or_null(change.notice)},
                   {"text", text_or_null(edited ? std::string() : own_words(post.body))},
                   {"only_signs", change.only_signs},
                   {"diff", edited ? diff_value(word_diff(change.before, change.after)) : Json::array()},
                   {"reactions", std::move(reactions)}});
}

Json capture_value(const Thread& thread, std::optional<UnixTime> at) {
    return object({{"title", thread.title},
                   {"key", text_or_null(thread.key)},
                   {"captured", moment_value(at)},
                   {"posts", thread.posts.size()},
                   {"pages", thread.origins},
                   {"missing_pages", thread.missing_pages}});
}

}  // namespace

std::string write_comparison_text(const Thread& first, const Thread& second, const Comparison& comparison) {
    std::string out;
    append_head(out, first, second, comparison);
    append_thread_changes(out, second, comparison);
    for (const PostChange& change : comparison.changes) append_change(out, first, second, change);
    return out;
}

std::string write_comparison_json(const Thread& first, const Thread& second, const Comparison& comparison) {
    Json changes = Json::array();
    for (const PostChange& change : comparison.changes) changes.push_back(change_value(first, second, change));
    Json events = Json::array();
    for (const std::size_t event : comparison.events) {
        const ThreadEvent& line = second.events[event];
        events.push_back(
            object({{"by", text_or_null(line.author)}, {"time", time_value(line.time)}, {"text", line.text}}));
    }
    return dump(object({{"first", capture_value(first, comparison.first_at)},
                        {"second", capture_value(second, comparison.second_at)},
                        {"swapped", comparison.swapped},
                        {"matched", comparison.matched},
                        {"title", comparison.title ? Json(*comparison.title) : Json(nullptr)},
                        {"locked", comparison.locked ? Json(*comparison.locked) : Json(nullptr)},
                        {"locked_time", change_time_value(comparison.locked_time)},
                        {"events", std::move(events)},
                        {"changes", std::move(changes)}}),
                2);
}

}  // namespace rejoinder::report
