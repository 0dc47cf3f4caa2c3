// Who answers whom: one line a post, indented below the post that it answers. Scripts fold it, filter it and keep only
// what is on the screen.
#include <algorithm>

#include "report/html/pieces.hpp"
#include "report/html/report.hpp"
#include "report/names.hpp"
#include "report/text_html.hpp"
#include "report/words.hpp"

namespace rejoinder::report {
namespace {

constexpr std::size_t opening_letters = 90;
constexpr std::uint32_t drawn_depth = 24;  // deeper lines are drawn at this depth, with their depth said
constexpr std::size_t chunk_size = 100;
constexpr std::size_t people_in_filter = 500;

void append_data(std::string& out, std::string_view name, std::int64_t value) {
    out += " data-";
    out += name;
    out += "=\"";
    append_integer(out, value);
    out += '"';
}

void open_row(std::string& out, const HtmlReport& report, const TreeRow& row,
              const std::vector<std::string_view>& flags) {
    const bool ghost = row.ref.kind == Ref::Kind::ghost;
    out += "<li class=\"row d";
    append_integer(out, std::min(row.depth, drawn_depth));
    out += ghost ? " ghost\"" : "\"";
    append_data(out, "d", row.depth);
    const std::uint32_t person = (ghost ? report.ghost_person : report.post_person)[row.ref.index];
    if (person != nobody) append_data(out, "u", person + 1);
    const Reply* parent = ghost ? nullptr : report.tree.parent[row.ref.index];
    // In hundredths and rounded down, as the report prints it.
    if (parent != nullptr) append_data(out, "c", static_cast<std::int64_t>(parent->confidence * 100 + 1e-9));
    if (!flags.empty()) {
        out += " data-f=\"";
        for (std::size_t i = 0; i < flags.size(); ++i) {
            if (i > 0) out += ' ';
            out += flags[i];
        }
        out += '"';
    }
    out += '>';
}

void append_event_tag(std::string& out, const ModerationEvent& event) {
    out += " <b class=\"tag moderation\">";
    out += moderation_words(event.kind);
    if (!event.object.empty()) {
        out += ' ';
        append_html_line(out, event.object);
    }
    out += "</b>";
}

void append_row(std::string& out, const HtmlReport& report, const TreeRow& row) {
    const bool ghost = row.ref.kind == Ref::Kind::ghost;
    const std::vector<std::string_view> flags = flags_of(report, row.ref);
    open_row(out, report, row, flags);
    out += "<a class=\"num\" href=\"#";
    append_anchor(out, row.ref);
    out += "\">";
    append_ref(out, row.ref);
    out += "</a> ";
    if (row.depth > drawn_depth) {
        out += "<span class=\"deep\">depth ";
        append_integer(out, row.depth);
        out += "</span> ";
    }
    append_html_writer(out, report, row.ref);
    const auto& resolution = report.analysis.resolution;
    const std::string& text = ghost ? resolution.ghosts[row.ref.index].text : resolution.posts[row.ref.index].text;
    const ModerationEvent* event = ghost ? nullptr : report.tree.moderation[row.ref.index];
    if (event != nullptr) append_event_tag(out, *event);
    for (const std::string_view flag : flags) {
        if (flag == "moderation" || flag == "dispute") continue;
        out += " <span class=\"tag ";
        out += flag;
        out += "\">";
        out += flag_words(flag);
        out += "</span>";
    }
    if (!text.empty()) {
        out += " <span class=\"says\" dir=\"auto\">";
        append_opening(out, text, opening_letters, Style::html);
        out += "</span>";
    }
    out += "</li>\n";
}

/// What the source says between the posts stands above the first root that comes after it.
void append_events_above(std::string& out, const Thread& thread, std::size_t post, std::size_t& next) {
    for (; next < thread.events.size() && thread.events[next].before <= post; ++next) {
        out += "<li class=\"row d0 event\" data-d=\"0\" data-f=\"moderation\"><b class=\"tag moderation\">";
        if (thread.events[next].kind) out += moderation_words(*thread.events[next].kind);
        out += "</b> <span class=\"says\">";
        append_quoted(out, thread.events[next].text, Style::html);
        out += "</span></li>\n";
    }
}

void append_filters(std::string& out, const HtmlReport& report) {
    const auto& people = report.analysis.measures.people;
    out +=
        "<form class=\"filters\" hidden><label>Words <input type=\"search\" id=\"f-words\" "
        "autocomplete=\"off\"></label> "
        "<label>Person <select id=\"f-person\"><option value=\"\">everybody</option>";
    for (std::size_t i = 0; i < people.size() && i < people_in_filter; ++i) {
        out += "<option value=\"";
        append_integer(out, static_cast<std::int64_t>(i) + 1);
        out += "\">";
        append_html_line(out, people[i].name);
        out += "</option>";
    }
    out += "</select></label> <label>What was found <select id=\"f-finding\"><option value=\"\">anything</option>";
    for (const std::string_view flag : all_flags()) {
        out += "<option value=\"";
        out += flag;
        out += "\">";
        out += flag_words(flag);
        out += "</option>";
    }
    out +=
        "</select></label> <label>Confidence <select id=\"f-confidence\"><option value=\"0\">any</option>"
        "<option value=\"80\">0.8 or more</option><option value=\"95\">0.95 or more</option>"
        "<option value=\"-80\">below 0.8</option></select></label> "
        "<button type=\"reset\">show all</button> <output id=\"f-count\" aria-live=\"polite\"></output></form>\n";
}

}  // namespace

void append_html_tree(std::string& out, const HtmlReport& report) {
    const Thread& thread = report.analysis.thread;
    append_section(out, "tree", "Who answers whom");
    if (report.analysis.resolution.replies.empty()) {
        out += "<p class=\"lead\">No post answers another, as far as the page shows.</p>\n";
    } else {
        out +=
            "<p class=\"lead\">Each post stands below the one that it answers. What that rests on stands with the "
            "post.<span class=\"js-only\"> Here it shows when a line is pointed at or focused; arrow keys move and "
            "fold.</span></p>\n";
    }
    append_filters(out, report);
    out += "<div class=\"tree\" id=\"rows\">\n";
    const std::vector<TreeRow> rows = tree_rows(report.tree);
    std::size_t next_event = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i % chunk_size == 0) out += i == 0 ? "<ul class=\"chunk\">\n" : "</ul>\n<ul class=\"chunk\">\n";
        if (rows[i].depth == 0 && rows[i].ref.kind == Ref::Kind::post)
            append_events_above(out, thread, rows[i].ref.index, next_event);
        append_row(out, report, rows[i]);
    }
    append_events_above(out, thread, thread.posts.size(), next_event);
    out += rows.empty() ? "</div>\n</section>\n" : "</ul>\n</div>\n</section>\n";
}

}  // namespace rejoinder::report
