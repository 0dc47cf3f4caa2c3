// The sentences about quotes: what they repeat and where they end.
#include "report/names.hpp"
#include "report/words.hpp"

namespace rejoinder::report {
void append_match(std::string& out, const ResolvedQuote& quote, Style style) {
    if (!quote.source) {
        out += "found in no post of the thread";
        return;
    }
    const bool ghost = quote.source->kind == Ref::Kind::ghost;
    switch (quote.match) {
        case Match::whole:
            out += ghost ? "all that can be read of " : "all own words of ";
            break;
        case Match::excerpt:
            out += "one unbroken part of ";
            break;
        case Match::elided:
            out += "parts of ";
            break;
        case Match::altered:
            out += "changed words of ";
            break;
        case Match::not_found:
            out += "words that do not stand in ";
            break;
        case Match::unchecked:
            out += "words that cannot be compared with ";
            break;
    }
    append_named_ref(out, *quote.source, style);
    if (quote.match == Match::elided) out += ", with words left out between them";
    if (quote.match != Match::altered) return;
    out += " (";
    append_number(out, static_cast<double>(static_cast<int>(quote.agreement * 100)));
    out += " % of the quote's words stand there";
    if (!quote.altered_words.empty()) {
        out += ", not ";
        append_quoted_words(out, quote.altered_words, style);
    }
    out += ')';
}

void append_boundary(std::string& out, const ResolvedQuote& quote, Style style) {
    const auto& witnesses = quote.boundary_witnesses;
    switch (quote.boundary) {
        case BoundaryEvidence::printed:
            out += "the page's markup says where the quote ends";
            break;
        case BoundaryEvidence::known_post:
            out += "the quote ends where its words stop agreeing with ";
            if (witnesses.empty()) {
                out += "its source";
            } else {
                append_posts(out, witnesses, style);
            }
            break;
        case BoundaryEvidence::shared_quote:
            out += "the quote ends where it stops agreeing with ";
            if (witnesses.empty()) {
                out += "other quotes of the same post";
            } else {
                out += witnesses.size() == 1 ? "the quote of the same post in " : "the quotes of the same post in ";
                append_posts(out, witnesses, style);
            }
            break;
        case BoundaryEvidence::own_quoted:
            out += "the quote ends before the words that ";
            if (witnesses.empty()) {
                out += "later posts";
            } else {
                append_posts(out, witnesses, style);
            }
            out += witnesses.size() == 1 ? " quotes as this writer's own" : " quote as this writer's own";
            break;
        case BoundaryEvidence::only_text:
            out += quote.words > 0 ? "nothing follows the quote: all the text under its header is taken as quoted"
                                   : "the text under the quote's header is taken as the post's own";
            break;
        case BoundaryEvidence::layout:
            out += "only the page's paragraphs tell where the quote ends";
            break;
    }
    if (quote.boundary_ambiguous) out += ", and another paragraph break would fit almost as well";
}

void append_quote_header(std::string& out, const ResolvedQuote& quote, Style style) {
    out += quote.author.empty() ? "naming nobody" : "of ";
    append_line(out, quote.author, style);
    if (!quote.time.text.empty()) {
        out += ", ";
        append_quoted(out, quote.time.text, style);
    }
    out += ", ";
    append_count(out, quote.words, "word", "words");
}

std::string_view printed_age(const PrintedTime& time) {
    if (!time.age) return {};
    std::string_view text = time.text;
    if (text.ends_with(" ago")) text.remove_suffix(4);
    return text;
}

}  // namespace rejoinder::report
