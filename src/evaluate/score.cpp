// Sums of scores.
#include "rejoinder/evaluate.hpp"

namespace rejoinder {
namespace {

double share(std::size_t part, std::size_t rest) {
    return part + rest == 0 ? 1 : static_cast<double>(part) / static_cast<double>(part + rest);
}

}  // namespace

double Tally::precision() const {
    return share(right, wrong);
}

double Tally::recall() const {
    return share(right, missed);
}

double Tally::f1() const {
    return share(2 * right, wrong + missed);
}

Tally& Tally::operator+=(const Tally& other) {
    right += other.right;
    wrong += other.wrong;
    missed += other.missed;
    return *this;
}

EdgeShare& EdgeShare::operator+=(const EdgeShare& other) {
    edges += other.edges;
    right += other.right;
    confidence += other.confidence;
    return *this;
}

Score& Score::operator+=(const Score& other) {
    threads += other.threads;
    exact_threads += other.exact_threads;
    posts += other.posts;
    edges += other.edges;
    edges_to_posts += other.edges_to_posts;
    edges_to_ghosts += other.edges_to_ghosts;
    nested += other.nested;
    unknown_edges += other.unknown_edges;
    ghost_pairs += other.ghost_pairs;
    unnamed_posts += other.unnamed_posts;
    recovered += other.recovered;
    recovered_right += other.recovered_right;
    words += other.words;
    misplaced_words += other.misplaced_words;
    for (std::size_t i = 0; i < by_confidence.size(); ++i) by_confidence[i] += other.by_confidence[i];
    for (const auto& [kind, of_kind] : other.by_evidence) by_evidence[kind] += of_kind;
    return *this;
}

Evaluation& Evaluation::operator+=(const Evaluation& other) {
    total += other.total;
    for (const auto& [engine, score] : other.by_engine) by_engine[engine] += score;
    for (const auto& [kind, score] : other.by_kind) by_kind[kind] += score;
    misses.insert(misses.end(), other.misses.begin(), other.misses.end());
    return *this;
}

}  // namespace rejoinder
