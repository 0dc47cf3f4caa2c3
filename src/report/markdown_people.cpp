// The posts at a glance, the words of posts that are gone, and the people.
#include <algorithm>

#include "report/markdown.hpp"
#include "report/names.hpp"
#include "report/words.hpp"

namespace rejoinder::report {
namespace {

/// The table shows the most active people; JSON holds all.
constexpr std::size_t people_listed = 100;

void append_reactions_cell(std::string& out, const std::vector<Reaction>& reactions) {
    for (std::size_t i = 0; i < reactions.size(); ++i) {
        if (i > 0) out += ", ";
        append_line(out, reactions[i].name, Style::markdown);
        out += ' ';
        append_integer(out, reactions[i].count);
    }
}

void append_post_row(std::string& out, const Analysis& analysis, const ReplyTree& tree, std::size_t index) {
    const Post& post = analysis.thread.posts[index];
    const ResolvedPost& resolved = analysis.resolution.posts[index];
    out += "| ";
    append_integer(out, static_cast<std::int64_t>(index) + 1);
    out += " | ";
    if (resolved.author.name.empty()) {
        out += "–";
    } else {
        append_line(out, resolved.author.name, Style::markdown);
        if (resolved.author.source == NameSource::inferred) out += " (*inferred*)";
    }
    out += " | ";
    if (const Role* role = role_of(analysis, index)) {
        append_line(out, role->name, Style::markdown);
        if (role->source == NameSource::inferred) out += " (*inferred*)";
    }
    out += " | ";
    append_line(out, post.time.text, Style::markdown);
    out += " | ";
    append_integer(out, resolved.words);
    out += " | ";
    append_integer(out, static_cast<std::int64_t>(resolved.quotes.size()));
    out += " | ";
    if (tree.parent[index] != nullptr) append_ref(out, tree.parent[index]->to);
    out += " | ";
    append_numbers(out, tree.post_children[index]);
    out += " | ";
    append_reactions_cell(out, post.reactions);
    out += " |\n";
}

/// Who still quotes it, where, and how much.
void append_remnants(std::string& out, const Analysis& analysis, const std::vector<Remnant>& quotes) {
    for (const Remnant& quote : quotes) {
        out += "- Post ";
        append_integer(out, quote.post + 1);
        const std::string_view name = writer_name(analysis, post_ref(quote.post));
        if (!name.empty()) {
            out += ", by ";
            append_line(out, name, Style::markdown);
        }
        out += ": ";
        append_count(out, quote.words, "word", "words");
        if (analysis.resolution.posts[quote.post].quotes.size() > 1) {
            out += " in its quote ";
            append_integer(out, quote.quote + 1);
        }
        out += '\n';
    }
    out += '\n';
}

void append_ghost(std::string& out, const Analysis& analysis, std::size_t index, const ResidualQuote* residual) {
    const Ghost& ghost = analysis.resolution.ghosts[index];
    out += "### g";
    append_integer(out, static_cast<std::int64_t>(index) + 1);
    out += ", by ";
    append_ghost_writer(out, ghost, Style::markdown);
    out += "\n\nQuoted by ";
    append_posts(out, ghost.quoted_by);
    out += "; ";
    append_count(out, ghost.words, "word", "words");
    out += " can be read.";
    if (!ghost.key.empty()) {
        out += " The forum's id of it: ";
        append_line(out, ghost.key, Style::markdown);
        out += '.';
    }
    out += "\n\n";
    if (residual != nullptr && residual->quotes.size() > 1) append_remnants(out, analysis, residual->quotes);
    if (ghost.text.empty()) return;
    append_block_quote(out, ghost.text);
    out += '\n';
}

void append_person_row(std::string& out, const Person& person, std::size_t columns) {
    out += "| ";
    append_line(out, person.name, Style::markdown);
    if (person.source == NameSource::inferred) out += " (*inferred*)";
    out += " | ";
    append_numbers(out, person.posts);
    out += " | ";
    for (std::size_t i = 0; i < person.ghosts.size(); ++i) {
        if (i > 0) out += ", ";
        append_ref(out, ghost_ref(person.ghosts[i]));
    }
    out += " |";
    for (std::size_t i = 0; i < columns; ++i) {
        out += ' ';
        if (i < person.measures.size() && person.measures[i].value) {
            append_number(out, *person.measures[i].value);
        } else {
            out += "–";
        }
        out += " |";
    }
    out += '\n';
}

/// The columns of the people table are the first person's measures: everybody has the same, in table order.
void append_people_head(std::string& out, const std::vector<MeasureValue>& measures) {
    out += "| person | wrote | wrote, not on the page |";
    for (const MeasureValue& measure : measures) {
        out += ' ';
        if (measure.info != nullptr) out += measure.info->name;
        out += " |";
    }
    out += "\n| :-- | :-- | :-- |";
    for (std::size_t i = 0; i < measures.size(); ++i) out += " --: |";
    out += '\n';
}

void append_people_legend(std::string& out, const std::vector<MeasureValue>& measures) {
    for (const MeasureValue& measure : measures) {
        if (measure.info == nullptr) continue;
        out += "- **";
        out += measure.info->name;
        out += "** (";
        out += measure.info->unit;
        out += "): ";
        out += measure.info->meaning;
        out += '\n';
    }
}

}  // namespace

void append_posts_table(std::string& out, const Analysis& analysis, const ReplyTree& tree) {
    if (analysis.thread.posts.empty()) return;
    out +=
        "## The posts\n\n"
        "| post | by | role | time, as printed | own words | quotes | answers | answered by | reactions |\n"
        "| --: | :-- | :-- | :-- | --: | --: | --: | :-- | :-- |\n";
    for (std::size_t i = 0; i < analysis.thread.posts.size(); ++i) append_post_row(out, analysis, tree, i);
    out += '\n';
}

void append_ghosts(std::string& out, const Analysis& analysis) {
    const std::size_t ghosts = analysis.resolution.ghosts.size();
    if (ghosts == 0) return;
    out +=
        "## Quoted, and not on the page\n\nThese posts were deleted, hidden, or stand on a page that was not given. "
        "Their "
        "words are put together from the quotes (*inferred*); […] marks where words may be missing.\n\n";
    std::vector<const ResidualQuote*> residual(ghosts, nullptr);
    for (const ResidualQuote& one : analysis.findings.residual_quotes) {
        if (one.of.kind == Ref::Kind::ghost) residual[one.of.index] = &one;
    }
    for (std::size_t i = 0; i < ghosts; ++i) append_ghost(out, analysis, i, residual[i]);
}

void append_people(std::string& out, const Analysis& analysis) {
    const std::vector<Person>& people = analysis.measures.people;
    out += "## The people\n\n";
    if (people.empty()) {
        out += "The page names nobody.\n\n";
        return;
    }
    const std::vector<MeasureValue>& columns = people.front().measures;
    append_people_head(out, columns);
    const std::size_t listed = std::min(people.size(), people_listed);
    for (std::size_t i = 0; i < listed; ++i) append_person_row(out, people[i], columns.size());
    if (people.size() > listed) {
        out += "\nAnd ";
        append_count(out, people.size() - listed, "person more: the JSON report lists everybody",
                     "people more: the JSON report lists everybody");
        out += ".\n";
    }
    out += '\n';
    append_people_legend(out, columns);
    out += '\n';
}

}  // namespace rejoinder::report
