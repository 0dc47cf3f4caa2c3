// Likely parents of posts that show nothing of whom they answer.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "rejoinder/resolve.hpp"

namespace rejoinder {

inline constexpr std::uint32_t adjacent_posts = 20;  // before a post that may be its parent

/// What speaks for one earlier post as the parent of another.
struct Nearness {
    double distance = 1;     // posts from the one to the other
    double words = 0;        // cosine of their words, the rare ones counting more: 0 to 1
    double few_words = 0;    // 1: the post is so short that words in common tell little
    double first = 0;        // 1: it opens the thread
    double same_writer = 0;  // 1: both are by one person
    double to_writer = 0;    // 1: it answers a post by the writer of the other
    double farther = 0;      // 1: stands for all posts that are farther up than these
};

struct NearnessRow {
    std::string_view fact;
    double weight;
    double (*value)(const Nearness&);
};

std::span<const NearnessRow> rows_of_nearness();

/// The candidates of a post: those above it, the nearest first, then the one that opens the thread, then `farther`.
class NearnessFinder {
public:
    NearnessFinder(const std::vector<ResolvedPost>& posts, const std::vector<Reply>& replies);

    std::vector<Nearness> of(std::uint32_t post) const;

private:
    struct Term {
        std::uint32_t word;
        float weight;
    };
    const std::vector<ResolvedPost>& posts_;
    std::vector<std::vector<Term>> terms_;         // by post: its words, ascending, weights of a vector of length 1
    std::vector<std::uint32_t> person_;            // by post: number of its writer; `none` if unknown
    std::vector<std::vector<std::uint32_t>> met_;  // by post: the writers whom it answers
};

/// Chances that sum to 1 (multinomial logit; McFadden, 1974).
std::vector<double> chances(const std::vector<Nearness>& candidates);

/// Adds to each post without a reply the likeliest parent among the posts before it. `replies` are and stay sorted.
void add_adjacent(const std::vector<ResolvedPost>& posts, std::vector<Reply>& replies);

}  // namespace rejoinder
