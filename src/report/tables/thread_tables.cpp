// Threads, their people and their measures.
#include <utility>

#include "report/names.hpp"
#include "report/tables/tables.hpp"

namespace rejoinder::report {
namespace {

const Thread& thread_at(const Place& place) {
    return place.source.analysis.thread;
}

const Person& person_at(const Place& place) {
    return place.source.analysis.measures.people[place.index];
}

const MeasureValue& measure_at(const Place& place) {
    return place.source.analysis.measures.thread[place.index];
}

Cell real_cell(const std::optional<double>& value) {
    return value ? Cell{*value} : Cell{};
}

}  // namespace

Table threads_table() {
    using enum CellType;
    return {
        "threads",
        "one thread",
        "thread",
        {},
        {thread_column(),
         {"title", text, "title as printed", [](const Place& p) { return text_cell(thread_at(p).title); }},
         {"forum", text, "name of the forum", [](const Place& p) { return text_cell(thread_at(p).forum); }},
         {"engine", text, "software of the forum", [](const Place& p) { return text_cell(thread_at(p).engine); }},
         {"profile", text, "profile that read the pages",
          [](const Place& p) { return text_cell(thread_at(p).profile); }},
         {"key", text, "the forum's own id of the thread", [](const Place& p) { return text_cell(thread_at(p).key); }},
         {"url", text, "address", [](const Place& p) { return text_cell(thread_at(p).url); }},
         {"locked", integer, "1: the page says that nobody can answer any more",
          [](const Place& p) { return flag_cell(thread_at(p).locked); }},
         {"layout", text, "how the layout was guessed, if no profile read the pages",
          [](const Place& p) { return text_cell(thread_at(p).layout ? thread_at(p).layout->source : ""); }},
         {"time_from", text, "post or ghost from which earliest and latest count; nothing: they are Unix seconds",
          [](const Place& p) -> Cell {
              const auto& anchor = p.source.analysis.resolution.timeline.anchor;
              std::string name;
              if (anchor) append_ref(name, *anchor);
              return text_cell(name);
          }},
         {"diagnostics", integer, "flaws in the data that did not stop the run",
          [](const Place& p) { return number_cell(p.source.analysis.diagnostics.size()); }}},
        [](const TableSource& source, const std::function<void(Place)>& row) { row({source}); }};
}

Table people_table() {
    using enum CellType;
    Table table{"people",
                "one person known by name in one thread",
                "thread, name",
                {"name"},
                {thread_column(),
                 {"name", text, "name, as the forum writes it", [](const Place& p) { return Cell{person_at(p).name}; }},
                 {"source", text, "printed, or inferred from quotes",
                  [](const Place& p) { return text_cell(name_source_name(person_at(p).source)); }},
                 {"ghosts", integer, "posts of theirs that are known from quotes only",
                  [](const Place& p) { return number_cell(person_at(p).ghosts.size()); }}},
                [](const TableSource& source, const std::function<void(Place)>& row) {
                    for (std::size_t i = 0; i < source.analysis.measures.people.size(); ++i) row({source, i});
                }};
    for (Column& column : measure_columns(MeasureScope::person, [](const Place& p) -> const std::vector<MeasureValue>& {
             return person_at(p).measures;
         })) {
        table.columns.push_back(std::move(column));
    }
    return table;
}

Table measures_table() {
    using enum CellType;
    return {"measures",
            "one measure of one thread",
            "thread, measure",
            {},
            {thread_column(),
             {"measure", text, "key", [](const Place& p) { return text_cell(measure_at(p).info->key); }},
             {"value", real, "value; nothing if there is none",
              [](const Place& p) { return real_cell(measure_at(p).value); }},
             {"without_doubtful", real, "the same without doubtful replies, where that differs",
              [](const Place& p) { return real_cell(measure_at(p).without_doubtful); }},
             {"unit", text, "unit", [](const Place& p) { return text_cell(measure_at(p).info->unit); }},
             {"absent_because", text, "why there is no value",
              [](const Place& p) { return text_cell(measure_at(p).absent_because); }}},
            [](const TableSource& source, const std::function<void(Place)>& row) {
                const auto& measures = source.analysis.measures.thread;
                for (std::size_t i = 0; i < measures.size(); ++i) {
                    if (measures[i].info != nullptr) row({source, i});
                }
            }};
}

}  // namespace rejoinder::report
