// measure: numbers about a resolved thread. Each measure is one row of a table (src/measure/table.hpp); the row feeds
// the command line, docs/measures.md, the JSON keys and the reports, so they cannot disagree.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rejoinder/resolve.hpp"

namespace rejoinder {

enum class MeasureScope : std::uint8_t { thread, post, person, degrees };

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
///
/// A measure that rests on inferred replies has a second value, taken without the replies of confidence below 0.8,
/// where that differs: a number, or the reason why none is left.
struct MeasureValue {
    const MeasureInfo* info = nullptr;
    std::optional<double> value;
    double error = 0;  // the exact value lies within `value` ± this; 0: `value` is exact. The table says
                       // with which certainty
    std::string_view absent_because;  // set when there is no value
    std::optional<double> without_doubtful;
    std::string_view absent_without_doubtful;  // set when there is a value, and none without the doubtful replies
};

/// Rows of the table: measures of the thread, of posts, of people, and of degree distributions, in this order.
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

/// How the answers are spread over those who give or get them.
struct DegreeDistribution {
    std::string_view key;                // "people_answered"
    std::string_view meaning;            // "how many people each person answers"
    std::vector<MeasureValue> measures;  // in table order
};

/// Two people who answer each other in turn along the tree of replies, as long as they go on; at least three posts.
struct Volley {
    std::vector<Ref> posts;   // the first one first; its writer wrote every second one
    std::uint32_t first = 0;  // who wrote it, and the other: indices into Measures::people
    std::uint32_t second = 0;
};

/// The primary replies as a tree. Vertices are the posts by index, then the ghosts.
struct ReplyTree {
    static constexpr std::uint32_t root = std::numeric_limits<std::uint32_t>::max();
    std::uint32_t posts = 0;
    std::vector<std::uint32_t> parents;  // by vertex; `root` where it answers nobody
};

/// The posts at which a chain of replies ends: each answers somebody, and no post answers it first. In page order. Each
/// stands for one chain, so that all of them can be gone through without ever holding more than one.
std::vector<std::uint32_t> chain_ends(const ReplyTree& tree);

/// The chain from a root down to the post.
std::vector<Ref> chain_to(const ReplyTree& tree, std::uint32_t post);

struct Measures {
    std::vector<MeasureValue> thread;              // in table order
    std::vector<std::vector<MeasureValue>> posts;  // by post index, in table order
    std::vector<Person> people;                    // by posts (most first), then name
    std::vector<DegreeDistribution> degrees;       // five
    std::vector<PeopleEdge> exchanges;             // between two known people, most replies first
    ReplyTree tree;                                // circles are cut at their first post
    std::vector<std::vector<Ref>> chains;  // longest reply chains, root first; all of the greatest length, at most 10
    std::vector<Volley> volleys;           // longest first, then by their last posts; at most 10
};

/// Measures a resolved thread. Linear in posts and replies, but for betweenness (see the table).
Measures measure(const Thread& thread, const Resolution& resolution);

}  // namespace rejoinder
