// The measures of the thread, and the notes at the end of the page.
#include "report/html/pieces.hpp"
#include "report/html/report.hpp"
#include "report/text_html.hpp"
#include "report/words.hpp"

namespace rejoinder::report {
namespace {

void append_measure(std::string& out, const MeasureValue& measure) {
    if (measure.info == nullptr) return;
    out += "<tr id=\"m-";
    out += measure.info->key;
    out += "\"><th scope=\"row\">";
    append_html_line(out, measure.info->name);
    out += "</th><td class=\"n\">";
    append_value(out, measure);
    out += "</td><td class=\"n\">";
    append_value_without_doubtful(out, measure);
    out += "</td><td>";
    append_html_line(out, measure.info->unit);
    out += "</td><td>";
    append_html_line(out, measure.info->meaning);
    if (!measure.value && !measure.absent_because.empty()) {
        out += " No value: ";
        append_html_line(out, measure.absent_because);
        append_stop(out);
    }
    out += "</td></tr>\n";
}

}  // namespace

void append_html_measures(std::string& out, const HtmlReport& report) {
    append_section(out, "measures", "Measures");
    out += "<p class=\"lead\">Numbers that count replies rest on ";
    append_inferred(out);
    out +=
        " replies wherever the forum does not print them. Where a number changes without the replies of confidence "
        "below 0.8, both are given: the truth lies between them, if the other replies are right.</p>\n"
        "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Table of measures\"><table><thead><tr><th "
        "scope=\"col\">measure</th><th scope=\"col\" class=\"n\">value</th><th scope=\"col\" class=\"n\">without "
        "doubtful replies</th><th scope=\"col\">unit</th><th scope=\"col\">meaning</th></tr></thead><tbody>\n";
    for (const MeasureValue& measure : report.analysis.measures.thread) append_measure(out, measure);
    out += "</tbody></table></div>\n</section>\n";
}

void append_html_notes(std::string& out, const HtmlReport& report) {
    const Analysis& analysis = report.analysis;
    append_section(out, "notes", "Notes");
    out += "<ul>";
    for (const std::string& origin : analysis.thread.origins) {
        out += "<li>Read from <bdi>";
        append_html_line(out, origin);
        out += "</bdi>";
        if (!analysis.thread.profile.empty()) {
            out += " with the profile ";
            append_html_line(out, analysis.thread.profile);
        }
        out += ".</li>\n";
    }
    for (const Diagnostic& diagnostic : analysis.diagnostics) {
        out += "<li>";
        append_html_line(out, diagnostic.where);
        out += ": ";
        append_html_line(out, diagnostic.message);
        out += "</li>\n";
    }
    out += "<li>What is marked ";
    append_inferred(out);
    out +=
        " is a conclusion of Rejoinder. Who answers whom is one too, unless the evidence names the forum’s own id; "
        "everything else is printed on the page.</li>\n"
        "<li>Confidences run from 0 to 1; they are not calibrated yet. Before-and-after figures are no proof of "
        "cause, and the words of a report are not a verdict on anybody.</li>\n</ul>\n</section>\n";
}

}  // namespace rejoinder::report
