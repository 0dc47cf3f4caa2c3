// Where results go: standard output, or files that are written beside their place and renamed into it, so that nobody
// ever finds half a report.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "rejoinder/report.hpp"

namespace rejoinder::cli {

/// The terminal that standard output is, or nothing if it is none. It has colours unless NO_COLOR is set or TERM is
/// "dumb".
std::optional<Terminal> terminal_of_standard_output();

/// Writes to standard output. False: its reader has gone away, which is no error, and more need not be written.
/// Errors: unwritable.
Result<bool> write_standard_output(std::string_view text);

/// Writes all files into a folder, which is made if it does not exist, as are the folders that their names name;
/// returns their paths in the same order. All are written in full before the first is renamed into its place. Errors:
/// unwritable.
Result<std::vector<std::filesystem::path>> write_files(const std::filesystem::path& folder,
                                                       const std::vector<ReportFile>& files);

/// File names made from titles: letters of every script, digits and hyphens, at most 80 bytes; each only once.
class FileNames {
public:
    /// "putin-emphasizes-growing-ties"; "thread-KEY" if the title has no letters; "thread" without a key; "-2", "-3" …
    /// if it was given before.
    std::string next(std::string_view title, std::string_view key);

private:
    std::unordered_set<std::string> used_;
    std::unordered_map<std::string, std::size_t> tried_;  // by name without a number: the last number
};

}  // namespace rejoinder::cli
