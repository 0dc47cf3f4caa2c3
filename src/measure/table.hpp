// The table of measures: what each one is, and the function that computes it, in one row.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "measure/centrality.hpp"
#include "measure/chains.hpp"
#include "measure/forest.hpp"
#include "measure/interaction.hpp"
#include "measure/people_graph.hpp"
#include "measure/responses.hpp"
#include "rejoinder/measure.hpp"

namespace rejoinder::detail {

/// Quotes counted once for all measures that ask for them.
struct QuoteCounts {
    std::vector<std::uint32_t> drawn;  // by post: quotes, at any depth, whose source it is
    std::uint32_t quotes = 0;          // at any depth
    std::uint32_t residual = 0;        // of them, those whose source is a ghost
    std::uint32_t quoting_posts = 0;   // pingbacks apart
};

QuoteCounts count_quotes(const Thread& thread, const Resolution& resolution);

/// What the functions of the table read: all that several of them need, computed once.
struct Sheet {
    const Thread& thread;
    const Resolution& resolution;
    const QuoteCounts& quotes;
    const Cast& cast;
    PostGraph graph;  // replies only
    std::uint32_t components = 0;
    Forest forest;
    PeopleGraph people;
    std::vector<double> page_rank;
    Betweenness betweenness;
    Interaction interaction;
    Responses responses;
    VolleyCounts volleys;
};

/// The sheet of the replies with at least that confidence.
Sheet make_sheet(const Thread& thread, const Resolution& resolution, const QuoteCounts& quotes, const Cast& cast,
                 double least_confidence);

/// A finite number, or why there is none.
struct Number {
    double value = 0;
    std::string_view absent_because;  // empty: there is a value. Otherwise it lives as long as the program
    double error = 0;                 // as in MeasureValue
};

struct Row {
    MeasureInfo info;
    Number (*compute)(const Sheet& sheet, std::size_t index);  // of a post, a person or a Distribution; thread measures
                                                               // ignore the index
};

/// All rows, in the order of MeasureScope.
const std::vector<Row>& rows();

// The rows of each scope.
std::vector<Row> thread_rows();
std::vector<Row> post_rows();
std::vector<Row> person_rows();
std::vector<Row> degree_rows();

inline Number absent(std::string_view reason) {
    return {0, reason, 0};
}

inline Number count(std::uint64_t number) {
    return {static_cast<double>(number), {}, 0};
}

/// part / whole, or the reason if there is no whole.
inline Number ratio(double part, double whole, std::string_view reason) {
    return whole > 0 ? Number{part / whole, {}, 0} : absent(reason);
}

/// The middle of two bounds, and how far from it they are.
inline Number between(double least, double most) {
    return {(least + most) / 2, {}, (most - least) / 2};
}

inline constexpr std::string_view no_posts = "the thread has no posts";
inline constexpr std::string_view no_replies = "no post answers another";
inline constexpr std::string_view no_exchange = "no known person answers another";
inline constexpr std::string_view one_person = "fewer than two people are known";

}  // namespace rejoinder::detail
