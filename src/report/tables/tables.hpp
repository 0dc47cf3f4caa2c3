// The tables of a run: what CSV files and the SQLite database hold. One row of `tables()` a table, and in it one row a
// column with the function that gives its value, so that both formats and their documentation cannot disagree.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "rejoinder/analyze.hpp"
#include "report/listed_findings.hpp"

namespace rejoinder::report {

/// A value; monostate is what is not printed or not known.
using Cell = std::variant<std::monostate, std::int64_t, double, std::string>;

enum class CellType : std::uint8_t { integer, real, text };

/// A thread of a run, with what is worked out once for all its rows.
struct TableSource {
    const Analysis& analysis;
    std::int64_t thread;  // from 1
    std::vector<ListedFinding> findings;
};

/// What a row is about. All indices are 0-based.
struct Place {
    const TableSource& source;
    std::size_t index = 0;  // of a post, a ghost, a person, a reply, a finding ...
    std::size_t part = 0;   // of a quote in a post, or of what a finding rests on
};

struct Column {
    std::string name;
    CellType type;
    std::string_view meaning;  // one phrase
    std::function<Cell(const Place&)> value;
};

struct Table {
    std::string_view name;
    std::string_view meaning;               // what a row is
    std::string_view key;                   // columns that tell a row from all others: "thread, post"
    std::vector<std::string_view> indexes;  // further columns that are looked up: "thread, author"
    std::vector<Column> columns;
    void (*each)(const TableSource&, const std::function<void(Place)>& row);
};

const std::vector<Table>& tables();

// The parts of tables(), by file.

Table threads_table();         // thread_tables.cpp
Table people_table();          //
Table measures_table();        //
Table posts_table();           // post_tables.cpp
Table ghosts_table();          //
Table quotes_table();          //
Table replies_table();         // reply_tables.cpp
Table events_table();          // finding_tables.cpp
Table findings_table();        //
Table finding_places_table();  //

// Cells.

inline Cell text_cell(std::string_view text) {
    return text.empty() ? Cell{} : Cell{std::string(text)};
}
inline Cell number_cell(std::size_t number) {
    return static_cast<std::int64_t>(number);
}
inline Cell flag_cell(bool flag) {
    return std::int64_t{flag ? 1 : 0};
}

/// The number of a post, or nothing for a ghost; and the reverse: "g1", or nothing for a post.
Cell post_cell(const std::optional<Ref>& ref);
Cell ghost_cell(const std::optional<Ref>& ref);

/// The first second of a printed time in UTC, and the first second after it; nothing if it names no moment.
Cell utc_cell(const PrintedTime& time);
Cell utc_before_cell(const PrintedTime& time);

/// Columns of all measures of a scope, in the order of the measures' table.
std::vector<Column> measure_columns(MeasureScope scope, const std::vector<MeasureValue>& (*of)(const Place&));

/// The column `thread`, with which every table begins.
Column thread_column();

}  // namespace rejoinder::report
