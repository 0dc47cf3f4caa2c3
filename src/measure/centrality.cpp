#include "measure/centrality.hpp"

#include <algorithm>
#include <cmath>
#include <random>

#include "measure/forest.hpp"

namespace rejoinder::detail {
namespace {

constexpr double damping = 0.85;
constexpr double precision = 1e-12;  // of the sum of all changes in one round
constexpr int most_rounds = 250;     // 0.85^171 is below the precision, so this is never what stops it

constexpr double doubt = 0.05;            // that any exact value lies outside its error
constexpr std::uint32_t seed = 20070901;  // fixed: the same graph has the same pivots

/// Breadth-first search from one person after another, with what it needs kept between them.
///
/// Which way a branch goes in the inner loops is as good as random, and a wrong guess costs more than all else there.
/// So they choose by arithmetic, and go over four people at a time: where fewer are left, the place after the last
/// person stands for nobody.
class ShortestPaths {
public:
    explicit ShortestPaths(const PeopleGraph& graph)
        : nobody_(static_cast<std::uint32_t>(graph.sent.size())),
          first_(1, 0),
          order_(nobody_ + std::size_t{1}),
          level_(nobody_ + std::size_t{1}),
          paths_(nobody_ + std::size_t{1}),
          weight_(nobody_ + std::size_t{1}) {
        targets_.reserve(graph.edges.size() + stride * nobody_);
        for (std::uint32_t person = 0; person < nobody_; ++person) {
            for (std::uint32_t at = graph.first[person]; at < graph.first[person + std::size_t{1}]; ++at) {
                targets_.push_back(graph.edges[at].to);
            }
            while (targets_.size() % stride != 0) targets_.push_back(nobody_);
            first_.push_back(static_cast<std::uint32_t>(targets_.size()));
        }
    }

    /// Calls `add(person, dependency)` for everybody but the source who lies on shortest ways from it: the sum over all
    /// targets of the share of the shortest ways to them that lead through this person.
    template <class Add>
    void add_dependencies(std::uint32_t source, Add&& add) {
        search(source);
        for (std::size_t place = reached_; place-- > 1;) {
            const std::uint32_t person = order_[place];
            const std::uint32_t below = level_[person] + 1;
            double sum = 0;
            for (std::uint32_t at = first_[person]; at < first_[person + std::size_t{1}]; at += stride) {
                const std::uint32_t* four = targets_.data() + at;
                const auto weight = [&](std::uint32_t next) { return weight_[level_[next] == below ? next : nobody_]; };
                sum += (weight(four[0]) + weight(four[1])) + (weight(four[2]) + weight(four[3]));
            }
            const double dependency = paths_[person] * sum;
            weight_[person] = (1 + dependency) / paths_[person] * scale_[level_[person]];
            if (dependency > 0) add(person, dependency);
        }
    }

private:
    static constexpr std::uint32_t stride = 4;

    void search(std::uint32_t source) {
        std::fill(level_.begin(), level_.end(), none);
        std::fill(paths_.begin(), paths_.end(), 0);
        level_[nobody_] = 0;
        scale_.assign(1, 1);
        order_[0] = source;
        reached_ = 1;
        level_[source] = 0;
        paths_[source] = 1;
        for (std::size_t place = 0; place < reached_;) {
            const std::size_t end = reached_;
            const std::uint32_t below = level_[order_[place]] + 1;
            for (; place < end; ++place) visit(order_[place], below);
            scale_level(end);
        }
    }

    void visit(std::uint32_t person, std::uint32_t below) {
        const double ways[2] = {0, paths_[person]};
        std::size_t reached = reached_;
        for (std::uint32_t at = first_[person]; at < first_[person + std::size_t{1}]; at += stride) {
            for (std::uint32_t i = 0; i < stride; ++i) {
                const std::uint32_t next = targets_[at + i];
                const bool is_new = level_[next] == none;
                order_[reached] = next;  // stays only if `reached` moves on
                reached += is_new ? 1 : 0;
                const std::uint32_t level = is_new ? below : level_[next];
                level_[next] = level;
                paths_[next] += ways[level == below ? 1 : 0];
            }
        }
        reached_ = reached;
    }

    /// The number of shortest ways can pass any limit of double. Only ratios between neighbouring levels are needed, so
    /// that a level whose numbers are very large is kept smaller by a factor.
    void scale_level(std::size_t begin) {
        constexpr double large = 1e100;
        double most = 0;
        for (std::size_t place = begin; place < reached_; ++place) most = std::max(most, paths_[order_[place]]);
        const double factor = most > large ? 1 / large : 1;
        scale_.push_back(factor);
        if (factor == 1) return;
        for (std::size_t place = begin; place < reached_; ++place) {
            double& paths = paths_[order_[place]];
            paths = std::max(paths * factor, 1e-290);
        }
    }

    std::uint32_t nobody_ = 0;
    std::vector<std::uint32_t> first_;    // by person: index of the first target; one more entry ends the last one's
    std::vector<std::uint32_t> targets_;  // by person: those they answer, and nobody up to a multiple of the stride
    std::vector<std::uint32_t> order_;    // people as they are reached
    std::size_t reached_ = 0;
    std::vector<std::uint32_t> level_;  // by person: steps from the source; none if it is not reached
    std::vector<double> paths_;         // by person: shortest ways from the source, times the scales of its level and
                                        // those before
    std::vector<double> scale_;         // by level
    std::vector<double> weight_;        // by person: (1 + dependency) / paths, by its level's scale; nobody's is 0
};

Betweenness exact_betweenness(const PeopleGraph& graph) {
    const std::size_t people = graph.sent.size();
    Betweenness result;
    result.values.assign(people, 0);
    ShortestPaths paths(graph);
    for (std::uint32_t source = 0; source < people; ++source) {
        if (graph.answered(source) == 0) continue;
        paths.add_dependencies(source, [&](std::uint32_t person, double sum) { result.values[person] += sum; });
    }
    const double pairs = static_cast<double>(people - 1) * static_cast<double>(people - 2);
    for (double& value : result.values) value /= pairs;
    return result;
}

/// What one pivot says of a person is its dependency / (n - 2), from 0 to 1; n / (n - 1) times the mean over all people
/// as sources is the betweenness.
Betweenness sampled_betweenness(const PeopleGraph& graph, std::uint32_t pivots) {
    const std::size_t people = graph.sent.size();
    const double n = static_cast<double>(people);
    const double k = pivots;
    std::vector<double> sums(people, 0);
    std::vector<double> squares(people, 0);
    ShortestPaths paths(graph);
    std::mt19937 random(seed);
    for (std::uint32_t pivot = 0; pivot < pivots; ++pivot) {
        // Not std::uniform_int_distribution, which every library makes differently.
        const auto source = static_cast<std::uint32_t>(std::uint64_t{random()} * people >> 32U);
        paths.add_dependencies(source, [&](std::uint32_t person, double sum) {
            const double share = sum / (n - 2);
            sums[person] += share;
            squares[person] += share * share;
        });
    }
    // Both bounds hold for one person with certainty 1 - doubt / 2n, so that both hold for all with 1 - doubt.
    const double hoeffding = std::sqrt(std::log(4 * n / doubt) / (2 * k));
    const double bernstein = std::log(8 * n / doubt);
    Betweenness result;
    result.values.resize(people);
    result.errors.resize(people);
    for (std::size_t person = 0; person < people; ++person) {
        const double mean = sums[person] / k;
        const double variance = std::max(0.0, squares[person] - k * mean * mean) / (k - 1);
        const double error = std::sqrt(2 * variance * bernstein / k) + 7 * bernstein / (3 * (k - 1));
        result.values[person] = std::min(1.0, mean * n / (n - 1));
        result.errors[person] = std::min(hoeffding, error) * n / (n - 1);
    }
    return result;
}

}  // namespace

std::vector<double> page_rank(const PeopleGraph& graph) {
    if (graph.edges.empty()) return {};
    const std::size_t people = graph.sent.size();
    const double share = 1.0 / static_cast<double>(people);
    std::vector<double> given(people, 0);
    for (const PeopleEdge& edge : graph.edges) given[edge.from] += edge.replies;
    std::vector<double> rank(people, share);
    std::vector<double> next(people);
    for (int round = 0; round < most_rounds; ++round) {
        double dangling = 0;
        for (std::size_t person = 0; person < people; ++person) {
            if (given[person] == 0) dangling += rank[person];
        }
        std::fill(next.begin(), next.end(), (1 - damping + damping * dangling) * share);
        for (const PeopleEdge& edge : graph.edges) {
            next[edge.to] += damping * rank[edge.from] * edge.replies / given[edge.from];
        }
        double change = 0;
        for (std::size_t person = 0; person < people; ++person) change += std::abs(next[person] - rank[person]);
        rank.swap(next);
        if (change < precision) break;
    }
    return rank;
}

Betweenness betweenness(const PeopleGraph& graph, std::uint32_t pivots) {
    const std::size_t people = graph.sent.size();
    if (people < 3 || graph.edges.empty()) return {};
    if (pivots > 1) return sampled_betweenness(graph, pivots);
    const std::uint64_t from_one = people + graph.edges.size();
    if (people <= most_betweenness_steps / from_one) return exact_betweenness(graph);
    const std::uint64_t affordable = std::max<std::uint64_t>(most_betweenness_steps / from_one, least_pivots);
    return sampled_betweenness(graph, static_cast<std::uint32_t>(affordable));
}

}  // namespace rejoinder::detail
