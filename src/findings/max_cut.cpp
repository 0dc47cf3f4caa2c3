#include "findings/max_cut.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace rejoinder::detail {
namespace {

constexpr int most_rounds = 100;  // of changing over; each raises the cut, and few are ever needed
constexpr double least_gain = 1e-9;

struct Neighbour {
    std::uint32_t vertex = 0;
    double weight = 0;
};

using Neighbours = std::vector<std::vector<Neighbour>>;

Neighbours neighbours_of(std::size_t vertices, const std::vector<CutEdge>& edges) {
    Neighbours neighbours(vertices);
    for (const CutEdge& edge : edges) {
        if (edge.a == edge.b) continue;
        neighbours[edge.a].push_back({edge.b, edge.weight});
        neighbours[edge.b].push_back({edge.a, edge.weight});
    }
    return neighbours;
}

std::vector<std::uint32_t> heaviest_first(const Neighbours& neighbours) {
    std::vector<double> weight(neighbours.size(), 0);
    for (std::size_t at = 0; at < neighbours.size(); ++at) {
        for (const Neighbour& other : neighbours[at]) weight[at] += std::abs(other.weight);
    }
    std::vector<std::uint32_t> order(neighbours.size());
    std::iota(order.begin(), order.end(), std::uint32_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return weight[a] > weight[b]; });
    return order;
}

}  // namespace

std::vector<std::uint8_t> maximum_cut(std::size_t vertices, const std::vector<CutEdge>& edges) {
    const Neighbours neighbours = neighbours_of(vertices, edges);
    const std::vector<std::uint32_t> order = heaviest_first(neighbours);
    std::vector<int> side(vertices, 0);  // -1 or 1; 0 as long as it has no place
    const auto pull = [&](std::uint32_t at) {
        double sum = 0;
        for (const Neighbour& other : neighbours[at]) sum += other.weight * side[other.vertex];
        return sum;
    };
    for (const std::uint32_t at : order) side[at] = pull(at) > 0 ? -1 : 1;
    for (int round = 0; round < most_rounds; ++round) {
        bool changed = false;
        for (const std::uint32_t at : order) {
            if (pull(at) * side[at] < least_gain) continue;
            side[at] = -side[at];
            changed = true;
        }
        if (!changed) break;
    }
    std::vector<std::uint8_t> sides(vertices);
    for (std::size_t at = 0; at < vertices; ++at) sides[at] = side[at] < 0 ? 1 : 0;
    return sides;
}

}  // namespace rejoinder::detail
