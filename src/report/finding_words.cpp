#include "report/finding_words.hpp"

#include <cmath>

#include "base/calendar.hpp"
#include "report/names.hpp"
#include "report/words.hpp"

namespace rejoinder::report {
namespace {

constexpr std::size_t names_listed = 8;

void append_people(std::string& out, const Analysis& analysis, const std::vector<std::uint32_t>& people, Style style) {
    const std::size_t listed = people.size() <= names_listed + 1 ? people.size() : names_listed;
    for (std::size_t i = 0; i < listed; ++i) {
        if (i > 0) out += i + 1 == people.size() ? " and " : ", ";
        append_line(out, analysis.measures.people[people[i]].name, style);
    }
    if (listed == people.size()) return;
    out += " and ";
    append_integer(out, static_cast<std::int64_t>(people.size() - listed));
    out += " more";
}

/// "three of them", "none of them".
void append_of_them(std::string& out, std::size_t count) {
    if (count == 0) {
        out += "none of them";
    } else {
        append_count(out, count, "of them", "of them");
    }
}

/// " Four posts answer it, directly or through others."
void append_orphans(std::string& out, std::size_t orphans) {
    if (orphans == 0) return;
    out += ' ';
    const std::size_t begin = out.size();
    append_count(out, orphans, "post answers", "posts answer");
    capitalize(out, begin);
    out += " it, directly or through others.";
}

double one_decimal(double number) {
    return std::round(number * 10) / 10;
}

void append_activity(std::string& out, const Activity& activity) {
    const std::size_t begin = out.size();
    append_count(out, activity.before, "post", "posts");
    capitalize(out, begin);
    if (!activity.seconds) {
        out += " stand";
        if (activity.before == 1) out += 's';
        out += " above it and ";
        append_count(out, activity.after, "post", "posts");
        out += " below.";
        return;
    }
    const std::string window = *activity.seconds == 3'600    ? "hour"
                               : *activity.seconds == 86'400 ? "day"
                                                             : duration_words(*activity.seconds);
    out += " in the " + window + " before it, ";
    append_count(out, activity.after, "post", "posts");
    out += " in the " + window + " after";
    if (activity.cut) out += ", as far as the pages reach";
    out += '.';
}

}  // namespace

void append_residual_quote(std::string& out, const Analysis& analysis, const ResidualQuote& residual, Style style) {
    const bool ghost = residual.of.kind == Ref::Kind::ghost;
    const bool several = residual.posts.size() != 1;
    const std::size_t begin = out.size();
    append_count(out, residual.posts.size(), "post", "posts");
    capitalize(out, begin);
    out += " (";
    append_numbers(out, residual.posts, style);
    out += ')';
    if (several && residual.members_at_most > 0) {
        out += residual.members_at_most > residual.members_at_least ? ", by up to " : ", by ";
        append_count(out, residual.members_at_most, "member", "members");
        out += ',';
    }
    out += several ? " still quote " : " still quotes ";
    if (!ghost) {
        append_named_ref(out, residual.of, style);
        out += ',';
    }
    out += ghost ? "a post by " : " a post by ";
    const std::string_view name = writer_name(analysis, residual.of);
    if (name.empty()) {
        out += "an unnamed member";
    } else {
        append_line(out, name, style);
    }
    out += ghost ? " that is not on the page: " : " of which only a placeholder is left: ";
    append_integer(out, residual.words);
    out += " of its words can be read.";
    if (residual.orphans > residual.posts.size()) append_orphans(out, residual.orphans);
}

void append_aftermath(std::string& out, const ModerationEvent& event, Style style) {
    append_orphans(out, event.orphans);
    for (const std::uint32_t ghost : event.quoted_after) {
        out += ' ';
        append_named_ref(out, ghost_ref(ghost), style);
        out += " is still quoted below it.";
    }
    for (const Activity& activity : event.activity) {
        if (style != Style::plain && &activity != &event.activity.back()) continue;  // the longest window
        out += ' ';
        append_activity(out, activity);
    }
}

void append_pile_on(std::string& out, const Analysis& analysis, const PileOn& pile_on, Style style) {
    const std::size_t begin = out.size();
    append_count(out, pile_on.repliers.size(), "person", "people");
    capitalize(out, begin);
    out += " (";
    append_people(out, analysis, pile_on.repliers, style);
    out += ") answer ";
    append_line(out, analysis.measures.people[pile_on.target].name, style);
    out += " in ";
    append_count(out, pile_on.posts.size(), "post", "posts");
    out += " (";
    append_numbers(out, pile_on.posts, style);
    out += ") within ";
    if (pile_on.seconds) {
        out += duration_words(*pile_on.seconds);
    } else {
        append_count(out, pile_on.stretch, "post", "posts");
        out += " of the page";
    }
    out += "; ";
    append_of_them(out, pile_on.answered_back);
    out += pile_on.answered_back <= 1 ? " is answered back, and " : " are answered back, and ";
    append_of_them(out, pile_on.newcomers);
    out += " had not posted in the thread before.";
}

void append_heat_terms(std::string& out, const Heat& heat) {
    if (!heat.value) {
        if (heat.absent_because.empty()) return;
        out += "Its heat is not measured: ";
        out += heat.absent_because;
        out += ".\n\n";
        return;
    }
    out += "Heat: ";
    append_integer(out, static_cast<std::int64_t>(*heat.value + 0.5));
    out += " of 100, the sum of these, each counted in full at the share that is named:\n\n";
    for (const HeatTerm& term : heat.terms) {
        out += "- ";
        append_number(out, one_decimal(100 * term.weight * term.value));
        out += " of ";
        append_number(out, one_decimal(100 * term.weight));
        out += ": ";
        append_integer(out, term.count);
        out += " of ";
        append_integer(out, term.of);
        out += " (in full at ";
        append_number(out, 100 * term.full);
        out += " %), ";
        out += term.meaning;
        out += '\n';
    }
    out += '\n';
}

}  // namespace rejoinder::report
