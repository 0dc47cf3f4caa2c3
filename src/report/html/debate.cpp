// The disputes of a thread as cards, its two sides, and where its words go.
#include "report/html/pieces.hpp"
#include "report/html/report.hpp"
#include "report/names.hpp"
#include "report/text_html.hpp"
#include "report/words.hpp"

namespace rejoinder::report {
namespace {

constexpr std::size_t listed_at_most = 8;

/// Appends people as links: "A, B and C", "A, B and 7 more".
void append_people(std::string& out, const HtmlReport& report, const std::vector<std::uint32_t>& people) {
    for (std::size_t i = 0; i < people.size() && i < listed_at_most; ++i) {
        if (i > 0) out += i + 1 == people.size() ? " and " : ", ";
        append_person_link(out, report, people[i]);
    }
    if (people.size() <= listed_at_most) return;
    out += " and ";
    append_integer(out, static_cast<std::int64_t>(people.size() - listed_at_most));
    out += " more";
}

/// "A against B and C" where two sides can be told, else "A, B and C".
void append_sides(std::string& out, const HtmlReport& report, const Dispute& dispute) {
    std::vector<std::uint32_t> sides[2];
    for (std::size_t i = 0; i < dispute.people.size(); ++i) {
        const bool second = i < dispute.sides.size() && dispute.sides[i] != 0;
        sides[second ? 1 : 0].push_back(dispute.people[i]);
    }
    append_people(out, report, sides[0]);
    if (sides[0].empty() || sides[1].empty()) return append_people(out, report, sides[1]);
    out += " <span class=\"against\">against</span> ";
    append_people(out, report, sides[1]);
    out += ' ';
    append_inferred(out);
}

void append_terms(std::string& out, const std::vector<std::string>& terms) {
    for (std::size_t i = 0; i < terms.size(); ++i) {
        if (i > 0) out += ", ";
        append_html_line(out, terms[i]);
    }
}

/// "How it ended".
void append_end(std::string& out, const HtmlReport& report, const Dispute& dispute) {
    switch (dispute.end) {
        case DisputeEnd::thread_end:
            out += "It goes on to the end of the thread, or near it.";
            break;
        case DisputeEnd::moderation:
            out += "A moderator’s act follows its last post";
            if (dispute.event && *dispute.event < report.analysis.findings.moderation.size()) {
                const ModerationEvent& event = report.analysis.findings.moderation[*dispute.event];
                out += ": ";
                out += moderation_words(event.kind);
                if (event.post < report.analysis.thread.posts.size()) {
                    out += ", ";
                    append_named_ref(out, post_ref(event.post), Style::html);
                }
            }
            out += '.';
            break;
        case DisputeEnd::silence:
            out += "The thread goes on without it.";
            break;
    }
    out += " The last word is ";
    append_named_ref(out, post_ref(dispute.last_post), Style::html);
    out += ", by ";
    append_html_writer(out, report, post_ref(dispute.last_post));
    out += dispute.asks ? ", and asks what nobody of them answers." : ".";
}

void append_dispute(std::string& out, const HtmlReport& report, const Dispute& dispute) {
    out += "<li><p class=\"sides\">";
    append_sides(out, report, dispute);
    out += "</p><p>";
    append_count(out, dispute.rounds, "round", "rounds");
    out += ", ";
    append_count(out, dispute.posts.size(), "post", "posts");
    if (!dispute.posts.empty()) {
        out += " from ";
        append_named_ref(out, post_ref(dispute.posts.front()), Style::html);
    }
    if (!dispute.key_terms.empty()) {
        out += "; words of its own: ";
        append_terms(out, dispute.key_terms);
    }
    out += ".</p>";
    if (dispute.contested) {
        out += "<blockquote class=\"contested\">";
        append_paragraphs_html(out, dispute.contested->sentence, {});
        out += "</blockquote><p class=\"extra\">";
        append_named_ref(out, dispute.contested->source, Style::html);
        out += ", quoted in ";
        append_posts(out, dispute.contested->posts, Style::html);
        out += "</p>";
    }
    out += "<p>";
    append_end(out, report, dispute);
    out += "</p></li>\n";
}

}  // namespace

void append_html_disputes(std::string& out, const HtmlReport& report) {
    const auto& disputes = report.analysis.findings.disputes;
    if (disputes.empty()) return;
    out += "<section class=\"card disputes\"><h2>The main disputes</h2>\n<ol>";
    for (const Dispute& dispute : disputes) append_dispute(out, report, dispute);
    out += "</ol></section>\n";
}

void append_html_camps(std::string& out, const HtmlReport& report) {
    const Camps& camps = report.analysis.findings.camps;
    if (camps.members.empty()) return;
    out += "<h3 id=\"camps\">Sides</h3>\n<p>";
    if (!camps.clear) {
        out += "No two sides are claimed";
        if (!camps.because.empty()) {
            out += ": ";
            append_html_line(out, camps.because);
        }
        out += ".</p>\n";
        return;
    }
    out += "Two sides, ";
    append_inferred(out);
    out += " with a mean confidence of ";
    append_confidence(out, camps.confidence);
    out += ": ";
    append_html_line(out, camps.because);
    out += ". Which is called the first means nothing.</p>\n<ul>";
    for (const std::uint8_t side : {std::uint8_t{0}, std::uint8_t{1}}) {
        std::vector<std::uint32_t> people;
        for (const CampMember& member : camps.members) {
            if (member.side == side) people.push_back(member.person);
        }
        out += side == 0 ? "<li>the first: " : "<li>the second: ";
        append_people(out, report, people);
        out += "</li>\n";
    }
    out += "</ul>\n";
}

void append_html_topics(std::string& out, const HtmlReport& report) {
    const Topics& topics = report.analysis.findings.topics;
    if (topics.drifts) {
        out += "<p>The words drift: the last third of the thread is less than half as near to its opening as the "
               "first third.</p>";
    }
    if (topics.off_topic.empty()) return;
    out += "<p>Branches far from the opening:</p><ul>";
    for (const OffTopicBranch& branch : topics.off_topic) {
        out += "<li>from ";
        append_named_ref(out, post_ref(branch.post), Style::html);
        out += ", ";
        append_count(out, branch.posts.size(), "post", "posts");
        if (!branch.terms.empty()) out += ": ";
        append_terms(out, branch.terms);
        out += "</li>";
    }
    out += "</ul>";
}

}  // namespace rejoinder::report
