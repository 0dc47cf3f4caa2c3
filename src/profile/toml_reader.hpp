// Strict reading of TOML. Wraps toml++; nothing else names it.
//
// A file becomes a tree of TomlValues that remember where they stand. A TomlTable is asked for its keys one by one;
// what nobody asked for is an unknown key. Problems are collected, and the first one in the file is the one that is
// told.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rejoinder/result.hpp"

namespace rejoinder {

/// A TOML file as text.
struct TomlSource {
    std::string path;  // as it is to be shown
    std::string text;
};

/// A place in a file; line and column from 1, the column in characters.
struct TomlPlace {
    std::shared_ptr<const TomlSource> source;
    std::size_t line = 1;
    std::size_t column = 1;
};

/// "config/forums/x.toml:12:8: MESSAGE", the line itself, and a caret below the place.
std::string toml_message(const TomlPlace& place, std::string_view message);

struct TomlEntry;

struct TomlValue {
    enum class Kind : std::uint8_t { string, integer, boolean, array, table, other };

    Kind kind = Kind::other;
    TomlPlace place;
    std::string string;
    std::int64_t integer = 0;
    bool boolean = false;
    std::vector<TomlValue> elements;                        // of an array
    std::map<std::string, TomlEntry, std::less<>> entries;  // of a table
};

struct TomlEntry {
    TomlPlace key_place;
    TomlValue value;
};

/// TOML as a table; `path` is how messages are to name it. Errors: bad_config (no TOML: the message shows the place).
Result<TomlValue> parse_toml(std::string text, std::string path);

/// The file as a table. Errors: not_found, unreadable, bad_config (no TOML: the message shows the place).
Result<TomlValue> read_toml(const std::filesystem::path& file);

/// What is wrong in a file, or in several that were merged.
class TomlProblems {
public:
    void add(const TomlPlace& place, std::string message);
    bool empty() const { return problems_.empty(); }

    /// The one that stands first, as a bad_config error. There must be one.
    Error first() const;

private:
    struct Problem {
        TomlPlace place;
        std::string message;
    };
    std::vector<Problem> problems_;
};

/// A table that knows which keys it was asked for. Wrong types are noted in `problems` and read as absent.
class TomlTable {
public:
    TomlTable(const TomlValue& table, TomlProblems& problems) : table_(&table), problems_(&problems) {}

    /// nullptr if the table has no such key.
    const TomlValue* find(std::string_view key);

    /// The same for tables.
    std::optional<TomlTable> table(std::string_view key);

    /// Empty if the table has no such key.
    std::string string(std::string_view key);
    std::vector<const TomlValue*> strings(std::string_view key);

    /// False if the table has no such key.
    bool boolean(std::string_view key);

    /// A string that has to be there and to hold something.
    std::string required_string(std::string_view key);

    /// Notes every key that was never asked for, with the nearest of those that were.
    void reject_unknown_keys();

    const TomlValue& value() const { return *table_; }
    TomlProblems& problems() { return *problems_; }

private:
    const TomlValue* table_;
    TomlProblems* problems_;
    std::vector<std::string> known_;
};

/// The strings of an array of strings, or of one string. Other values are noted in `problems`.
std::vector<const TomlValue*> strings_of(const TomlValue& value, std::string_view name, TomlProblems& problems);

/// "; did you mean "x"?" if a candidate is near, else "".
std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace rejoinder
