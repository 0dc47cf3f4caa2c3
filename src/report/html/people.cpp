// The people as a table, and who answers whom among them.
#include <algorithm>

#include "report/html/pieces.hpp"
#include "report/html/report.hpp"
#include "report/names.hpp"
#include "report/text_html.hpp"
#include "report/words.hpp"

namespace rejoinder::report {
namespace {

constexpr std::size_t people_listed = 2000;
constexpr std::size_t exchanges_listed = 300;

void append_head_cell(std::string& out, std::string_view name, std::string_view title, bool number) {
    out += number ? "<th scope=\"col\" class=\"n\"" : "<th scope=\"col\"";
    if (!title.empty()) {
        out += " title=\"";
        append_html_line(out, title);
        out += '"';
    }
    out += '>';
    append_html_line(out, name);
    out += "</th>";
}

void append_wrote(std::string& out, const Person& person) {
    if (!person.posts.empty()) append_numbers(out, person.posts, Style::html);
    for (std::size_t i = 0; i < person.ghosts.size() && i < 12; ++i) {
        out += i > 0 || !person.posts.empty() ? ", " : "";
        append_named_ref(out, ghost_ref(person.ghosts[i]), Style::html);
    }
    if (person.ghosts.size() > 12) out += " …";
}

void append_person_row(std::string& out, const Person& person, std::size_t index, std::size_t columns) {
    out += "<tr id=\"u";
    append_integer(out, static_cast<std::int64_t>(index) + 1);
    out += "\"><th scope=\"row\"><bdi>";
    append_html_line(out, person.name);
    out += "</bdi>";
    if (person.source == NameSource::inferred) {
        out += ' ';
        append_inferred(out);
    }
    out += "</th><td class=\"posts\">";
    append_wrote(out, person);
    out += "</td>";
    for (std::size_t i = 0; i < columns; ++i) {
        out += "<td class=\"n\">";
        if (i < person.measures.size()) append_value(out, person.measures[i]);
        out += "</td>";
    }
    out += "</tr>\n";
}

void append_people_table(std::string& out, const std::vector<Person>& people) {
    const auto& columns = people.front().measures;
    out +=
        "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Table of people\"><table class=\"sortable\" "
        "id=\"people-table\"><thead><tr>";
    append_head_cell(out, "person", "", false);
    append_head_cell(out, "wrote", "", false);
    for (const MeasureValue& column : columns) {
        if (column.info == nullptr) {
            append_head_cell(out, "", "", true);
            continue;
        }
        append_head_cell(out, column.info->name, column.info->meaning, true);
    }
    out += "</tr></thead><tbody>\n";
    const std::size_t listed = std::min(people.size(), people_listed);
    for (std::size_t i = 0; i < listed; ++i) append_person_row(out, people[i], i, columns.size());
    out += "</tbody></table></div>\n";
    if (listed < people.size()) {
        out += "<p class=\"extra\">And ";
        append_integer(out, static_cast<std::int64_t>(people.size() - listed));
        out += " people more, whom the JSON report lists.</p>\n";
    }
}

void append_legend(std::string& out, const std::vector<MeasureValue>& measures) {
    out += "<details class=\"legend-of\"><summary>What the columns mean</summary><dl>";
    for (const MeasureValue& measure : measures) {
        if (measure.info == nullptr) continue;
        out += "<dt>";
        append_html_line(out, measure.info->name);
        out += " (";
        append_html_line(out, measure.info->unit);
        out += ")</dt><dd>";
        append_html_line(out, measure.info->meaning);
        out += "</dd>";
    }
    out += "</dl></details>\n";
}

void append_exchanges(std::string& out, const HtmlReport& report) {
    const auto& exchanges = report.analysis.measures.exchanges;
    if (exchanges.empty()) return;
    out +=
        "<h3 id=\"exchanges\">Who answers whom, and how often</h3>\n<div class=\"chart\" id=\"people-chart\"></div>\n"
        "<div class=\"wide short\" tabindex=\"0\" role=\"region\" aria-label=\"Table of replies between "
        "people\"><table "
        "class=\"sortable\" id=\"exchange-table\"><thead><tr>";
    append_head_cell(out, "person", "", false);
    append_head_cell(out, "answers", "", false);
    append_head_cell(out, "replies", "", true);
    out += "</tr></thead><tbody>\n";
    const std::size_t listed = std::min(exchanges.size(), exchanges_listed);
    for (std::size_t i = 0; i < listed; ++i) {
        out += "<tr><td>";
        append_person_link(out, report, exchanges[i].from);
        out += "</td><td>";
        append_person_link(out, report, exchanges[i].to);
        out += "</td><td class=\"n\">";
        append_integer(out, exchanges[i].replies);
        out += "</td></tr>\n";
    }
    out += "</tbody></table></div>\n";
    if (listed < exchanges.size()) {
        out += "<p class=\"extra\">And ";
        append_integer(out, static_cast<std::int64_t>(exchanges.size() - listed));
        out += " pairs more with fewer replies.</p>\n";
    }
}

}  // namespace

void append_html_people(std::string& out, const HtmlReport& report) {
    const auto& people = report.analysis.measures.people;
    append_section(out, "people", "People");
    if (people.empty()) {
        out += "<p class=\"lead\">The page names nobody.</p>\n</section>\n";
        return;
    }
    append_people_table(out, people);
    append_legend(out, people.front().measures);
    append_html_camps(out, report);
    append_exchanges(out, report);
    out += "</section>\n";
}

}  // namespace rejoinder::report
