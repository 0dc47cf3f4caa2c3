#include "report/html/report.hpp"

#include "report/html/page.hpp"
#include "report/text_html.hpp"

namespace rejoinder::report {
namespace {

constexpr NavigationItem sections[] = {
    {"../index.html", "All threads"},
    {"#overview", "Overview"},
    {"#tree", "Who answers whom"},
    {"#posts", "Posts"},
    {"#timeline", "When"},
    {"#people", "People"},
    {"#measures", "Measures"},
    {"#notes", "Notes"},
};

std::size_t likely_length(const Analysis& analysis) {
    return 220000 + 2500 * (analysis.thread.posts.size() + analysis.resolution.ghosts.size()) +
           600 * analysis.measures.people.size();
}

void index_replies(HtmlReport& report) {
    const auto& replies = report.analysis.resolution.replies;
    const std::size_t posts = report.analysis.thread.posts.size();
    report.first_reply.assign(posts + 1, 0);
    report.answered_by.resize(posts);
    for (const Reply& reply : replies) {
        ++report.first_reply[reply.from + 1];
        if (reply.to.kind == Ref::Kind::post) report.answered_by[reply.to.index].push_back(reply.from);
    }
    for (std::size_t post = 0; post < posts; ++post) report.first_reply[post + 1] += report.first_reply[post];
}

void index_people(HtmlReport& report) {
    const auto& people = report.analysis.measures.people;
    report.post_person.assign(report.analysis.thread.posts.size(), nobody);
    report.ghost_person.assign(report.analysis.resolution.ghosts.size(), nobody);
    for (std::uint32_t person = 0; person < people.size(); ++person) {
        for (const std::uint32_t post : people[person].posts) report.post_person[post] = person;
        for (const std::uint32_t ghost : people[person].ghosts) report.ghost_person[ghost] = person;
    }
}

void mark_posts(HtmlReport& report) {
    const std::size_t posts = report.analysis.thread.posts.size();
    report.piled_on.resize(posts);
    report.unanswered.resize(posts);
    report.disputed.resize(posts);
    for (const Dispute& dispute : report.analysis.findings.disputes) {
        for (const std::uint32_t post : dispute.posts) report.disputed[post] = true;
    }
    for (const PileOn& pile_on : report.analysis.findings.pile_ons) {
        for (const std::uint32_t post : pile_on.posts) report.piled_on[post] = true;
    }
    for (const UnansweredChallenge& one : report.analysis.findings.unanswered) report.unanswered[one.post] = true;
}

}  // namespace

HtmlReport html_report(const Analysis& analysis) {
    HtmlReport report{analysis, reply_tree(analysis), {}, {}, {}, {}, count_quoted_words(analysis.resolution), {}, {}, {}};
    index_replies(report);
    index_people(report);
    mark_posts(report);
    return report;
}

std::string html_page(const Analysis& analysis, bool in_site) {
    const HtmlReport report = html_report(analysis);
    const std::string_view title = analysis.thread.title;
    const std::span<const NavigationItem> all = sections;
    const PageFrame frame{title.empty() ? "A thread without a title" : title, in_site ? all : all.subspan(1),
                          in_site ? "../assets/" : ""};
    std::string out;
    out.reserve(likely_length(analysis));
    append_page_head(out, frame);
    append_html_overview(out, report);
    append_html_tree(out, report);
    append_html_posts(out, report);
    append_html_timeline(out, report);
    append_html_people(out, report);
    append_html_measures(out, report);
    append_html_notes(out, report);
    append_page_foot(out, frame);
    return out;
}

std::string write_html(const Analysis& analysis) {
    return html_page(analysis, false);
}

}  // namespace rejoinder::report
