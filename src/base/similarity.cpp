#include "base/similarity.hpp"

#include <rapidfuzz/distance/LCSseq.hpp>
#include <rapidfuzz/fuzz.hpp>

#include "base/unicode.hpp"

namespace rejoinder {

std::string nearest_name(std::string_view word, const std::vector<std::string>& candidates) {
    const rapidfuzz::fuzz::CachedRatio<char> scorer(fold(word));
    double best = 60;
    const std::string* nearest = nullptr;
    for (const std::string& candidate : candidates) {
        const double score = scorer.similarity(fold(candidate), best);
        if (score < best || (nearest != nullptr && score == best)) continue;  // of equals the first
        best = score;
        nearest = &candidate;
    }
    return nearest == nullptr ? std::string{} : *nearest;
}

std::vector<CommonRun> common_runs(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
    std::vector<CommonRun> runs;
    std::size_t in_a = 0;
    std::size_t in_b = 0;
    const auto agree_until = [&](std::size_t end_in_a) {
        if (end_in_a > in_a) runs.push_back({in_a, in_b, end_in_a - in_a});
        in_b += end_in_a - in_a;
        in_a = end_in_a;
    };
    // Each edit stands at the place in `a` up to which both agree since the edit before.
    for (const rapidfuzz::EditOp& edit : rapidfuzz::lcs_seq_editops(a.begin(), a.end(), b.begin(), b.end())) {
        agree_until(edit.src_pos);
        if (edit.type == rapidfuzz::EditType::Delete)
            ++in_a;
        else
            ++in_b;
    }
    agree_until(a.size());
    return runs;
}

}  // namespace rejoinder
