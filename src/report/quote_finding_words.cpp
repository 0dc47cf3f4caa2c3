// The sentences about quotes that mislead, questions without an answer, and one-sidedness.
#include "base/words.hpp"
#include "report/finding_words.hpp"
#include "report/names.hpp"
#include "report/words.hpp"

namespace rejoinder::report {
namespace {

constexpr std::size_t kept_words = 4;      // beside a change
constexpr std::size_t shown_changes = 12;  // of an altered quote

/// The first or last words of a part.
std::string_view head_of(std::string_view text) {
    const Words words = split_words(text);
    return words.size() <= kept_words ? text : text.substr(0, words[kept_words - 1].end);
}
std::string_view tail_of(std::string_view text) {
    const Words words = split_words(text);
    return words.size() <= kept_words ? text : text.substr(words[words.size() - kept_words].begin);
}

void append_same(std::string& out, const DiffPart& part, bool first, bool last, Style style) {
    if (part.words <= (first || last ? kept_words : 2 * kept_words)) return append_line(out, part.text, style);
    if (!first) append_line(out, head_of(part.text), style);
    out += first ? "… " : last ? " …" : " … ";
    if (!last) append_line(out, tail_of(part.text), style);
}

struct Marks {
    std::string_view before;
    std::string_view after;
};

Marks marks_of(DiffKind kind, Style style) {
    const bool removed = kind == DiffKind::removed;
    if (style == Style::html) return removed ? Marks{"<del>", "</del>"} : Marks{"<ins>", "</ins>"};
    if (style == Style::markdown) return removed ? Marks{"~~", "~~"} : Marks{"**", "**"};
    return removed ? Marks{"[-", "-]"} : Marks{"{+", "+}"};
}

void append_change(std::string& out, const DiffPart& part, Style style) {
    const Marks marks = marks_of(part.kind, style);
    out += marks.before;
    append_line(out, part.text, style);
    out += marks.after;
}

std::int64_t percent(double share) {
    return static_cast<std::int64_t>(share * 100 + 0.5);
}

/// "Post 4", at the beginning of a sentence.
void append_post(std::string& out, std::uint32_t post, Style style) {
    const std::vector<std::uint32_t> one{post};
    out += "Post ";
    append_numbers(out, one, style);
}

void append_name(std::string& out, std::string_view name, Style style) {
    if (name.empty()) {
        out += "an unnamed member";
    } else {
        append_line(out, name, style);
    }
}

void append_quote_diff(std::string& out, const Analysis& analysis, const AlteredQuote& altered, Style style) {
    const ResolvedQuote& quote = analysis.resolution.posts[altered.post].quotes[altered.quote];
    if (!quote.source || quote.source->kind != Ref::Kind::post) return;
    const std::uint32_t source = quote.source->index;
    const std::string earlier =
        altered.earlier_text ? own_words(analysis.thread.posts[source].earlier_texts[*altered.earlier_text].body) : "";
    // Of an edited source the newest text is what a reader can see.
    const std::string& text = analysis.resolution.posts[source].text;
    const auto diff = word_diff(text, quote.text);
    if (!differs(diff)) return;
    out += " From the source to the quote: ";
    append_diff(out, diff, true, shown_changes, style);
    if (!earlier.empty() && differs(word_diff(earlier, quote.text))) {
        out += ". From the earlier text to the quote: ";
        append_diff(out, word_diff(earlier, quote.text), true, shown_changes, style);
    }
}

}  // namespace

void append_diff(std::string& out, const std::vector<DiffPart>& diff, bool excerpt, std::size_t changes, Style style) {
    std::size_t begin = 0;
    std::size_t end = diff.size();
    if (excerpt && begin < end && diff[begin].kind == DiffKind::removed) ++begin;
    if (excerpt && begin < end && diff[end - 1].kind == DiffKind::removed) --end;
    std::size_t shown = 0;
    for (std::size_t at = begin; at < end; ++at) {
        if (at > begin) out += ' ';
        if (diff[at].kind == DiffKind::same) {
            append_same(out, diff[at], at == 0, at + 1 == diff.size(), style);
        } else if (++shown > changes) {
            out += "… and more changes";
            return;
        } else {
            append_change(out, diff[at], style);
        }
    }
}

void append_altered_quote(std::string& out, const Analysis& analysis, const AlteredQuote& altered, Style style) {
    const ResolvedQuote& quote = analysis.resolution.posts[altered.post].quotes[altered.quote];
    append_post(out, altered.post, style);
    out += " quotes ";
    switch (altered.fault) {
        case QuoteFault::altered:
            append_match(out, quote, style);
            out += '.';
            append_quote_diff(out, analysis, altered, style);
            break;
        case QuoteFault::edited_since:
            append_match(out, quote, style);
            out += altered.earlier_text ? "; an earlier text of it fits better: it was edited since."
                                        : "; it was edited after it was quoted, and may have had these words.";
            append_quote_diff(out, analysis, altered, style);
            break;
        case QuoteFault::wrong_name:
            append_named_ref(out, *quote.source, style);
            out += ", by ";
            append_name(out, writer_name(analysis, *quote.source), style);
            out += ", under the name ";
            append_line(out, quote.author, style);
            out += '.';
            break;
        case QuoteFault::lost_header:
            out += "words of ";
            append_named_ref(out, altered.words_of.value_or(*quote.source), style);
            out += ", by ";
            append_name(out, writer_name(analysis, altered.words_of.value_or(*quote.source)), style);
            out += ", under the name ";
            append_name(out, quote.author.empty() ? writer_name(analysis, *quote.source) : quote.author, style);
            out += ", who quoted them: the header of the inner quote is missing.";
            break;
    }
}

void append_unanswered(std::string& out, const Analysis& analysis, const UnansweredChallenge& challenge, Style style) {
    const std::string_view asked = analysis.measures.people[challenge.person].name;
    const std::string_view asker = writer_name(analysis, post_ref(challenge.post));
    append_post(out, challenge.post, style);
    out += ", by ";
    append_name(out, asker, style);
    out += ", asks ";
    append_line(out, asked, style);
    out += " (";
    append_named_ref(out, challenge.to, style);
    out += "): ";
    append_quoted(out, challenge.question, style);
    out += ' ';
    append_line(out, asked, style);
    out += " wrote ";
    append_count(out, challenge.later_posts, "post after it, which answers", "posts after it, none of which answers");
    if (challenge.later_posts == 1) out += " neither";
    out += " it ";
    out += challenge.later_posts == 1 ? "nor" : "or";
    out += " a later post of ";
    append_name(out, asker, style);
    out += "'s, as far as the pages show.";
}

void append_one_sidedness(std::string& out, const Analysis& analysis, const OneSidedness& sides, Style style) {
    out += "Of those known by name, ";
    append_line(out, analysis.measures.people[sides.person].name, style);
    out += " wrote the most words: ";
    append_integer(out, percent(sides.words));
    out += " % of the words, ";
    append_integer(out, percent(sides.posts));
    out += " % of the posts, ";
    append_integer(out, percent(sides.replies));
    out += " % of the answers from one to another.";
    if (!sides.asymmetry) return;
    out += " Between ";
    append_count(out, sides.pairs, "pair", "pairs");
    out += " of people at least three answers went; their one-sidedness is ";
    append_number(out, *sides.asymmetry);
    out += ", where 0 is as many answers in both directions and 1 is nobody answered back.";
}

}  // namespace rejoinder::report
