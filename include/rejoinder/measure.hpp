// measure: numbers about a resolved thread. Each measure is one row of a table (src/measure/table.cpp); the row feeds
// the command line, the docs, the JSON keys and the reports, so they cannot disagree.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rejoinder/resolve.hpp"

namespace rejoinder {

enum class MeasureScope : std::uint8_t { thread, post, person };

/// What a measure is: one row of the table.
struct MeasureInfo {
    std::string_view key;   // "structural_virality": the name in JSON
    std::string_view name;  // "structural virality": the name in a report
    MeasureScope scope;
    std::string_view unit;     // "replies", "posts", "share (0 to 1)"
    std::string_view meaning;  // one sentence
    std::string_view source;   // paper or definition
};

/// A value, or the reason why there is none. Never NaN.
struct MeasureValue {
    const MeasureInfo* info = nullptr;
    std::optional<double> value;
    std::string absent_because;              // set when there is no value
    std::optional<double> without_doubtful;  // the same without reply edges of confidence below 0.8, where that differs
};

/// Rows of the table, thread measures first.
const std::vector<MeasureInfo>& measure_table();

struct Person {
    std::string name;
    NameSource source = NameSource::printed;  // inferred: every post of theirs had its author recovered, or they are
                                              // known only as the author of ghosts
    std::vector<std::uint32_t> posts;         // 0-based
    std::vector<std::uint32_t> ghosts;        // 0-based
    std::vector<MeasureValue> measures;       // in table order
};

/// Replies from one person to another. Indices into Measures::people.
struct PeopleEdge {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::uint32_t replies = 0;
};

struct Measures {
    std::vector<MeasureValue> thread;              // in table order
    std::vector<std::vector<MeasureValue>> posts;  // by post index, in table order
    std::vector<Person> people;                    // by posts (most first), then name
    std::vector<PeopleEdge> exchanges;             // between two known people, most replies first
    std::vector<std::vector<Ref>> chains;  // longest reply chains, root first; all of the greatest length, at most 10
};

/// Measures a resolved thread. Linear in posts and replies, but for betweenness (see the table).
Measures measure(const Thread& thread, const Resolution& resolution);

}  // namespace rejoinder
