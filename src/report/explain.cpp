// Every conclusion about one post with its evidence, in sentences: what `rejoinder explain` prints.
#include <fmt/format.h>

#include <algorithm>

#include "base/calendar.hpp"
#include "rejoinder/report.hpp"
#include "report/explain_findings.hpp"
#include "report/names.hpp"
#include "report/words.hpp"

namespace rejoinder {
namespace {

using namespace report;

constexpr std::size_t opening_letters = 200;
constexpr std::int64_t seconds_of_minute = 60;
constexpr Style plain = Style::plain;

void explain_writer(std::string& out, const Analysis& analysis, std::size_t index) {
    const ResolvedAuthor& author = analysis.resolution.posts[index].author;
    out += "Who wrote it\n  ";
    std::string reason;
    append_author_reason(reason, analysis, index, plain);
    if (author.name.empty()) {
        out += "Nothing on the page tells who wrote it";
        if (!reason.empty()) out += "; " + reason;
    } else {
        append_line(out, author.name, plain);
        out += author.source == NameSource::inferred ? ", inferred: " : ", printed: ";
        out += reason;
    }
    out += ".\n";
}

void explain_role(std::string& out, const Analysis& analysis, std::size_t index) {
    const Role* role = role_of(analysis, index);
    if (role == nullptr) return;
    out += "  Role: ";
    append_line(out, role->name, plain);
    if (role->source == NameSource::inferred) {
        out += ", inferred: the post ";
    } else {
        out += ", ";
    }
    append_line(out, role->evidence.empty() ? "prints it" : role->evidence, plain);
    out += ".\n";
}

/// What the bounds of a post may rest on: its own time, ages in its quotes, and ages in quotes of it.
void explain_time_basis(std::string& out, const Analysis& analysis, std::size_t index) {
    const auto& posts = analysis.resolution.posts;
    for (const ResolvedQuote& quote : posts[index].quotes) {
        if (!quote.source || !quote.time.age) continue;
        out += "  It quotes ";
        append_named_ref(out, *quote.source);
        out += " as written ";
        append_quoted(out, quote.time.text, plain);
        out += ".\n";
    }
    for (std::size_t i = 0; i < posts.size(); ++i) {
        for (const ResolvedQuote& quote : posts[i].quotes) {
            if (quote.depth > 1 || !quote.time.age || quote.source != post_ref(index)) continue;
            out += "  Post ";
            append_integer(out, static_cast<std::int64_t>(i) + 1);
            out += " quotes it as written ";
            append_quoted(out, quote.time.text, plain);
            out += ".\n";
        }
    }
    if (posts.size() > 1) out += "  Posts stand on the page in the order in which they were written.\n";
}

/// "2024-05-06T12:15:47Z"; a whole minute has no seconds.
std::string moment_words(const SecondsRange& at) {
    std::string moment = iso_time(at.at_least);
    if (at.below - at.at_least == seconds_of_minute && at.at_least % seconds_of_minute == 0) {
        moment.replace(moment.size() - 4, 3, "");
    }
    return moment;
}

/// What the page shows, and what it means: its markup may know more than is shown, and a zone may be unknown.
void explain_printed_time(std::string& out, const PrintedTime& time) {
    if (time.at && time.at->below - time.at->at_least <= seconds_of_minute) {
        out += "  The page dates it ";
        out += moment_words(*time.at);
        out += " and shows ";
        append_quoted(out, time.text, plain);
    } else {
        out += "  The page shows ";
        append_quoted(out, time.text, plain);
        if (time.at) {
            out += ", which is between ";
            out += iso_time(time.at->at_least);
            out += " and ";
            out += iso_time(time.at->below - 1);
        }
    }
    append_stop(out);
    out += '\n';
}

void explain_time(std::string& out, const Analysis& analysis, std::size_t index) {
    const Timeline& timeline = analysis.resolution.timeline;
    const Post& post = analysis.thread.posts[index];
    out += "When\n";
    if (post.time.text.empty()) {
        out += "  The page prints no time for it.\n";
    } else {
        explain_printed_time(out, post.time);
    }
    if (index >= timeline.posts.size()) return;
    if (timeline.anchor == post_ref(index)) {
        out += "  The page prints no date, so all times are counted from this post.\n";
        return;
    }
    const TimeBounds& bounds = timeline.posts[index];
    if (post.time.at && !timeline.anchor && bounds.earliest == post.time.at->at_least && bounds.latest &&
        *bounds.latest + 1 >= post.time.at->below) {
        return;  // nothing was narrowed down
    }
    if (!bounds.earliest && !bounds.latest) {
        out += "  Nothing else tells when it was written.\n";
        return;
    }
    out += "  It was written ";
    append_bounds(out, timeline, bounds);
    out += ". This rests on the following.\n";
    explain_time_basis(out, analysis, index);
    if (std::find(timeline.contradiction.begin(), timeline.contradiction.end(), post_ref(index)) !=
        timeline.contradiction.end()) {
        out += "  Its time contradicts those of other posts: they cannot all be right.\n";
    }
}

void explain_quote(std::string& out, const ResolvedQuote& quote, std::size_t number) {
    out += "  Quote ";
    append_integer(out, static_cast<std::int64_t>(number));
    if (quote.depth > 1) out += ", within a quote";
    out += ", ";
    append_quote_header(out, quote, plain);
    out += ".\n";
    if (!quote.text.empty()) {
        out += "    It reads ";
        append_opening(out, quote.text, opening_letters, plain);
        append_stop(out);
        out += '\n';
    }
    out += quote.source ? "    It holds " : "    It is ";
    append_match(out, quote, plain);
    out += ".\n    ";
    const std::size_t begin = out.size();
    append_boundary(out, quote);
    capitalize(out, begin);
    out += ".\n";
}

void explain_content(std::string& out, const Analysis& analysis, std::size_t index) {
    const ResolvedPost& post = analysis.resolution.posts[index];
    out += "What it says\n  Its own text has ";
    append_count(out, post.words, "word", "words");
    if (!post.text.empty()) {
        out += ": ";
        append_opening(out, post.text, opening_letters, plain);
    }
    append_stop(out);
    out += '\n';
    if (post.quotes.empty()) out += "  It quotes nobody.\n";
    for (std::size_t i = 0; i < post.quotes.size(); ++i) explain_quote(out, post.quotes[i], i + 1);
}

void explain_earlier_texts(std::string& out, const Post& post) {
    for (const EarlierText& earlier : post.earlier_texts) {
        out += earlier.captured_at ? "  A capture of " + iso_time(*earlier.captured_at) : "  Another capture";
        out += ", ";
        append_line(out, earlier.origin, plain);
        out += ", has another text: ";
        append_opening(out, own_words(earlier.body), opening_letters, plain);
        append_stop(out);
        out += '\n';
    }
}

void explain_answers(std::string& out, const Analysis& analysis, std::size_t index) {
    out += "What it answers\n";
    bool any = false;
    for (const Reply& reply : analysis.resolution.replies) {
        if (reply.from != index) continue;
        any = true;
        out += "  ";
        const std::size_t begin = out.size();
        append_named_ref(out, reply.to);
        if (reply.to.kind == Ref::Kind::post) capitalize(out, begin);
        out += reply.to.kind == Ref::Kind::ghost ? ", a post by " : ", by ";
        if (writer_name(analysis, reply.to).empty()) {
            out += "an unnamed member";
        } else {
            append_line(out, writer_name(analysis, reply.to), plain);
        }
        if (reply.to.kind == Ref::Kind::ghost) out += " that is not on the page";
        if (!reply.primary) out += ", beside its main answer";
        out += ", with confidence ";
        append_confidence(out, reply.confidence);
        out += ": ";
        append_all_evidence(out, analysis, reply, plain);
        out += ".\n";
    }
    if (!any) out += "  Nothing on the page shows that it answers a post.\n";
}

/// "  Post 6, by an unnamed member, with confidence 0.97."
void explain_answering(std::string& out, const Analysis& analysis, const Reply& reply) {
    out += "  Post ";
    append_integer(out, reply.from + 1);
    const std::string_view name = writer_name(analysis, post_ref(reply.from));
    if (!name.empty()) {
        out += ", by ";
        append_line(out, name, plain);
    }
    out += ", with confidence ";
    append_confidence(out, reply.confidence);
    out += ": ";
    append_all_evidence(out, analysis, reply, plain);
    out += ".\n";
}

void explain_effect(std::string& out, const Analysis& analysis, std::size_t index) {
    const Ref self = post_ref(index);
    out += "Who answers it\n";
    bool any = false;
    for (const Reply& reply : analysis.resolution.replies) {
        if (reply.to != self) continue;
        any = true;
        explain_answering(out, analysis, reply);
    }
    if (!any) out += "  No post answers it, as far as the page shows.\n";
    std::vector<std::uint32_t> quoting;
    for (std::size_t i = 0; i < analysis.resolution.posts.size(); ++i) {
        const auto& quotes = analysis.resolution.posts[i].quotes;
        const auto of_it = [&](const ResolvedQuote& quote) { return quote.source == self; };
        if (std::any_of(quotes.begin(), quotes.end(), of_it)) quoting.push_back(static_cast<std::uint32_t>(i));
    }
    if (quoting.empty()) return;
    out += "  It is quoted in ";
    append_posts(out, quoting);
    out += ".\n";
}

void explain_head(std::string& out, const Thread& thread, std::size_t number) {
    out += fmt::format("Post {} of {}", number, thread.posts.size());
    if (!thread.title.empty()) {
        out += " in ";
        append_quoted(out, thread.title, plain);
    }
    out += '\n';
    if (begins_later(thread)) out += "Page 1 of the thread was not given: numbers count from the first post given.\n";
    out += '\n';
}

}  // namespace

Result<std::string> explain_post(const Analysis& analysis, std::size_t number) {
    const std::size_t posts = analysis.thread.posts.size();
    if (number == 0 || number > posts) {
        if (posts == 0)
            return fail(ErrorCode::bad_argument, fmt::format("There is no post {}: the thread has no posts.", number));
        return fail(ErrorCode::bad_argument,
                    posts == 1 ? fmt::format("There is no post {}: the thread has one post.", number)
                               : fmt::format("There is no post {}: the thread has posts 1 to {}.", number, posts));
    }
    std::string out;
    explain_head(out, analysis.thread, number);
    const std::size_t index = number - 1;
    explain_writer(out, analysis, index);
    explain_role(out, analysis, index);
    explain_time(out, analysis, index);
    explain_content(out, analysis, index);
    explain_earlier_texts(out, analysis.thread.posts[index]);
    explain_answers(out, analysis, index);
    explain_effect(out, analysis, index);
    out += explain_findings(analysis, index);
    return out;
}

}  // namespace rejoinder
