#include "measure/statistics.hpp"

#include <algorithm>
#include <cstddef>

namespace rejoinder::detail {

double gini(std::vector<std::uint32_t> values) {
    std::sort(values.begin(), values.end());
    double sum = 0;
    double weighted = 0;
    for (std::size_t at = 0; at < values.size(); ++at) {
        sum += values[at];
        weighted += static_cast<double>(at + 1) * values[at];
    }
    const double n = static_cast<double>(values.size());
    return std::max(0.0, (2 * weighted - (n + 1) * sum) / (n * sum));
}

std::uint32_t h_index(const std::vector<std::uint32_t>& levels) {
    for (std::size_t level = levels.size(); level-- > 1;) {
        if (levels[level] >= level) return static_cast<std::uint32_t>(level);
    }
    return 0;
}

double quantile(const std::vector<double>& sorted, double share) {
    const double place = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

}  // namespace rejoinder::detail
