#include "report/terminal/terminal.hpp"

#include <algorithm>

#include "base/columns.hpp"
#include "report/listed_findings.hpp"
#include "report/names.hpp"
#include "report/words.hpp"

namespace rejoinder::report {
namespace {

constexpr std::size_t people_shown = 10;

void append_heading(std::string& out, const Terminal& terminal, std::string_view words) {
    out += '\n';
    append_tinted(out, terminal, Tint::bold, words);
    out += '\n';
}

void append_facts(std::string& out, const Analysis& analysis, const Terminal& terminal) {
    const Thread& thread = analysis.thread;
    std::string line;
    append_line(line, thread.title.empty() ? "A thread without a title" : thread.title, Style::plain);
    append_tinted(out, terminal, Tint::bold, cut_to_columns(line, terminal.columns));
    out += '\n';
    std::string facts;
    for (const std::string& fact : {thread.forum, thread.engine}) {
        append_line(facts, fact, Style::plain);
        if (!fact.empty()) facts += " · ";
    }
    append_count(facts, thread.posts.size(), "post", "posts");
    if (!analysis.resolution.ghosts.empty()) {
        facts += " · ";
        append_count(facts, analysis.resolution.ghosts.size(), "quoted post not on the page",
                     "quoted posts not on the page");
    }
    facts += " · ";
    append_count(facts, analysis.measures.people.size(), "person known by name", "people known by name");
    if (thread.locked) facts += " · locked";
    append_wrapped(out, terminal, facts, 0);
}

/// Findings with moderation apart from the rest.
void append_list(std::string& out, const std::vector<ListedFinding>& findings, bool moderation,
                 const Terminal& terminal) {
    for (const ListedFinding& finding : findings) {
        if ((finding.kind == "moderation") != moderation) continue;
        std::string line = "• ";
        if (moderation && !finding.rests_on.empty() && finding.rests_on[0].kind == Ref::Kind::post) {
            append_named_ref(line, finding.rests_on[0]);
            line += ": ";
        }
        line += finding.text;
        append_wrapped(out, terminal, line, 2);
    }
}

void append_people(std::string& out, const Analysis& analysis, const Terminal& terminal) {
    const auto& people = analysis.measures.people;
    if (people.empty()) return;
    append_heading(out, terminal, "The people");
    for (std::size_t i = 0; i < std::min(people.size(), people_shown); ++i) {
        std::string line;
        append_line(line, people[i].name, Style::plain);
        line = cut_to_columns(line, terminal.columns / 2);
        line.append(terminal.columns / 2 + 1 - columns_of(line), ' ');
        append_count(line, people[i].posts.size(), "post", "posts");
        if (!people[i].ghosts.empty()) {
            line += ", ";
            append_count(line, people[i].ghosts.size(), "known from quotes", "known from quotes");
        }
        out += cut_to_columns(line, terminal.columns) + '\n';
    }
    if (people.size() > people_shown) {
        out += "and ";
        append_integer(out, static_cast<std::int64_t>(people.size() - people_shown));
        out += " more\n";
    }
}

}  // namespace

void append_tinted(std::string& out, const Terminal& terminal, Tint tint, std::string_view text) {
    constexpr std::string_view codes[] = {"", "\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[33m", "\x1b[36m"};
    const bool tinted = terminal.colour && tint != Tint::plain && !text.empty();
    if (tinted) out += codes[static_cast<std::size_t>(tint)];
    out += text;
    if (tinted) out += "\x1b[0m";
}

void append_wrapped(std::string& out, const Terminal& terminal, std::string_view text, std::size_t indent) {
    std::size_t used = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const std::string_view word = text.substr(0, end);
        const std::size_t width = columns_of(word);
        if (used > indent && used + 1 + width > terminal.columns) {
            out += '\n';
            out.append(indent, ' ');
            used = indent;
        } else if (used > 0) {
            out += ' ';
            ++used;
        }
        out += word;
        used += width;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    out += '\n';
}

std::string write_terminal(const Analysis& analysis, const Terminal& terminal) {
    std::string out;
    append_facts(out, analysis, terminal);
    const std::vector<ListedFinding> findings = list_findings(analysis);
    const auto moderated = std::count_if(findings.begin(), findings.end(),
                                         [](const ListedFinding& finding) { return finding.kind == "moderation"; });
    append_heading(out, terminal, "What needs a look");
    append_list(out, findings, false, terminal);
    if (findings.size() == static_cast<std::size_t>(moderated)) out += "Nothing stands out.\n";
    append_heading(out, terminal, "What the moderators did");
    append_list(out, findings, true, terminal);
    if (moderated == 0) out += "No post states an act of moderation.\n";
    append_heading(out, terminal, "Who answers whom");
    append_terminal_tree(out, analysis, reply_tree(analysis), terminal);
    append_people(out, analysis, terminal);
    out += '\n';
    append_wrapped(
        out, terminal,
        "A name with * is inferred from quotes, a reply with ? is doubtful. 'rejoinder explain PAGE --post N' "
        "gives the evidence for a post; '--format markdown' writes the whole report.",
        0);
    return out;
}

std::string write_text(const Analysis& analysis) {
    return write_terminal(analysis, {});
}

}  // namespace rejoinder::report
