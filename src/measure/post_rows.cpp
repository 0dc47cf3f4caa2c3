// The measures of a post.
#include "measure/table.hpp"

namespace rejoinder::detail {
namespace {

constexpr MeasureScope scope = MeasureScope::post;

const ForestVertex& vertex(const Sheet& sheet, std::size_t index) {
    return sheet.forest.vertices[index];
}

Number delay(const Sheet& sheet, std::size_t index) {
    const Delay delay = delay_of(sheet.resolution, sheet.forest, static_cast<std::uint32_t>(index));
    if (!delay.absent_because.empty()) return absent(delay.absent_because);
    return between(static_cast<double>(delay.least), static_cast<double>(delay.most));
}

}  // namespace

std::vector<Row> post_rows() {
    return {
        {{"depth", "depth", scope, "replies",
          "Primary replies between the post and the root of its tree; a root has depth 0.",
          "depth in the forest of primary replies"},
         [](const Sheet& s, std::size_t index) -> Number { return count(vertex(s, index).depth); }},
        {{"subtree_size", "subtree", scope, "posts",
          "The post and all posts that answer it, directly or through others.",
          "vertices of the subtree of primary replies"},
         [](const Sheet& s, std::size_t index) -> Number { return count(vertex(s, index).subtree); }},
        {{"replies", "replies", scope, "replies", "Posts that answer it, whether or not it is what they answer first.",
          "in-degree in the post graph"},
         [](const Sheet& s, std::size_t index) -> Number { return count(vertex(s, index).replies); }},
        {{"quotes_drawn", "quotes drawn", scope, "quotes", "Quotes of it, nested ones too.", "count"},
         [](const Sheet& s, std::size_t index) -> Number { return count(s.quotes.drawn[index]); }},
        {{"delay", "delay", scope, "seconds", "Time between the post and the post that it answers first.",
          "difference of the times, where both are known to the minute; the error is what the printed minutes leave "
          "open"},
         delay},
    };
}

}  // namespace rejoinder::detail
