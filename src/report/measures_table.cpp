#include "report/measures_table.hpp"

#include <string_view>

#include "rejoinder/measure.hpp"

namespace rejoinder::report {
namespace {

constexpr std::string_view introduction =
    "# Measures\n\n"
    "Every measure that Rejoinder takes, as `rejoinder measures` prints them: this page is made from the table in the "
    "program (`./dev docs`), and the keys are those of the JSON report.\n\n"
    "- A measure is a finite number, or it is absent with a reason.\n"
    "- An **error** stands beside a value that is not exact: the exact one lies within value ± error.\n"
    "- Replies of a confidence below 0.8 are doubtful. Where a measure differs without them, that value is given too, "
    "as "
    "**without doubtful**; between the two lies what the doubtful replies decide.\n"
    "- The *post graph* has the posts and ghosts (posts that are quoted and not there) as vertices and the replies as "
    "edges. The *forest of primary replies* keeps of each post only the reply of the highest confidence. The *people "
    "graph* has the known writers as vertices, and an edge from one to another for the replies between them, weighted "
    "by "
    "their number.\n";

struct Section {
    MeasureScope scope;
    std::string_view title;
    std::string_view text;
};

constexpr Section sections[] = {
    {MeasureScope::thread, "Of the thread", ""},
    {MeasureScope::post, "Of a post", ""},
    {MeasureScope::person, "Of a person", ""},
    {MeasureScope::degrees, "Of a degree distribution",
     "Five distributions say how answers are spread: how many people each person answers (`people_answered`), how many "
     "people answer each person (`people_answering`), how many posts each person answers (`posts_answered`), how many "
     "people answer each post (`answerers_of_post`), how many posts answer each post (`replies_to_post`). Answers to "
     "oneself count.\n\n"},
};

void append_row(std::string& page, const MeasureInfo& info) {
    for (const std::string_view cell : {info.name, info.unit, info.meaning, info.source}) {
        page += " | ";
        page += cell;
    }
    page += " |\n";
}

}  // namespace

std::string measures_page() {
    std::string page(introduction);
    for (const Section& section : sections) {
        page += "\n## ";
        page += section.title;
        page += "\n\n";
        page += section.text;
        page += "| key | name | unit | meaning | source |\n| :-- | :-- | :-- | :-- | :-- |\n";
        for (const MeasureInfo& info : measure_table()) {
            if (info.scope != section.scope) continue;
            page += "| `";
            page += info.key;
            page += '`';
            append_row(page, info);
        }
    }
    return page;
}

}  // namespace rejoinder::report
