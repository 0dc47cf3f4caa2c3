#include "report/listed_findings.hpp"

#include <fmt/format.h>

#include "profile/phrase_book.hpp"
#include "report/names.hpp"
#include "report/text.hpp"
#include "report/words.hpp"

namespace rejoinder::report {
namespace {

ListedFinding listed(const Analysis& analysis, const ModerationEvent& event) {
    ListedFinding finding{"moderation", {}, {}, {}};
    const std::string& act = event.sentence.empty() ? event.object : event.sentence;
    finding.text = fmt::format("{}: ", moderation_kind_name(event.kind));
    append_line(finding.text, act, Style::plain);
    if (!event.event && event.post < analysis.thread.posts.size()) finding.rests_on.push_back(post_ref(event.post));
    for (const std::uint32_t ghost : event.may_explain) finding.rests_on.push_back(ghost_ref(ghost));
    return finding;
}

ListedFinding listed(const Analysis& analysis, const ResidualQuote& residual) {
    ListedFinding finding{"residual_quote", {}, {residual.of}, {}};
    std::string& text = finding.text;
    append_posts(text, residual.posts);
    text += residual.posts.size() == 1 ? " still quotes " : " still quote ";
    text += fmt::format("{} words of a post of ", residual.words);
    const std::string_view writer = writer_name(analysis, residual.of);
    append_line(text, writer.empty() ? "an unnamed member" : writer, Style::plain);
    text += residual.of.kind == Ref::Kind::ghost ? " that is not on the page" : " of which only a placeholder is left";
    for (const std::uint32_t post : residual.posts) finding.rests_on.push_back(post_ref(post));
    return finding;
}

ListedFinding listed(const ContestedPassage& passage) {
    ListedFinding finding{"contested_passage", {}, {passage.source}, {}};
    append_posts(finding.text, passage.posts);
    finding.text += " quote ";
    append_quoted(finding.text, passage.sentence, Style::plain);
    for (const std::uint32_t post : passage.posts) finding.rests_on.push_back(post_ref(post));
    return finding;
}

ListedFinding listed(const Analysis& analysis, const AlteredQuote& altered) {
    ListedFinding finding{"altered_quote", {}, {post_ref(altered.post)}, altered.quote};
    const ResolvedQuote& quote = analysis.resolution.posts[altered.post].quotes[altered.quote];
    finding.text = fmt::format("quote {} of post {} differs from ", altered.quote + 1, altered.post + 1);
    if (quote.source) {
        append_named_ref(finding.text, *quote.source);
        finding.rests_on.push_back(*quote.source);
    } else {
        finding.text += "its source";
    }
    if (quote.altered_words.empty()) return finding;
    finding.text += " in the words ";
    append_quoted_words(finding.text, quote.altered_words, Style::plain);
    return finding;
}

}  // namespace

std::vector<ListedFinding> list_findings(const Analysis& analysis) {
    const Findings& findings = analysis.findings;
    std::vector<ListedFinding> list;
    for (const ModerationEvent& event : findings.moderation) list.push_back(listed(analysis, event));
    for (const ResidualQuote& quote : findings.residual_quotes) list.push_back(listed(analysis, quote));
    if (findings.contested) list.push_back(listed(*findings.contested));
    for (const AlteredQuote& quote : findings.altered_quotes) list.push_back(listed(analysis, quote));
    if (const auto& refs = analysis.resolution.timeline.contradiction; !refs.empty()) {
        list.push_back({"time_conflict", "the times of these posts cannot all be right", refs, {}});
    }
    for (ListedFinding& finding : list) {
        capitalize(finding.text, 0);
        append_stop(finding.text);
    }
    return list;
}

}  // namespace rejoinder::report
