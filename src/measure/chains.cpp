#include "measure/chains.hpp"

#include <algorithm>

namespace rejoinder {

std::vector<std::uint32_t> chain_ends(const ReplyTree& tree) {
    std::vector<bool> answered(tree.parents.size(), false);
    for (const std::uint32_t parent : tree.parents) {
        if (parent != ReplyTree::root) answered[parent] = true;
    }
    std::vector<std::uint32_t> ends;
    for (std::uint32_t post = 0; post < tree.posts; ++post) {
        if (tree.parents[post] != ReplyTree::root && !answered[post]) ends.push_back(post);
    }
    return ends;
}

std::vector<Ref> chain_to(const ReplyTree& tree, std::uint32_t post) {
    std::vector<Ref> chain;
    for (std::uint32_t at = post; at != ReplyTree::root; at = tree.parents[at]) {
        chain.push_back(at < tree.posts ? post_ref(at) : ghost_ref(at - tree.posts));
    }
    std::reverse(chain.begin(), chain.end());
    return chain;
}

namespace detail {
namespace {

constexpr std::size_t most_listed = 10;
constexpr std::uint32_t shortest_volley = 3;

/// By vertex: whether a run that ends there goes on in an answer.
std::vector<bool> carried_on(const Forest& forest, const VolleyCounts& counts) {
    std::vector<bool> goes_on(counts.run.size(), false);
    for (std::uint32_t vertex = 0; vertex < counts.run.size(); ++vertex) {
        const std::uint32_t parent = forest.vertices[vertex].parent;
        if (parent != none && counts.run[vertex] == counts.run[parent] + 1) goes_on[parent] = true;
    }
    return goes_on;
}

}  // namespace

std::vector<std::vector<Ref>> longest_chains(const Forest& forest, const ReplyTree& tree) {
    std::vector<std::vector<Ref>> chains;
    const std::size_t longest = forest.levels.size() - 1;
    if (longest == 0) return chains;
    for (std::uint32_t post = 0; post < forest.posts && chains.size() < most_listed; ++post) {
        if (forest.vertices[post].depth == longest) chains.push_back(chain_to(tree, post));
    }
    return chains;
}

VolleyCounts count_volleys(const Forest& forest, const Cast& cast) {
    VolleyCounts counts;
    counts.run.assign(forest.vertices.size(), 1);
    for (const std::uint32_t vertex : forest.by_depth) {
        const std::uint32_t parent = forest.vertices[vertex].parent;
        if (parent == none) continue;
        const std::uint32_t writer = cast.of_vertex[vertex];
        const std::uint32_t answered = cast.of_vertex[parent];
        if (writer == none || answered == none || writer == answered) continue;
        const std::uint32_t before = forest.vertices[parent].parent;
        const bool in_turn = counts.run[parent] > 1 && cast.of_vertex[before] == writer;
        counts.run[vertex] = in_turn ? counts.run[parent] + 1 : 2;
        counts.longest = std::max(counts.longest, counts.run[vertex]);
    }
    if (counts.longest < shortest_volley) return counts;
    const std::vector<bool> goes_on = carried_on(forest, counts);
    for (std::uint32_t vertex = 0; vertex < counts.run.size(); ++vertex) {
        if (counts.run[vertex] >= shortest_volley && !goes_on[vertex]) ++counts.volleys;
    }
    return counts;
}

std::vector<Volley> longest_volleys(const Forest& forest, const Cast& cast, const VolleyCounts& counts) {
    std::vector<Volley> volleys;
    if (counts.volleys == 0) return volleys;
    const std::vector<bool> goes_on = carried_on(forest, counts);
    std::vector<std::uint32_t> ends;
    for (std::uint32_t vertex = 0; vertex < counts.run.size(); ++vertex) {
        if (counts.run[vertex] >= shortest_volley && !goes_on[vertex]) ends.push_back(vertex);
    }
    const std::size_t listed = std::min(ends.size(), most_listed);
    std::partial_sort(ends.begin(), ends.begin() + static_cast<std::ptrdiff_t>(listed), ends.end(),
                      [&](std::uint32_t a, std::uint32_t b) {
                          return counts.run[a] != counts.run[b] ? counts.run[a] > counts.run[b] : a < b;
                      });
    ends.resize(listed);
    for (const std::uint32_t end : ends) {
        Volley& volley = volleys.emplace_back();
        std::uint32_t at = end;
        for (std::uint32_t left = counts.run[end]; left > 0; --left) {
            volley.posts.push_back(at < forest.posts ? post_ref(at) : ghost_ref(at - forest.posts));
            if (left == 2) volley.second = cast.of_vertex[at];
            if (left == 1) volley.first = cast.of_vertex[at];
            at = forest.vertices[at].parent;
        }
        std::reverse(volley.posts.begin(), volley.posts.end());
    }
    return volleys;
}

}  // namespace detail
}  // namespace rejoinder
