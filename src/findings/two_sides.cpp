#include "findings/two_sides.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace rejoinder::detail {
namespace {

constexpr std::size_t most_summed = 12;   // vertices of which all partitions are looked at
constexpr std::size_t steps = 1'500'000;  // visits to an edge's end, over all samples
constexpr std::size_t fewest_chains = 4;
constexpr std::size_t most_chains = 24;
constexpr int rounds_of_cooling = 15;
constexpr int rounds_of_sampling = 40;
constexpr double hottest = 3;

struct Neighbour {
    std::uint32_t vertex = 0;
    double weight = 0;
};

/// The graph as lists of neighbours in one array, and the prior.
class Model {
public:
    Model(std::size_t vertices, const std::vector<SignedEdge>& edges) : first_(vertices + 1, 0) {
        for (const SignedEdge& edge : edges) {
            ++first_[edge.a + 1];
            ++first_[edge.b + 1];
        }
        for (std::size_t at = 0; at < vertices; ++at) first_[at + 1] += first_[at];
        neighbours_.resize(2 * edges.size());
        std::vector<std::size_t> next(first_.begin(), first_.end() - 1);
        for (const SignedEdge& edge : edges) {
            neighbours_[next[edge.a]++] = {edge.b, edge.weight};
            neighbours_[next[edge.b]++] = {edge.a, edge.weight};
        }
        for (std::size_t size = 0; size <= vertices; ++size) log_.push_back(std::log(static_cast<double>(size) + 1));
    }

    std::size_t vertices() const { return first_.size() - 1; }
    std::size_t size() const { return vertices() + neighbours_.size(); }

    /// Sum of the weights, with the sign of the side (-1 or 1) at the other end.
    double pull(const std::vector<signed char>& sides, std::size_t at) const {
        double sum = 0;
        for (std::size_t n = first_[at]; n < first_[at + 1]; ++n)
            sum += neighbours_[n].weight * sides[neighbours_[n].vertex];
        return sum;
    }

    /// Log of the odds of side 1 for a vertex, given all others, of which `ones` stand on side 1.
    double log_odds(const std::vector<signed char>& sides, std::size_t at, std::size_t ones) const {
        return log_[ones] - log_[vertices() - 1 - ones] - 2 * pull(sides, at);
    }

private:
    std::vector<std::size_t> first_;
    std::vector<Neighbour> neighbours_;
    std::vector<double> log_;  // of size + 1
};

/// Log of the probability, but for a constant, of a partition with so many vertices on side 1: the prior part.
std::vector<double> log_prior(std::size_t vertices) {
    std::vector<double> prior(vertices + 1, 0);
    for (std::size_t ones = 0; ones < vertices; ++ones) {
        prior[ones + 1] =
            prior[ones] + std::log(static_cast<double>(ones + 1)) - std::log(static_cast<double>(vertices - ones));
    }
    return prior;
}

/// All partitions, each changed from the one before in one vertex (Gray code); the last vertex stays on side 0, since
/// a partition and its mirror image are the same. Calls `use(sides, log probability)`.
template <class Use>
void for_all_partitions(const Model& model, Use use) {
    const std::size_t vertices = model.vertices();
    const std::vector<double> prior = log_prior(vertices);
    std::vector<signed char> sides(vertices, -1);
    double energy = 0;
    std::size_t ones = 0;
    use(sides, energy + prior[ones]);
    for (std::uint32_t code = 1; code < std::uint32_t{1} << (vertices - 1); ++code) {
        const auto at = static_cast<std::size_t>(std::countr_zero(code));
        energy += 2 * sides[at] * model.pull(sides, at);
        ones = sides[at] < 0 ? ones + 1 : ones - 1;
        sides[at] = static_cast<signed char>(-sides[at]);
        use(sides, energy + prior[ones]);
    }
}

int agreement(const std::vector<signed char>& x, const std::vector<signed char>& y) {
    int sum = 0;
    for (std::size_t at = 0; at < x.size(); ++at) sum += x[at] * y[at];
    return sum;
}

/// 1 for a partition as it is, -1 for its mirror image, 0 if both are equally like `best`: then it tells nothing.
double turn_of(const std::vector<signed char>& sides, const std::vector<signed char>& best) {
    const int sum = agreement(sides, best);
    return sum > 0 ? 1 : sum < 0 ? -1 : 0;
}

std::vector<double> summed(const Model& model) {
    std::vector<signed char> best;
    double most = -std::numeric_limits<double>::infinity();
    for_all_partitions(model, [&](const std::vector<signed char>& sides, double log) {
        if (log <= most + 1e-12) return;
        most = log;
        best = sides;
    });
    std::vector<double> probability(model.vertices(), 0);
    double total = 0;
    for_all_partitions(model, [&](const std::vector<signed char>& sides, double log) {
        const double weight = std::exp(log - most);
        const double turn = turn_of(sides, best);
        total += weight;
        for (std::size_t at = 0; at < sides.size(); ++at) probability[at] += weight * (1 + turn * sides[at]) / 2;
    });
    for (double& value : probability) value /= total;
    return probability;
}

/// Numbers from 0 to 1 that look random and are the same on every machine (SplitMix64; Steele, Lea & Flood 2014).
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    double next() {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return static_cast<double>((z ^ (z >> 31U)) >> 11U) * 0x1.0p-53;
    }

private:
    std::uint64_t state_;
};

/// One walk over partitions. `odds` gets, for each vertex, its probability of side 1 given the others, at each step.
class Walk {
public:
    Walk(const Model& model, std::uint64_t seed) : model_(model), random_(seed), sides_(model.vertices()) {
        for (signed char& side : sides_) {
            side = random_.next() < 0.5 ? -1 : 1;
            if (side > 0) ++ones_;
        }
    }

    void round(double temperature, std::vector<double>* odds) {
        for (std::size_t at = 0; at < sides_.size(); ++at) {
            if (sides_[at] > 0) --ones_;
            const double log_odds = model_.log_odds(sides_, at, ones_) / temperature;
            const double one = 1 / (1 + std::exp(-log_odds));
            sides_[at] = random_.next() < one ? 1 : -1;
            if (sides_[at] > 0) ++ones_;
            if (odds != nullptr) (*odds)[at] = one;
        }
    }

    const std::vector<signed char>& sides() const { return sides_; }

private:
    const Model& model_;
    Random random_;
    std::vector<signed char> sides_;
    std::size_t ones_ = 0;
};

/// But for a constant.
double log_probability(const Model& model, const std::vector<signed char>& sides, const std::vector<double>& prior) {
    double energy = 0;
    std::size_t ones = 0;
    for (std::size_t at = 0; at < sides.size(); ++at) {
        energy -= sides[at] * model.pull(sides, at) / 2;
        if (sides[at] > 0) ++ones;
    }
    return energy + prior[ones];
}

std::vector<double> sampled(const Model& model) {
    const std::size_t rounds = rounds_of_cooling + rounds_of_sampling;
    const std::size_t chains = std::clamp(steps / (rounds * model.size()), fewest_chains, most_chains);
    const std::vector<double> prior = log_prior(model.vertices());
    std::vector<Walk> walks;
    std::vector<signed char> best;
    double most = -std::numeric_limits<double>::infinity();
    for (std::size_t chain = 0; chain < chains; ++chain) {
        Walk& walk = walks.emplace_back(model, chain);
        for (int round = 0; round < rounds_of_cooling; ++round)
            walk.round(std::max(1.0, hottest * (1 - static_cast<double>(round) / rounds_of_cooling)), nullptr);
        const double log = log_probability(model, walk.sides(), prior);
        if (log <= most) continue;
        most = log;
        best = walk.sides();
    }
    std::vector<double> probability(model.vertices(), 0);
    std::vector<double> odds(model.vertices(), 0);
    for (Walk& walk : walks) {
        for (int round = 0; round < rounds_of_sampling; ++round) {
            walk.round(1, &odds);
            const double turn = turn_of(walk.sides(), best);
            for (std::size_t at = 0; at < odds.size(); ++at) probability[at] += 0.5 + turn * (odds[at] - 0.5);
        }
    }
    for (double& value : probability) value /= static_cast<double>(chains * rounds_of_sampling);
    return probability;
}

}  // namespace

std::vector<double> two_sides(std::size_t vertices, const std::vector<SignedEdge>& edges) {
    if (vertices == 0) return {};
    const Model model(vertices, edges);
    return vertices <= most_summed ? summed(model) : sampled(model);
}

}  // namespace rejoinder::detail
