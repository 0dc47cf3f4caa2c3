// When the posts were written. The times themselves stand with the posts; scripts draw them from there.
#include <algorithm>
#include <optional>

#include "base/calendar.hpp"
#include "report/html/pieces.hpp"
#include "report/html/report.hpp"
#include "report/html/timeline.hpp"
#include "report/names.hpp"
#include "report/words.hpp"

namespace rejoinder::report {
namespace {

void append_basis(std::string& out, const HtmlReport& report) {
    const Timeline& timeline = report.analysis.resolution.timeline;
    if (!timeline.anchor) {
        out += "<p class=\"lead\">Times in UTC: as printed where a post prints its time, else ";
        append_inferred(out);
        out += " from the ages that quotes print and from the order of the posts.</p>\n";
        return;
    }
    out += "<p class=\"lead\">The page prints no date, so times are counted from ";
    append_named_ref(out, *timeline.anchor, Style::html);
    out += ", by ";
    append_html_writer(out, report, *timeline.anchor);
    out += ". All of them are ";
    append_inferred(out);
    out += " from the ages that quotes print and from the order of the posts.</p>\n";
}

void append_share(std::string& out, std::string_view kind, std::size_t count, std::string_view words) {
    out += "<li><svg class=\"key ";
    out += kind;
    out +=
        "\" width=\"28\" height=\"12\" aria-hidden=\"true\"><rect class=\"band\" x=\"2\" y=\"3\" width=\"24\" "
        "height=\"6\" rx=\"3\"/>"
        "<circle cx=\"14\" cy=\"6\" r=\"4\"/></svg> ";
    append_integer(out, static_cast<std::int64_t>(count));
    out += ' ';
    out += words;
    out += "</li>";
}

}  // namespace

TimeKinds count_time_kinds(const Timeline& timeline) {
    TimeKinds kinds;
    const auto count = [&](const std::vector<TimeBounds>& all) {
        for (const TimeBounds& one : all) {
            if (!one.earliest && !one.latest) {
                ++kinds.unknown;
            } else if (!one.earliest || !one.latest) {
                ++kinds.half_open;
            } else {
                // A printed minute is a known time.
                ++(*one.latest - *one.earliest < 120 ? kinds.known : kinds.bounded);
            }
            for (const auto& bound : {one.earliest, one.latest}) {
                if (!bound) continue;
                if (!kinds.first || *bound < *kinds.first) kinds.first = bound;
                if (!kinds.last || *bound > *kinds.last) kinds.last = bound;
            }
        }
    };
    count(timeline.posts);
    count(timeline.ghosts);
    return kinds;
}

void append_html_timeline(std::string& out, const HtmlReport& report) {
    const Timeline& timeline = report.analysis.resolution.timeline;
    const TimeKinds kinds = count_time_kinds(timeline);
    append_section(out, "timeline", "When");
    if (!kinds.first) {
        out += "<p class=\"lead\">Nothing on the page tells when the posts were written.</p>\n</section>\n";
        return;
    }
    append_basis(out, report);
    out += "<ul class=\"legend\">";
    append_share(out, "known", kinds.known, "at a known time");
    append_share(out, "bounded", kinds.bounded, "between two times");
    append_share(out, "half", kinds.half_open, "with one bound only");
    append_share(out, "unknown", kinds.unknown, "at an unknown time");
    out += "</ul>\n<div class=\"chart\" id=\"timeline-chart\"";
    if (timeline.anchor) out += " data-relative=\"1\"";
    out += "></div>\n<p class=\"extra\">The time of each post stands with it, under Posts.</p>\n</section>\n";
}

}  // namespace rejoinder::report
