// When the posts were written, and the measures of the thread.
#include "base/calendar.hpp"
#include "report/markdown.hpp"
#include "report/names.hpp"
#include "report/words.hpp"

namespace rejoinder::report {
namespace {

/// "3 h", "−20 min" relative to the anchor, or a date.
void append_bound(std::string& out, const Timeline& timeline, const std::optional<std::int64_t>& bound) {
    if (!bound) {
        out += "–";
    } else if (!timeline.anchor) {
        out += iso_time(*bound);
    } else if (*bound == 0) {
        out += '0';
    } else {
        if (*bound < 0) out += "−";
        out += duration_words(*bound < 0 ? -*bound : *bound);
    }
}

bool knows_anything(const Timeline& timeline) {
    for (const auto* bounds : {&timeline.posts, &timeline.ghosts}) {
        for (const TimeBounds& one : *bounds) {
            if (one.earliest || one.latest) return true;
        }
    }
    return false;
}

/// What is printed rests on the page, what is narrowed down on ages and order.
void append_timeline_basis(std::string& out, const Analysis& analysis) {
    const Timeline& timeline = analysis.resolution.timeline;
    if (!timeline.anchor) {
        out +=
            "Times in UTC: as printed where a post prints its time, else *inferred* from the ages that quotes print "
            "and from "
            "the order of the posts.\n\n";
        return;
    }
    out += "The page prints no date, so times are counted from ";
    append_named_ref(out, *timeline.anchor);
    out += ", by ";
    const std::string_view writer = writer_name(analysis, *timeline.anchor);
    if (writer.empty()) {
        out += "an unnamed member";
    } else {
        append_line(out, writer, Style::markdown);
    }
    out += ". All of them are *inferred* from the ages that quotes print and from the order of the posts.\n\n";
}

void append_measure_row(std::string& out, const MeasureValue& measure) {
    if (measure.info == nullptr) return;
    out += "| ";
    out += measure.info->name;
    out += " | ";
    append_value(out, measure);
    if (measure.without_doubtful || !measure.absent_without_doubtful.empty()) {
        out += " (";
        append_value_without_doubtful(out, measure);
        out += " without doubtful replies)";
    }
    out += " | ";
    out += measure.info->unit;
    out += " | ";
    out += measure.info->meaning;
    if (!measure.value && !measure.absent_because.empty()) {
        out += " No value: ";
        append_line(out, measure.absent_because, Style::markdown);
        out += '.';
        if (out.ends_with("..")) out.pop_back();
    }
    out += " |\n";
}

}  // namespace

void append_timeline(std::string& out, const Analysis& analysis, const ReplyTree& tree) {
    const Timeline& timeline = analysis.resolution.timeline;
    out += "## When\n\n";
    if (!knows_anything(timeline)) {
        out += "Nothing on the page tells when the posts were written.\n\n";
        return;
    }
    append_timeline_basis(out, analysis);
    out += "| post | by | earliest | latest |\n| --: | :-- | :-- | :-- |\n";
    for (const Ref ref : tree.order) {
        const auto& bounds = ref.kind == Ref::Kind::ghost ? timeline.ghosts : timeline.posts;
        if (ref.index >= bounds.size()) continue;
        out += "| ";
        append_ref(out, ref);
        out += " | ";
        append_line(out, writer_name(analysis, ref), Style::markdown);
        out += " | ";
        append_bound(out, timeline, bounds[ref.index].earliest);
        out += " | ";
        append_bound(out, timeline, bounds[ref.index].latest);
        out += " |\n";
    }
    out += '\n';
}

void append_measures(std::string& out, const Analysis& analysis) {
    if (analysis.measures.thread.empty()) return;
    out +=
        "## The measures\n\nNumbers that count replies rest on *inferred* replies wherever the forum does not print "
        "them.\n\n"
        "| measure | value | unit | meaning |\n| :-- | --: | :-- | :-- |\n";
    for (const MeasureValue& measure : analysis.measures.thread) append_measure_row(out, measure);
    out += '\n';
}

}  // namespace rejoinder::report
