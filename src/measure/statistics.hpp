// Small formulas that rows of the table share.
#pragma once

#include <cstdint>
#include <vector>

namespace rejoinder::detail {

/// Gini coefficient, 0 (all equal) to 1 - 1/n (one holds all), without small-sample correction. `values` holds at least
/// one number above 0.
double gini(std::vector<std::uint32_t> values);

/// The largest h such that level h holds at least h posts; 0 if there is none.
std::uint32_t h_index(const std::vector<std::uint32_t>& levels);

/// The quantile of `sorted` (ascending, not empty) for a share of 0 to 1, linear between neighbours.
double quantile(const std::vector<double>& sorted, double share);

}  // namespace rejoinder::detail
