#include "report/tables/tables.hpp"

#include <cmath>

#include "base/calendar.hpp"
#include "report/names.hpp"

namespace rejoinder::report {

const std::vector<Table>& tables() {
    static const std::vector<Table> all = {threads_table(),  posts_table(),         quotes_table(),   replies_table(),
                                           ghosts_table(),   people_table(),        measures_table(), events_table(),
                                           findings_table(), finding_places_table()};
    return all;
}

Cell post_cell(const std::optional<Ref>& ref) {
    if (!ref || ref->kind != Ref::Kind::post) return {};
    return number_cell(ref->index + std::size_t{1});
}

Cell ghost_cell(const std::optional<Ref>& ref) {
    if (!ref || ref->kind != Ref::Kind::ghost) return {};
    std::string name;
    append_ref(name, *ref);
    return name;
}

Cell utc_cell(const PrintedTime& time) {
    return time.at ? Cell{iso_time(time.at->at_least)} : Cell{};
}

Cell utc_before_cell(const PrintedTime& time) {
    return time.at ? Cell{iso_time(time.at->below)} : Cell{};
}

std::vector<Column> measure_columns(MeasureScope scope, const std::vector<MeasureValue>& (*of)(const Place&)) {
    std::vector<Column> columns;
    for (const MeasureInfo& info : measure_table()) {
        if (info.scope != scope) continue;
        columns.push_back(
            {std::string(info.key), CellType::real, info.meaning, [&info, of](const Place& place) -> Cell {
                 for (const MeasureValue& measure : of(place)) {
                     if (measure.info != nullptr && measure.info->key == info.key && measure.value &&
                         std::isfinite(*measure.value)) {
                         return *measure.value;
                     }
                 }
                 return {};
             }});
    }
    return columns;
}

Column thread_column() {
    return {"thread", CellType::integer, "number of the thread in this run, from 1",
            [](const Place& place) { return Cell{place.source.thread}; }};
}

}  // namespace rejoinder::report
