#include "report/words.hpp"

#include <array>

#include "base/calendar.hpp"
#include "report/names.hpp"

namespace rejoinder::report {
namespace {

constexpr std::size_t listed_at_most = 12;

/// "its quote", or "its quote 2" if the post holds several.
void append_which_quote(std::string& out, const Analysis& analysis, const Reply& reply, std::uint32_t quote) {
    out += "its quote";
    if (analysis.resolution.posts[reply.from].quotes.size() < 2) return;
    out += ' ';
    append_integer(out, quote + 1);
}

/// The posts that quote the same ghost, apart from the answering one.
std::vector<std::uint32_t> other_quoters(const Analysis& analysis, const Reply& reply) {
    std::vector<std::uint32_t> others;
    if (reply.to.kind != Ref::Kind::ghost) return others;
    for (const std::uint32_t post : analysis.resolution.ghosts[reply.to.index].quoted_by) {
        if (post != reply.from) others.push_back(post);
    }
    return others;
}

void append_shared_quote(std::string& out, const Analysis& analysis, const Reply& reply, const Evidence& evidence,
                         Style style) {
    const std::vector<std::uint32_t> others = other_quoters(analysis, reply);
    if (others.empty()) {
        out += "other quotes";
    } else {
        append_posts(out, others, style);
    }
    out += others.size() == 1 ? " quotes the same words" : " quote the same words";
    const std::string_view name = writer_name(analysis, reply.to);
    if (!name.empty()) {
        out += " under the name ";
        append_line(out, name, style);
    }
    out += others.size() == 1 ? " (" : " (up to ";
    append_count(out, evidence.words, "word agrees", "words agree");
    out += ')';
}

void append_text_evidence(std::string& out, const Analysis& analysis, const Reply& reply, const Evidence& evidence,
                          Style style) {
    out += "it quotes ";
    append_count(out, evidence.words, "word", "words");
    out += evidence.words == 1 ? " that stands in " : " that stand in ";
    append_named_ref(out, reply.to, style);
    if (analysis.resolution.posts[reply.from].quotes.size() < 2) return;
    out += " (quote ";
    append_integer(out, evidence.quote + 1);
    out += ')';
}

/// The number of a post, in HTML as a link.
void append_number_of(std::string& out, std::uint32_t post, Style style) {
    if (style == Style::html) {
        out += "<a href=\"#";
        append_anchor(out, post_ref(post));
        out += "\">";
    }
    append_integer(out, post + 1);
    if (style == Style::html) out += "</a>";
}

/// A length of time from the anchor, in words: "0 s" is the anchor itself.
void append_length(std::string& out, std::int64_t seconds) {
    out += seconds == 0 ? "0 h" : duration_words(seconds < 0 ? -seconds : seconds);
}

}  // namespace

void append_count(std::string& out, std::size_t count, std::string_view one, std::string_view many) {
    static constexpr std::array<std::string_view, 13> names = {
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"};
    if (count < names.size()) {
        out += names[count];
    } else {
        append_integer(out, static_cast<std::int64_t>(count));
    }
    out += ' ';
    out += count == 1 ? one : many;
}

void append_quoted_words(std::string& out, const std::vector<std::string>& words, Style style) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) out += i + 1 == words.size() ? " and " : ", ";
        append_quoted(out, words[i], style);
    }
}

void append_numbers(std::string& out, std::span<const std::uint32_t> indices, Style style) {
    // One more than the limit is listed too: "and 1 more" would save nothing.
    const std::size_t listed = indices.size() <= listed_at_most + 1 ? indices.size() : listed_at_most;
    for (std::size_t i = 0; i < listed; ++i) {
        if (i > 0) out += i + 1 == indices.size() ? " and " : ", ";
        append_number_of(out, indices[i], style);
    }
    if (listed == indices.size()) return;
    out += " and ";
    append_integer(out, static_cast<std::int64_t>(indices.size() - listed));
    out += " more";
}

void append_posts(std::string& out, std::span<const std::uint32_t> indices, Style style) {
    out += indices.size() == 1 ? "post " : "posts ";
    append_numbers(out, indices, style);
}

void append_writer(std::string& out, const Analysis& analysis, Ref ref, Style style) {
    const std::string_view name = writer_name(analysis, ref);
    if (!name.empty()) {
        append_line(out, name, style);
        return;
    }
    out += "an unnamed member (";
    append_named_ref(out, ref, style);
    out += ')';
}

void append_ghost_writer(std::string& out, const Ghost& ghost, Style style) {
    if (ghost.author.empty()) {
        out += "an unnamed member";
    } else {
        append_line(out, ghost.author, style);
    }
}

void append_author_reason(std::string& out, const Analysis& analysis, std::size_t post, Style style) {
    const ResolvedAuthor& author = analysis.resolution.posts[post].author;
    const std::string& place = analysis.thread.posts[post].author_place;
    if (author.source == NameSource::printed) {
        if (place.empty()) {
            out += "the post prints the name";
        } else {
            out += "the name stands in ";
            append_line(out, place, style);
        }
    } else if (author.source == NameSource::inferred) {
        append_posts(out, author.witnesses, style);
        out += author.witnesses.size() == 1 ? " quotes its words under that name" : " quote its words under that name";
    }
    if (author.conflicting.empty()) return;
    out += author.source == NameSource::unknown ? "its words are quoted under several names: "
                                                : "; they are also quoted under ";
    append_quoted_words(out, author.conflicting, style);
}

void append_evidence(std::string& out, const Analysis& analysis, const Reply& reply, const Evidence& evidence,
                     Style style) {
    switch (evidence.kind) {
        case EvidenceKind::parent_id:
            out += "the forum says that it answers ";
            append_named_ref(out, reply.to, style);
            return;
        case EvidenceKind::quoted_post_id:
            append_which_quote(out, analysis, reply, evidence.quote);
            out += " carries the forum's id of ";
            append_named_ref(out, reply.to, style);
            return;
        case EvidenceKind::quoted_text:
            append_text_evidence(out, analysis, reply, evidence, style);
            return;
        case EvidenceKind::shared_quote:
            append_shared_quote(out, analysis, reply, evidence, style);
            return;
        case EvidenceKind::linked_post:
            out += "it links to ";
            append_named_ref(out, reply.to, style);
            return;
        case EvidenceKind::numbered_post:
            out += "it gives the number of ";
            append_named_ref(out, reply.to, style);
            return;
        case EvidenceKind::mentioned_name:
        case EvidenceKind::addressed_name:
        case EvidenceKind::short_name:
            out += evidence.kind == EvidenceKind::mentioned_name   ? "it mentions @"
                   : evidence.kind == EvidenceKind::addressed_name ? "a sentence in it begins by calling "
                                                                   : "a sentence in it begins with the short name of ";
            append_line(out, writer_name(analysis, reply.to), style);
            return;
        case EvidenceKind::adjacency:
            out += "nothing but nearness in words and in the thread suggests ";
            append_named_ref(out, reply.to);
            return;
        case EvidenceKind::attributed_author: {
            append_which_quote(out, analysis, reply, evidence.quote);
            out += " names ";
            const auto& quotes = analysis.resolution.posts[reply.from].quotes;
            const bool known = evidence.quote < quotes.size() && !quotes[evidence.quote].author.empty();
            append_line(out, known ? quotes[evidence.quote].author : writer_name(analysis, reply.to), style);
            return;
        }
    }
}

void append_all_evidence(std::string& out, const Analysis& analysis, const Reply& reply, Style style) {
    for (std::size_t i = 0; i < reply.evidence.size(); ++i) {
        if (i > 0) out += "; ";
        append_evidence(out, analysis, reply, reply.evidence[i], style);
    }
    if (reply.evidence.empty()) out += "no evidence is given";
}

std::string_view moderation_words(ModerationKind kind) {
    switch (kind) {
        case ModerationKind::removal:
            return "removed";
        case ModerationKind::edit:
            return "edited";
        case ModerationKind::lock:
            return "locked";
        case ModerationKind::unlock:
            return "unlocked";
        case ModerationKind::move:
            return "moved";
        case ModerationKind::merge:
            return "merged";
        case ModerationKind::split:
            return "split";
        case ModerationKind::pin:
            return "pinned";
        case ModerationKind::warning:
            return "warned";
        case ModerationKind::deletion:
            return "deleted by its author";
        case ModerationKind::ban:
            return "banned";
    }
    return "";
}

void append_moment(std::string& out, const Timeline& timeline, std::int64_t moment) {
    if (!timeline.anchor) {
        out += iso_time(moment);
        return;
    }
    append_length(out, moment);
    out += moment < 0 ? " before " : " after ";
    append_named_ref(out, *timeline.anchor);
}

void append_bounds(std::string& out, const Timeline& timeline, const TimeBounds& bounds) {
    if (!bounds.earliest && !bounds.latest) {
        out += "at an unknown time";
    } else if (bounds.earliest && bounds.latest) {
        if (*bounds.earliest == *bounds.latest) {
            out += "at ";
            append_moment(out, timeline, *bounds.earliest);
            return;
        }
        out += "between ";
        // "between 3 h and 4 h after g2" names the anchor once, where both lie on the same side of it.
        if (timeline.anchor && *bounds.earliest >= 0) {
            append_length(out, *bounds.earliest);
        } else {
            append_moment(out, timeline, *bounds.earliest);
        }
        out += " and ";
        append_moment(out, timeline, *bounds.latest);
    } else {
        out += bounds.earliest ? "not before " : "not later than ";
        append_moment(out, timeline, bounds.earliest ? *bounds.earliest : *bounds.latest);
    }
}

std::string own_words(const std::vector<Block>& body) {
    std::string words;
    for (const Block& block : body) {
        const std::string* text = block.text();
        if (text == nullptr) continue;
        if (!words.empty()) words += "\n\n";
        words += *text;
    }
    return words;
}

void append_value(std::string& out, const MeasureValue& measure) {
    if (!measure.value) {
        out += "–";
        return;
    }
    append_number(out, *measure.value);
    if (measure.error <= 0) return;
    out += " ± ";
    append_number(out, measure.error);
}

void append_value_without_doubtful(std::string& out, const MeasureValue& measure) {
    if (measure.without_doubtful) {
        append_number(out, *measure.without_doubtful);
    } else if (!measure.absent_without_doubtful.empty()) {
        out += "–";
    }
}

}  // namespace rejoinder::report
