// SQLite: the tables of a run in one database, with indexes and views. Only src/report/tables/sqlite.cpp names SQLite.
#pragma once

#include <vector>

#include "rejoinder/report.hpp"

namespace rejoinder::report {

/// "threads.sqlite": every table of tables(), and the views of sqlite_views().
std::vector<ReportFile> write_sqlite(const std::vector<Analysis>& threads);

struct SqliteView {
    std::string_view name;
    std::string_view meaning;  // what a row is
    std::string_view query;
};

const std::vector<SqliteView>& sqlite_views();

}  // namespace rejoinder::report
