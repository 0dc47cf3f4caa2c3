#include "report/tables/sqlite.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <memory>
#include <new>
#include <stdexcept>

#include "report/tables/tables.hpp"

namespace rejoinder::report {
namespace {

struct CloseDatabase {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
};
struct FinishStatement {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
struct FreeBytes {
    void operator()(unsigned char* bytes) const { sqlite3_free(bytes); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;
using Statement = std::unique_ptr<sqlite3_stmt, FinishStatement>;

/// The database lies in memory and its statements are fixed, so that only a lack of memory can make one fail.
void must(sqlite3* database, int code) {
    if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW) return;
    if (code == SQLITE_NOMEM) throw std::bad_alloc();
    throw std::runtime_error(fmt::format("SQLite: {}", sqlite3_errmsg(database)));
}

void execute(sqlite3* database, const std::string& sql) {
    must(database, sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr));
}

Database open_in_memory() {
    sqlite3* opened = nullptr;
    const int code = sqlite3_open(":memory:", &opened);
    Database database(opened);
    must(opened, code);
    return database;
}

std::string_view sql_type(CellType type) {
    switch (type) {
        case CellType::integer:
            return "INTEGER";
        case CellType::real:
            return "REAL";
        case CellType::text:
            return "TEXT";
    }
    return "TEXT";
}

/// A row that is not told by columns that may be empty needs no key of its own: SQLite numbers it.
void create(sqlite3* database, const Table& table) {
    std::string columns;
    for (const Column& column : table.columns) {
        columns += fmt::format("{}\"{}\" {}", columns.empty() ? "" : ", ", column.name, sql_type(column.type));
    }
    execute(database, fmt::format("CREATE TABLE {} ({}) STRICT", table.name, columns));
}

void create_indexes(sqlite3* database, const Table& table) {
    execute(database, fmt::format("CREATE UNIQUE INDEX {0}_key ON {0} ({1})", table.name, table.key));
    int number = 0;
    for (const std::string_view columns : table.indexes) {
        execute(database, fmt::format("CREATE INDEX {0}_{1} ON {0} ({2})", table.name, ++number, columns));
    }
}

Statement insertion(sqlite3* database, const Table& table) {
    std::string places;
    for (std::size_t i = 0; i < table.columns.size(); ++i) places += i == 0 ? "?" : ", ?";
    const std::string sql = fmt::format("INSERT INTO {} VALUES ({})", table.name, places);
    sqlite3_stmt* statement = nullptr;
    must(database, sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr));
    return Statement(statement);
}

/// Text is not copied: `cell` lives until the row is written.
int bind_cell(sqlite3_stmt* statement, int place, const Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) {
        return sqlite3_bind_text64(statement, place, text->data(), text->size(), SQLITE_STATIC, SQLITE_UTF8);
    }
    if (const auto* integer = std::get_if<std::int64_t>(&cell)) return sqlite3_bind_int64(statement, place, *integer);
    if (const auto* real = std::get_if<double>(&cell)) return sqlite3_bind_double(statement, place, *real);
    return sqlite3_bind_null(statement, place);
}

void insert_rows(sqlite3* database, const Table& table, const TableSource& source) {
    const Statement insert = insertion(database, table);
    std::vector<Cell> cells(table.columns.size());
    table.each(source, [&](const Place& place) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            cells[i] = table.columns[i].value(place);
            must(database, bind_cell(insert.get(), static_cast<int>(i + 1), cells[i]));
        }
        must(database, sqlite3_step(insert.get()));
        must(database, sqlite3_reset(insert.get()));
    });
}

}  // namespace

std::vector<ReportFile> write_sqlite(const std::vector<Analysis>& threads) {
    const Database owner = open_in_memory();
    sqlite3* database = owner.get();
    execute(database, "PRAGMA user_version = 1");
    execute(database, "BEGIN");
    for (const Table& table : tables()) create(database, table);
    for (std::size_t i = 0; i < threads.size(); ++i) {
        const TableSource source{threads[i], static_cast<std::int64_t>(i + 1), list_findings(threads[i])};
        for (const Table& table : tables()) insert_rows(database, table, source);
    }
    for (const Table& table : tables()) create_indexes(database, table);
    for (const SqliteView& view : sqlite_views()) {
        execute(database, fmt::format("CREATE VIEW {} AS {}", view.name, view.query));
    }
    execute(database, "COMMIT");
    sqlite3_int64 size = 0;
    const std::unique_ptr<unsigned char, FreeBytes> bytes(sqlite3_serialize(database, "main", &size, 0));
    if (bytes == nullptr) throw std::bad_alloc();
    const auto* begin = reinterpret_cast<const char*>(bytes.get());
    return {{"threads.sqlite", std::string(begin, begin + size)}};
}

}  // namespace rejoinder::report
