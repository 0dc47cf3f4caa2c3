// Small pieces of the HTML report that several sections share.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "report/html/report.hpp"

namespace rejoinder::report {

/// `<section id="people"><h2>People</h2>`.
void append_section(std::string& out, std::string_view id, std::string_view title);

/// The mark of a conclusion: the word "inferred" with its style.
void append_inferred(std::string& out);

/// The writer of a post or ghost, as a link to the person where there is one, with the mark where the name is inferred.
void append_html_writer(std::string& out, const HtmlReport& report, Ref ref);

/// The person `index` as a link to their row.
void append_person_link(std::string& out, const HtmlReport& report, std::uint32_t index);

/// An address as a link if it leads to the web, else as plain text: no other kind of address is ever followed.
void append_web_link(std::string& out, std::string_view address, std::string_view words);

/// What is worth a look about a post, as words of the attribute data-f: "moderation altered residual unsure doubtful".
std::vector<std::string_view> flags_of(const HtmlReport& report, Ref ref);

/// What a person reads for such a word: "quote with changed words".
std::string_view flag_words(std::string_view flag);

/// All of them, in the order in which filters show them.
const std::vector<std::string_view>& all_flags();

/// Part of a text with marks around some bytes of it.
struct Mark {
    std::uint32_t begin = 0;  // bytes of the text
    std::uint32_t end = 0;
    std::string open;  // tags, without white space between them
    std::string_view close;
};

/// Text as paragraphs (`<p dir="auto">`) and lines, with marks, which must not overlap and are in order.
void append_paragraphs_html(std::string& out, std::string_view text, const std::vector<Mark>& marks);

}  // namespace rejoinder::report
