#include "report/explain_findings.hpp"

#include <algorithm>

#include "report/finding_words.hpp"
#include "report/names.hpp"
#include "report/words.hpp"

namespace rejoinder::report {
namespace {

constexpr Style plain = Style::plain;

void explain_event(std::string& out, const Analysis& analysis, const ModerationEvent& event) {
    out += "  Kind: ";
    out += moderation_words(event.kind);
    if (!event.object.empty()) {
        out += ' ';
        append_line(out, event.object, plain);
    }
    out += event.recorded ? ". The source's record of the post says so: " : ". It rests on this sentence: ";
    append_quoted(out, event.sentence, plain);
    out += '\n';
    if (!event.by.empty()) {
        out += "  It names ";
        append_line(out, event.by, plain);
        out += ".\n";
    }
    if (!event.reason.empty()) {
        out += "  Reason, in its words: ";
        append_quoted(out, event.reason, plain);
        append_stop(out);
        out += '\n';
    } else if (!event.recorded) {
        out += "  It gives no reason.\n";
    }
    if (!event.warning.empty()) {
        out += "  Warning: ";
        append_quoted(out, event.warning, plain);
        out += '\n';
    }
    for (const std::uint32_t ghost : event.may_explain) {
        out += "  It may have hit ";
        append_ref(out, ghost_ref(ghost));
        out += ", a post by ";
        append_ghost_writer(out, analysis.resolution.ghosts[ghost], plain);
        out += " that was quoted before it: possible, and not said by the page.\n";
    }
    std::string aftermath;
    append_aftermath(aftermath, event, plain);
    if (!aftermath.empty()) out += " " + aftermath + "\n";
    if (!event.activity.empty()) out.append("  ").append(not_cause);
}

void explain_moderation(std::string& out, const Analysis& analysis, std::size_t index) {
    bool any = false;
    for (const ModerationEvent& event : analysis.findings.moderation) {
        if (event.event || event.deleted || event.post != index) continue;
        if (!any) out += "What it says of moderation\n";
        any = true;
        explain_event(out, analysis, event);
    }
}

bool holds(const std::vector<std::uint32_t>& posts, std::size_t post) {
    return std::binary_search(posts.begin(), posts.end(), static_cast<std::uint32_t>(post));
}

/// "  Its quote 1 holds 183 words of g2. Three posts (3, 4 and 7), …, still quote a post by …"
void explain_residual_quotes(std::string& out, const Analysis& analysis, std::size_t index) {
    for (const ResidualQuote& residual : analysis.findings.residual_quotes) {
        const bool gone = residual.of == post_ref(index);
        if (!gone && !holds(residual.posts, index)) continue;
        for (const Remnant& quote : residual.quotes) {
            if (quote.post != index) continue;
            out += "  Its quote ";
            append_integer(out, quote.quote + 1);
            out += " holds ";
            append_count(out, quote.words, "word", "words");
            out += " of ";
            append_named_ref(out, residual.of);
            out += ".\n";
        }
        out += "  ";
        append_residual_quote(out, analysis, residual, plain);
        out += '\n';
    }
}

void explain_pile_ons(std::string& out, const Analysis& analysis, std::size_t index) {
    for (const PileOn& pile_on : analysis.findings.pile_ons) {
        if (!holds(pile_on.posts, index)) continue;
        out += "  It is one of many answers to one person. ";
        append_pile_on(out, analysis, pile_on, plain);
        out += '\n';
    }
}

void explain_altered_quotes(std::string& out, const Analysis& analysis, std::size_t index) {
    for (const AlteredQuote& altered : analysis.findings.altered_quotes) {
        const auto& source = analysis.resolution.posts[altered.post].quotes[altered.quote].source;
        if (altered.post != index && source != post_ref(index)) continue;
        out += "  ";
        append_altered_quote(out, analysis, altered, plain);
        out += '\n';
    }
}

void explain_unanswered(std::string& out, const Analysis& analysis, std::size_t index) {
    for (const UnansweredChallenge& challenge : analysis.findings.unanswered) {
        if (challenge.post != index && challenge.to != post_ref(index)) continue;
        out += "  ";
        append_unanswered(out, analysis, challenge, plain);
        out += '\n';
    }
}

}  // namespace

std::string explain_findings(const Analysis& analysis, std::size_t post) {
    std::string out;
    explain_moderation(out, analysis, post);
    std::string rests;
    explain_residual_quotes(rests, analysis, post);
    explain_altered_quotes(rests, analysis, post);
    explain_pile_ons(rests, analysis, post);
    explain_unanswered(rests, analysis, post);
    if (!rests.empty()) out += "Findings that rest on it\n" + rests;
    return out;
}

}  // namespace rejoinder::report
