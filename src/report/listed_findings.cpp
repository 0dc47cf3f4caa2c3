#include "report/listed_findings.hpp"

#include <fmt/format.h>

#include "profile/phrase_book.hpp"
#include "report/finding_words.hpp"
#include "report/text.hpp"
#include "report/words.hpp"

namespace rejoinder::report {
namespace {

void add_posts(std::vector<Ref>& refs, const std::vector<std::uint32_t>& posts) {
    for (const std::uint32_t post : posts) refs.push_back(post_ref(post));
}

ListedFinding listed(const Analysis& analysis, const ModerationEvent& event) {
    ListedFinding finding{"moderation", {}, {}, {}};
    const std::string& act = event.sentence.empty() ? event.object : event.sentence;
    finding.text = fmt::format("{}: ", moderation_kind_name(event.kind));
    append_line(finding.text, act, Style::plain);
    if (!event.event && !event.deleted && event.post < analysis.thread.posts.size()) {
        finding.rests_on.push_back(post_ref(event.post));
    }
    for (const std::uint32_t ghost : event.may_explain) finding.rests_on.push_back(ghost_ref(ghost));
    return finding;
}

ListedFinding listed(const Analysis& analysis, const ResidualQuote& residual) {
    ListedFinding finding{"residual_quote", {}, {residual.of}, {}};
    append_residual_quote(finding.text, analysis, residual, Style::plain);
    add_posts(finding.rests_on, residual.posts);
    return finding;
}

ListedFinding listed(const Analysis& analysis, const AlteredQuote& altered) {
    ListedFinding finding{"altered_quote", {}, {post_ref(altered.post)}, altered.quote};
    append_altered_quote(finding.text, analysis, altered, Style::plain);
    const auto& source = analysis.resolution.posts[altered.post].quotes[altered.quote].source;
    if (source) finding.rests_on.push_back(*source);
    if (altered.words_of) finding.rests_on.push_back(*altered.words_of);
    return finding;
}

ListedFinding listed(const Analysis& analysis, const PileOn& pile_on) {
    ListedFinding finding{"pile_on", {}, {}, {}};
    append_pile_on(finding.text, analysis, pile_on, Style::plain);
    add_posts(finding.rests_on, pile_on.posts);
    return finding;
}

ListedFinding listed(const Analysis& analysis, const UnansweredChallenge& challenge) {
    ListedFinding finding{"unanswered_challenge", {}, {post_ref(challenge.post), challenge.to}, {}};
    append_unanswered(finding.text, analysis, challenge, Style::plain);
    return finding;
}

ListedFinding listed(const ContestedPassage& passage) {
    ListedFinding finding{"contested_passage", {}, {passage.source}, {}};
    append_posts(finding.text, passage.posts);
    finding.text += " quote ";
    append_quoted(finding.text, passage.sentence, Style::plain);
    add_posts(finding.rests_on, passage.posts);
    return finding;
}

ListedFinding listed(const Analysis& analysis, const Dispute& dispute) {
    ListedFinding finding{"dispute", {}, {}, {}};
    std::string& text = finding.text;
    for (std::size_t i = 0; i < dispute.people.size(); ++i) {
        if (i > 0) text += i + 1 == dispute.people.size() ? " and " : ", ";
        append_line(text, analysis.measures.people[dispute.people[i]].name, Style::plain);
    }
    text += fmt::format(" go back and forth in {} posts", dispute.posts.size());
    add_posts(finding.rests_on, dispute.posts);
    for (const std::uint32_t ghost : dispute.ghosts) finding.rests_on.push_back(ghost_ref(ghost));
    return finding;
}

template <class Finding>
void add_all(std::vector<ListedFinding>& list, const Analysis& analysis, const std::vector<Finding>& findings) {
    for (const Finding& finding : findings) list.push_back(listed(analysis, finding));
}

}  // namespace

std::vector<ListedFinding> list_findings(const Analysis& analysis) {
    const Findings& findings = analysis.findings;
    std::vector<ListedFinding> list;
    add_all(list, analysis, findings.moderation);
    add_all(list, analysis, findings.residual_quotes);
    add_all(list, analysis, findings.altered_quotes);
    add_all(list, analysis, findings.pile_ons);
    add_all(list, analysis, findings.unanswered);
    if (findings.contested) list.push_back(listed(*findings.contested));
    add_all(list, analysis, findings.disputes);
    if (const auto& refs = analysis.resolution.timeline.contradiction; !refs.empty()) {
        list.push_back({"time_conflict", "the times of these posts cannot all be right", refs, {}});
    }
    for (ListedFinding& finding : list) {
        capitalize(finding.text, 0);
        if (!finding.text.ends_with('.')) append_stop(finding.text);
    }
    return list;
}

}  // namespace rejoinder::report
