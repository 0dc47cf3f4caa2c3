// How alike two sequences are. Wraps rapidfuzz-cpp; nothing else names it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rejoinder {

/// The candidate nearest to `word` (case apart), for "did you mean"; empty if none is at least 60 % alike.
std::string nearest_name(std::string_view word, const std::vector<std::string>& candidates);

/// A stretch that two sequences have in common.
struct CommonRun {
    std::size_t a = 0;  // where it begins in the first
    std::size_t b = 0;  // where it begins in the second
    std::size_t length = 0;
};

/// The longest common subsequence of two sequences as its unbroken runs, in order (an optimal edit script with
/// insertions and deletions only). Cost: |a| * |b| / 64 steps.
std::vector<CommonRun> common_runs(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b);

}  // namespace rejoinder
