// The first screen: what the argument is about, who argues with whom, how lively it is, what the moderators did, and
// what needs a look.
#include <algorithm>

#include "report/exchanges.hpp"
#include "report/finding_words.hpp"
#include "report/markdown.hpp"
#include "report/names.hpp"
#include "report/summary_look.hpp"
#include "report/words.hpp"

namespace rejoinder::report {
namespace {

constexpr std::size_t listed_at_most = 10;

void append_and_more(std::string& out, std::size_t count) {
    out += "- and ";
    append_integer(out, static_cast<std::int64_t>(count));
    out += " more, below\n";
}

void append_subject(std::string& out, const Analysis& analysis) {
    const Findings& findings = analysis.findings;
    out += "### What it is about\n\n";
    if (!findings.key_terms.empty()) {
        out += "Words that most posts share: ";
        for (std::size_t i = 0; i < findings.key_terms.size(); ++i) {
            if (i > 0) out += ", ";
            append_line(out, findings.key_terms[i], Style::markdown);
        }
        out += ".\n\n";
    }
    if (!findings.contested) {
        out += "No sentence is quoted by two posts.\n\n";
        return;
    }
    const ContestedPassage& passage = *findings.contested;
    out += "The sentence that most posts quote (";
    append_posts(out, passage.posts);
    out += ") stands in ";
    append_named_ref(out, passage.source);
    out += passage.source.kind == Ref::Kind::ghost ? ", a post that is not on the page, by " : ", by ";
    const std::string_view writer = writer_name(analysis, passage.source);
    if (writer.empty()) {
        out += "an unnamed member";
    } else {
        append_line(out, writer, Style::markdown);
    }
    out += ":\n\n";
    append_block_quote(out, passage.sentence);
    out += '\n';
}

bool printed_by_forum(const Reply& reply) {
    return std::any_of(reply.evidence.begin(), reply.evidence.end(), [](const Evidence& evidence) {
        return evidence.kind == EvidenceKind::parent_id || evidence.kind == EvidenceKind::quoted_post_id;
    });
}

/// Says how many replies the forum prints and how many are conclusions.
void append_reply_sources(std::string& out, const std::vector<Reply>& replies) {
    const auto printed = static_cast<std::size_t>(std::count_if(replies.begin(), replies.end(), printed_by_forum));
    if (printed == replies.size()) {
        out += "The forum's own markup says so; with the number of replies:\n\n";
    } else if (printed == 0) {
        out += "*Inferred* from what the posts quote; with the number of replies:\n\n";
    } else {
        const std::size_t begin = out.size();
        append_count(out, printed, "reply stands", "replies stand");
        capitalize(out, begin);
        out += " in the forum's own markup, ";
        append_count(out, replies.size() - printed, "is", "are");
        out += " *inferred* from what the posts quote; with the number of replies:\n\n";
    }
}

void append_exchanges(std::string& out, const Analysis& analysis) {
    const Measures& measures = analysis.measures;
    out += "### Who argues with whom\n\n";
    if (analysis.resolution.replies.empty()) {
        out += "No post answers another, as far as the page shows.\n\n";
        return;
    }
    append_reply_sources(out, analysis.resolution.replies);
    const std::vector<UnnamedExchange> unnamed = unnamed_exchanges(analysis);
    std::size_t listed = 0;
    for (const PeopleEdge& edge : measures.exchanges) {
        if (listed == listed_at_most) break;
        ++listed;
        out += "- ";
        append_line(out, measures.people[edge.from].name, Style::markdown);
        out += " answers ";
        append_line(out, measures.people[edge.to].name, Style::markdown);
        out += " (";
        append_integer(out, edge.replies);
        out += ")\n";
    }
    for (const UnnamedExchange& exchange : unnamed) {
        if (listed == listed_at_most) break;
        ++listed;
        out += "- ";
        append_unnamed_exchange(out, analysis, exchange, Style::markdown);
        out += '\n';
    }
    const std::size_t all = measures.exchanges.size() + unnamed.size();
    if (all > listed) append_and_more(out, all - listed);
    out += '\n';
}

void append_reactions(std::string& out, const Analysis& analysis) {
    std::vector<std::pair<std::string_view, std::int64_t>> totals;
    for (const Post& post : analysis.thread.posts) {
        for (const Reaction& reaction : post.reactions) {
            auto total =
                std::find_if(totals.begin(), totals.end(), [&](const auto& t) { return t.first == reaction.name; });
            if (total == totals.end()) total = totals.insert(totals.end(), {reaction.name, 0});
            total->second += reaction.count;
        }
    }
    if (totals.empty()) return;
    std::stable_sort(totals.begin(), totals.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    out += " Reactions: ";
    for (std::size_t i = 0; i < totals.size() && i < 6; ++i) {
        if (i > 0) out += ", ";
        append_line(out, totals[i].first, Style::markdown);
        out += ' ';
        append_integer(out, totals[i].second);
    }
    out += totals.size() > 6 ? " and others." : ".";
}

void append_heat(std::string& out, const Analysis& analysis) {
    out += "### How lively it is\n\n";
    std::size_t answering = 0;
    const auto& replies = analysis.resolution.replies;
    for (std::size_t i = 0; i < replies.size(); ++i) {
        if (i == 0 || replies[i].from != replies[i - 1].from) ++answering;
    }
    append_integer(out, static_cast<std::int64_t>(answering));
    out += " of ";
    append_integer(out, static_cast<std::int64_t>(analysis.thread.posts.size()));
    out += answering == 1 ? " posts answers another." : " posts answer another.";
    const auto& chains = analysis.measures.chains;
    if (!chains.empty() && chains.front().size() > 1) {
        const auto& chain = chains.front();
        out += " The longest chain of answers has ";
        append_count(out, chain.size(), "post", "posts");
        if (chains.size() > 1) {
            out += " and is one of ";
            append_integer(out, static_cast<std::int64_t>(chains.size()));
        }
        out += ": ";
        for (std::size_t i = 0; i < chain.size() && i < listed_at_most; ++i) {
            if (i > 0) out += " ← ";
            append_ref(out, chain[i]);
        }
        out += chain.size() > listed_at_most ? " ← …" : ".";
    }
    append_reactions(out, analysis);
    out += "\n\n";
    append_heat_terms(out, analysis.findings.heat);
    const auto& sides = analysis.findings.one_sidedness;
    if (!sides || !analysis.findings.heat.value) return;  // shares of a few posts say nothing
    append_one_sidedness(out, analysis, *sides, Style::markdown);
    out += "\n\n";
}

}  // namespace

void append_summary(std::string& out, const Analysis& analysis) {
    append_subject(out, analysis);
    append_exchanges(out, analysis);
    append_heat(out, analysis);
    append_moderation(out, analysis);
    append_needs_a_look(out, analysis);
}

}  // namespace rejoinder::report
