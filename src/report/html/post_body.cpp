#include "report/html/post_body.hpp"

#include "base/unicode.hpp"
#include "report/html/pieces.hpp"
#include "report/html/quote_block.hpp"
#include "report/text_html.hpp"
#include "report/words.hpp"
#include "resolve/parts.hpp"

namespace rejoinder::report {
namespace {

/// One past the quotes that nest in `quote`.
std::uint32_t end_of_nest(const std::vector<ResolvedQuote>& quotes, std::uint32_t quote) {
    std::uint32_t end = quote + 1;
    while (end < quotes.size() && quotes[end].depth > quotes[quote].depth) ++end;
    return end;
}

/// The own words of a text block: what stands behind the words of open quotes whose headers are above it.
std::string own_part(const std::string& text, const std::vector<ResolvedQuote>& quotes, std::uint32_t first,
                     std::uint32_t last) {
    std::string whole;
    append_paragraphs(whole, text);
    std::string_view rest = trim(whole);
    for (std::uint32_t quote = last; quote-- > first;) {
        if (rest.starts_with(quotes[quote].text)) rest = trim(rest.substr(quotes[quote].text.size()));
    }
    return std::string(rest);
}

/// All quotes, then all own words.
std::vector<BodyPiece> quotes_first(const ResolvedPost& resolved) {
    std::vector<BodyPiece> pieces;
    for (std::uint32_t quote = 0; quote < resolved.quotes.size();) {
        const std::uint32_t end = end_of_nest(resolved.quotes, quote);
        pieces.push_back({true, quote, end});
        quote = end;
    }
    if (!resolved.text.empty()) pieces.push_back({false, 0, static_cast<std::uint32_t>(resolved.text.size())});
    return pieces;
}

/// "2", for the shade of what two posts quote: 1, 2, 3 for three to five, 4 for more.
std::string_view shade(std::uint32_t posts) {
    return posts == 1 ? "1" : posts == 2 ? "2" : posts <= 5 ? "3" : "4";
}

/// Marks of the stretches that lie in [begin, end), counted from `begin`.
std::vector<Mark> shades(const std::vector<QuotedStretch>& stretches, std::uint32_t begin, std::uint32_t end) {
    std::vector<Mark> marks;
    for (const QuotedStretch& stretch : stretches) {
        const std::uint32_t from = std::max(stretch.begin, begin), to = std::min(stretch.end, end);
        if (from >= to) continue;
        Mark mark{from - begin, to - begin, "<mark class=\"q", "</mark>"};
        mark.open += shade(stretch.posts);
        mark.open += "\" title=\"quoted by ";
        append_count(mark.open, stretch.posts, "post", "posts");
        mark.open += "\">";
        marks.push_back(std::move(mark));
    }
    return marks;
}

}  // namespace

std::vector<BodyPiece> body_pieces(const Post& post, const ResolvedPost& resolved) {
    std::vector<BodyPiece> pieces;
    std::uint32_t next_quote = 0;  // resolved quote of the next quote block
    std::uint32_t open = 0;        // first of the quotes whose words begin the next text block
    std::size_t done = 0;          // bytes of the own words
    for (const Block& block : post.body) {
        if (const Quote* quote = block.quote()) {
            if (next_quote >= resolved.quotes.size()) return quotes_first(resolved);
            std::uint32_t end = end_of_nest(resolved.quotes, next_quote);
            // A header above another one is a quote of its own here, and nests in the resolution.
            if (!quote->end_is_printed) end = next_quote + 1;
            const bool inside = resolved.quotes[next_quote].depth > 1 && !pieces.empty() && pieces.back().quote;
            if (inside) {
                pieces.back().end = end;
            } else {
                pieces.push_back({true, next_quote, end});
            }
            if (quote->end_is_printed || !inside) open = quote->end_is_printed ? end : next_quote;
            next_quote = end;
            continue;
        }
        const std::string own = own_part(*block.text(), resolved.quotes, open, next_quote);
        open = next_quote;
        if (own.empty()) continue;
        if (done > 0 && resolved.text.compare(done, 2, "\n\n") == 0) done += 2;
        if (resolved.text.compare(done, own.size(), own) != 0) return quotes_first(resolved);
        pieces.push_back({false, static_cast<std::uint32_t>(done), static_cast<std::uint32_t>(done + own.size())});
        done += own.size();
    }
    const bool complete = next_quote == resolved.quotes.size() && done == resolved.text.size();
    return complete ? pieces : quotes_first(resolved);
}

void append_post_body(std::string& out, const HtmlReport& report, std::uint32_t post) {
    const ResolvedPost& resolved = report.analysis.resolution.posts[post];
    for (const BodyPiece& piece : body_pieces(report.analysis.thread.posts[post], resolved)) {
        if (piece.quote) {
            append_quotes(out, report, post, piece.begin, piece.end);
            continue;
        }
        const std::string_view text = std::string_view(resolved.text).substr(piece.begin, piece.end - piece.begin);
        append_paragraphs_html(out, text, shades(report.quoted.posts[post], piece.begin, piece.end));
    }
}

void append_ghost_body(std::string& out, const HtmlReport& report, std::uint32_t ghost) {
    const std::string& text = report.analysis.resolution.ghosts[ghost].text;
    if (text.empty()) return;
    append_paragraphs_html(out, text, shades(report.quoted.ghosts[ghost], 0, static_cast<std::uint32_t>(text.size())));
}

}  // namespace rejoinder::report
