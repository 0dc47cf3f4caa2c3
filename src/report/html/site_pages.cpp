#include "report/html/site_pages.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>

#include "report/html/page.hpp"
#include "report/text_html.hpp"
#include "report/words.hpp"

namespace rejoinder::report {
namespace {

constexpr std::size_t people_listed = 5000;

constexpr NavigationItem top_navigation[] = {{"index.html", "All threads"}, {"people.html", "People"}};
constexpr NavigationItem lower_navigation[] = {{"../index.html", "All threads"}, {"../people.html", "People"}};

void append_top(std::string& out, std::string_view above, std::string_view title, std::string_view lead) {
    out += "<header class=\"top\"><p class=\"eyebrow\">";
    append_html_line(out, above);
    out += "</p>\n<h1><bdi>";
    append_html_line(out, title);
    out += "</bdi></h1>\n<p class=\"lead\">";
    out += lead;
    out += "</p></header>\n";
}

struct Column {
    std::string_view name;
    bool number;
};

/// Opens a table that sorts, with a field that searches it.
void open_table(std::string& out, std::string_view id, std::string_view label, std::span<const Column> columns) {
    out +=
        "<form class=\"filters search\" hidden><label>Search <input type=\"search\" autocomplete=\"off\" data-table=\"";
    out += id;
    out +=
        "\"></label> <output aria-live=\"polite\"></output></form>\n<div class=\"wide\" tabindex=\"0\" role=\"region\" "
        "aria-label=\"";
    out += label;
    out += "\"><table class=\"sortable\" id=\"";
    out += id;
    out += "\"><thead><tr>";
    for (const Column& column : columns) {
        out += column.number ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">";
        out += column.name;
        out += "</th>";
    }
    out += "</tr></thead><tbody>\n";
}

void append_number_cell(std::string& out, double number) {
    out += "<td class=\"n\">";
    append_number(out, number);
    out += "</td>";
}

void append_text_cell(std::string& out, std::string_view text) {
    out += "<td>";
    append_html_line(out, text);
    out += "</td>";
}

void append_thread_link(std::string& out, const ThreadEntry& thread, std::string_view folder, std::uint32_t row) {
    out += "<a href=\"";
    out += folder;
    // A name is a slug: letters, digits and hyphens.
    append_html(out, thread.name);
    out += ".html";
    if (row > 0) {
        out += "#u";
        append_integer(out, row);
    }
    out += "\" dir=\"auto\">";
    append_html_line(out, thread.title);
    out += "</a>";
}

void append_thread_row(std::string& out, const ThreadEntry& thread) {
    out += "<tr><th scope=\"row\">";
    append_thread_link(out, thread, "threads/", 0);
    out += "</th>";
    append_number_cell(out, thread.priority);
    append_text_cell(out, thread.why);
    append_number_cell(out, thread.posts);
    append_number_cell(out, thread.people);
    out += "<td class=\"n\">";
    if (thread.heat) append_integer(out, static_cast<std::int64_t>(*thread.heat + 0.5));
    out += "</td>";
    append_number_cell(out, thread.pile_ons);
    append_number_cell(out, thread.removals);
    append_number_cell(out, thread.residual_quotes);
    append_number_cell(out, thread.altered_quotes);
    append_text_cell(out, thread.forum);
    out += "</tr>\n";
}

void append_person_numbers(std::string& out, const Appearance& numbers) {
    append_number_cell(out, numbers.posts);
    append_number_cell(out, numbers.ghosts);
    append_number_cell(out, numbers.replies_sent);
    append_number_cell(out, numbers.replies_received);
}

void append_person_row(std::string& out, const SitePerson& person, const std::vector<ThreadEntry>& threads) {
    out += "<tr><th scope=\"row\"><a href=\"";
    if (person.page > 0) {
        out += "people/";
        append_integer(out, person.page);
        out += ".html";
    } else {
        out += "threads/";
        append_html(out, threads[person.threads->front().thread].name);
        out += ".html#u";
        append_integer(out, person.threads->front().row);
    }
    out += "\"><bdi>";
    append_html_line(out, person.name);
    out += "</bdi></a></th>";
    append_number_cell(out, static_cast<double>(person.threads->size()));
    append_person_numbers(out, person.sum);
    append_text_cell(out, person.forum);
    out += "</tr>\n";
}

/// Indices of the threads in the order in which they need a look.
std::vector<std::uint32_t> triage_order(const std::vector<ThreadEntry>& threads) {
    std::vector<std::uint32_t> order(threads.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::tuple(-threads[a].priority, -static_cast<double>(threads[a].posts)) <
               std::tuple(-threads[b].priority, -static_cast<double>(threads[b].posts));
    });
    return order;
}

}  // namespace

std::vector<SitePerson> site_people(
    const std::map<std::pair<std::string, std::string>, std::vector<Appearance>>& people) {
    std::vector<SitePerson> all;
    for (const auto& [key, threads] : people) {
        SitePerson person{key.first, key.second, &threads, {}, 0};
        for (const Appearance& one : threads) {
            person.sum.posts += one.posts;
            person.sum.ghosts += one.ghosts;
            person.sum.replies_sent += one.replies_sent;
            person.sum.replies_received += one.replies_received;
        }
        all.push_back(person);
    }
    std::stable_sort(all.begin(), all.end(), [](const SitePerson& a, const SitePerson& b) {
        return std::tuple(b.threads->size(), b.sum.posts) < std::tuple(a.threads->size(), a.sum.posts);
    });
    std::uint32_t page = 0;
    for (SitePerson& person : all) {
        if (person.threads->size() > 1) person.page = ++page;
    }
    return all;
}

std::string index_page(const std::vector<ThreadEntry>& threads) {
    std::set<std::string_view> forums;
    std::size_t posts = 0;
    for (const ThreadEntry& thread : threads) {
        forums.insert(thread.forum);
        posts += thread.posts;
    }
    std::string title;
    append_integer(title, static_cast<std::int64_t>(threads.size()));
    title += threads.size() == 1 ? " thread" : " threads";
    std::string above = forums.size() == 1 ? std::string(*forums.begin()) : std::to_string(forums.size()) + " forums";
    above += (above.empty() ? "" : " · ") + std::to_string(posts) + (posts == 1 ? " post" : " posts");
    const PageFrame frame{title, top_navigation, "assets/"};
    std::string out;
    append_page_head(out, frame);
    append_top(out, above, title,
               "Those that need a look first stand first; the column “why” says what their points are for. Points say "
               "where to look, and are no verdict on a thread or on anybody in it.");
    static constexpr Column columns[] = {{"thread", false},        {"points", true},   {"why", false},
                                         {"posts", true},          {"people", true},   {"heat", true},
                                         {"pile-ons", true},       {"removals", true}, {"gone, quoted", true},
                                         {"altered quotes", true}, {"forum", false}};
    open_table(out, "threads", "Table of threads", columns);
    for (const std::uint32_t thread : triage_order(threads)) append_thread_row(out, threads[thread]);
    out += "</tbody></table></div>\n";
    append_page_foot(out, frame);
    return out;
}

std::string people_page(const std::vector<SitePerson>& people, const std::vector<ThreadEntry>& threads) {
    const PageFrame frame{"People", top_navigation, "assets/"};
    std::string out;
    append_page_head(out, frame);
    append_top(out, std::to_string(people.size()) + (people.size() == 1 ? " person" : " people"), "People",
               "Known by the names that their forums print or that quotes give; two people of one forum with the same "
               "name are taken for one.");
    static constexpr Column columns[] = {{"person", false},         {"threads", true},      {"posts", true},
                                         {"not on the page", true}, {"replies sent", true}, {"replies received", true},
                                         {"forum", false}};
    open_table(out, "everybody", "Table of people", columns);
    for (std::size_t i = 0; i < people.size() && i < people_listed; ++i) append_person_row(out, people[i], threads);
    out += "</tbody></table></div>\n";
    if (people.size() > people_listed) {
        out += "<p class=\"extra\">And ";
        append_integer(out, static_cast<std::int64_t>(people.size() - people_listed));
        out += " more, who stand on the pages of their threads.</p>\n";
    }
    append_page_foot(out, frame);
    return out;
}

std::string person_page(const SitePerson& person, const std::vector<ThreadEntry>& threads) {
    const PageFrame frame{person.name, lower_navigation, "../assets/"};
    std::string out, lead = "In ";
    append_count(lead, person.threads->size(), "thread", "threads");
    lead += ", with ";
    append_count(lead, person.sum.posts, "post", "posts");
    lead += ". Replies are those to and from people known by name.";
    append_page_head(out, frame);
    append_top(out, person.forum, person.name, lead);
    static constexpr Column columns[] = {{"thread", false},
                                         {"posts", true},
                                         {"not on the page", true},
                                         {"replies sent", true},
                                         {"replies received", true}};
    open_table(out, "their-threads", "Table of their threads", columns);
    for (const Appearance& one : *person.threads) {
        out += "<tr><th scope=\"row\">";
        append_thread_link(out, threads[one.thread], "../threads/", one.row);
        out += "</th>";
        append_person_numbers(out, one);
        out += "</tr>\n";
    }
    out += "</tbody></table></div>\n";
    append_page_foot(out, frame);
    return out;
}

}  // namespace rejoinder::report
