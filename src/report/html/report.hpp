// The HTML report: one page that holds all its text without scripts. Every section is one function that appends to it.
//
// What Rejoinder concluded is marked by the class `inferred` and the word itself; the rest is printed on the page.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rejoinder/analyze.hpp"
#include "report/html/quoted_words.hpp"
#include "report/reply_tree.hpp"

namespace rejoinder::report {

inline constexpr std::uint32_t nobody = UINT32_MAX;

/// An analysis and what several sections look up in it, made once.
struct HtmlReport {
    const Analysis& analysis;
    ReplyTree tree;
    std::vector<std::uint32_t> post_person;   // by post index: index in Measures::people, or `nobody`
    std::vector<std::uint32_t> ghost_person;  // by ghost index
    std::vector<std::uint32_t> first_reply;   // by post index, and one past the end: where its replies begin
    std::vector<std::vector<std::uint32_t>> answered_by;  // by post index: posts that answer it, ascending
    QuotedWords quoted;
    std::vector<bool> piled_on;    // by post index: it is one of many that answer one person at once
    std::vector<bool> disputed;    // by post index: it belongs to a dispute
    std::vector<bool> unanswered;  // by post index: it asks a question that was not answered
};

HtmlReport html_report(const Analysis& analysis);

/// The page of a thread: by itself, or as threads/NAME.html of a site, which shares its style and script (site.hpp).
std::string html_page(const Analysis& analysis, bool in_site);

/// The page by itself.
std::string write_html(const Analysis& analysis);

void append_html_overview(std::string& out, const HtmlReport& report);
/// The cards of the disputes; nothing if there are none.
void append_html_disputes(std::string& out, const HtmlReport& report);

/// Where the words of the thread go, as part of a card.
void append_html_topics(std::string& out, const HtmlReport& report);

/// The two sides, as part of the section of people.
void append_html_camps(std::string& out, const HtmlReport& report);

void append_html_tree(std::string& out, const HtmlReport& report);
void append_html_posts(std::string& out, const HtmlReport& report);
void append_html_timeline(std::string& out, const HtmlReport& report);
void append_html_people(std::string& out, const HtmlReport& report);
void append_html_measures(std::string& out, const HtmlReport& report);
void append_html_notes(std::string& out, const HtmlReport& report);

}  // namespace rejoinder::report
