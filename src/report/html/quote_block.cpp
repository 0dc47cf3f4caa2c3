#include "report/html/quote_block.hpp"

#include <algorithm>

#include "report/html/pieces.hpp"
#include "report/text_html.hpp"
#include "report/words.hpp"

namespace rejoinder::report {
namespace {

/// Deeper quotes are drawn at this depth: a browser's tree has a limit of its own.
constexpr std::uint32_t drawn_depth = 32;

/// A longer quote that repeats its source unchanged is folded.
constexpr std::uint32_t folded_from_words = 60;

constexpr std::size_t opening_letters = 100;

/// A longer piece of the source that the quote lacks is counted, not shown.
constexpr std::uint32_t shown_left_out = 12;

std::string_view text_of(const Resolution& resolution, Ref ref) {
    return ref.kind == Ref::Kind::ghost ? resolution.ghosts[ref.index].text : resolution.posts[ref.index].text;
}

/// The quote with changed words marked, and what its source says in their place.
void append_differences(std::string& out, const ResolvedQuote& quote, std::string_view source) {
    std::vector<Mark> marks;
    std::string before;  // what the source has, to stand before the next mark or at its place
    std::uint32_t at = 0;
    for (const QuotePiece& piece : compare_with_source(quote.text, source)) {
        const auto end = static_cast<std::uint32_t>(at + piece.text.size());
        if (piece.kind == QuotePiece::Kind::left_out) {
            Mark mark{at, at, {}, {}};
            if (piece.words > shown_left_out) {
                mark.open = "<span class=\"cut\">[… ";
                append_count(mark.open, piece.words, "word", "words");
                mark.open += " of the source left out …]</span> ";
            } else {
                mark.open = "<del>";
                append_html_line(mark.open, piece.text);
                mark.open += "</del> ";
            }
            marks.push_back(std::move(mark));
            continue;
        }
        if (piece.kind == QuotePiece::Kind::changed) {
            std::size_t length = piece.text.size();
            while (length > 0 && (piece.text[length - 1] == ' ' || piece.text[length - 1] == '\n')) --length;
            marks.push_back({at, static_cast<std::uint32_t>(at + length), "<ins>", "</ins>"});
        }
        at = end;
    }
    append_paragraphs_html(out, quote.text, marks);
}

void append_words(std::string& out, const HtmlReport& report, const ResolvedQuote& quote) {
    if (quote.text.empty()) return;
    const bool differs = quote.source && (quote.match == Match::altered || quote.match == Match::elided);
    if (differs) return append_differences(out, quote, text_of(report.analysis.resolution, *quote.source));
    const bool folded = quote.source && quote.match != Match::not_found && quote.words >= folded_from_words;
    if (folded) {
        out += "<details><summary>";
        append_opening(out, quote.text, opening_letters, Style::html);
        out += " <span class=\"more\">all ";
        append_count(out, quote.words, "word", "words");
        out += "</span></summary>";
    }
    append_paragraphs_html(out, quote.text, {});
    if (folded) out += "</details>";
}

void open_quote(std::string& out, const ResolvedQuote& quote, std::uint32_t post, std::uint32_t number) {
    out += "<blockquote class=\"quote\" id=\"p";
    append_integer(out, post + 1);
    out += 'q';
    append_integer(out, number + 1);
    out += "\"><p class=\"qh\">quote ";
    if (quote.author.empty()) {
        out += "that names nobody";
    } else {
        out += "of <b><bdi>";
        append_html_line(out, quote.author);
        out += "</bdi></b>";
    }
    if (!quote.time.text.empty()) {
        out += ", ";
        append_quoted(out, quote.time.text, Style::html);
    }
    out += " <span class=\"src\">";
    append_match(out, quote, Style::html);
    out += "</span></p>";
}

void close_quote(std::string& out, const HtmlReport& report, const ResolvedQuote& quote) {
    append_words(out, report, quote);
    if (quote.boundary != BoundaryEvidence::printed) {
        out += "<p class=\"end\">";
        append_inferred(out);
        out += ": ";
        append_boundary(out, quote, Style::html);
        out += "</p>";
    }
    out += "</blockquote>";
}

}  // namespace

void append_quotes(std::string& out, const HtmlReport& report, std::uint32_t post, std::uint32_t first,
                   std::uint32_t last) {
    const auto& quotes = report.analysis.resolution.posts[post].quotes;
    std::vector<std::uint32_t> open;
    for (std::uint32_t number = first; number < last; ++number) {
        const std::size_t depth = std::min<std::size_t>(quotes[number].depth, drawn_depth);
        while (!open.empty() && open.size() >= depth) {
            close_quote(out, report, quotes[open.back()]);
            open.pop_back();
        }
        open_quote(out, quotes[number], post, number);
        open.push_back(number);
    }
    for (; !open.empty(); open.pop_back()) close_quote(out, report, quotes[open.back()]);
}

}  // namespace rejoinder::report
