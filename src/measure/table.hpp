// The table of measures: what each one is, and the function that computes it, in one row.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "measure/people_graph.hpp"
#include "measure/post_graph.hpp"
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

/// What the functions of the table read.
struct Sheet {
    const Thread& thread;
    const Resolution& resolution;
    const QuoteCounts& quotes;
    const Cast& cast;
    PostGraph posts;
    PeopleGraph people;
    Centrality centrality;  // only person measures read it
};

/// A finite number, or why there is none.
struct Number {
    double value = 0;
    std::string_view absent_because;  // empty: there is a value
};

struct Row {
    MeasureInfo info;
    Number (*compute)(const Sheet& sheet,
                      std::size_t index);  // of a post or a person; thread measures ignore the index
};

/// All rows, thread measures first, then those of posts, then those of people.
const std::vector<Row>& rows();

}  // namespace rejoinder::detail
