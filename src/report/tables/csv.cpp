#include "report/tables/csv.hpp"

#include <fmt/format.h>

#include "report/tables/tables.hpp"
#include "report/text.hpp"

namespace rejoinder::report {
namespace {

/// Spreadsheets run what begins so.
bool looks_like_formula(std::string_view text) {
    return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

void append_text(std::string& out, std::string_view text) {
    const bool formula = looks_like_formula(text);
    if (!formula && text.find_first_of(",\"\r\n") == std::string_view::npos) {
        out += text;
        return;
    }
    out += '"';
    if (formula) out += '\'';
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

void append_cell(std::string& out, const Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) {
        append_text(out, *text);
    } else if (const auto* integer = std::get_if<std::int64_t>(&cell)) {
        append_integer(out, *integer);
    } else if (const auto* real = std::get_if<double>(&cell)) {
        out += fmt::format("{}", *real);  // the shortest that reads back as the same number; no locale
    }
}

}  // namespace

std::vector<ReportFile> write_csv(const std::vector<Analysis>& threads) {
    std::vector<ReportFile> files;
    for (const Table& table : tables()) {
        std::string header;
        for (const Column& column : table.columns) header += (header.empty() ? "" : ",") + column.name;
        files.push_back({fmt::format("csv/{}.csv", table.name), header + "\r\n"});
    }
    for (std::size_t i = 0; i < threads.size(); ++i) {
        const TableSource source{threads[i], static_cast<std::int64_t>(i + 1), list_findings(threads[i])};
        for (std::size_t t = 0; t < files.size(); ++t) {
            std::string& out = files[t].bytes;
            const std::vector<Column>& columns = tables()[t].columns;
            tables()[t].each(source, [&](const Place& place) {
                for (const Column& column : columns) {
                    if (&column != columns.data()) out += ',';
                    append_cell(out, column.value(place));
                }
                out += "\r\n";
            });
        }
    }
    return files;
}

}  // namespace rejoinder::report
