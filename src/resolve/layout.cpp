#include "resolve/layout.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rejoinder {

namespace {

constexpr std::size_t most_breaks = 64;   // of a block that are looked at
constexpr double thread_counts = 2;       // a thread's manner counts as so many breaks of one person
constexpr double own_break_counts = 20;   // one break of a writer tells as much about the next one as so many of others
constexpr double ambiguous_share = 0.25;  // of the best end's likelihood

/// Log-likelihood of breaks of one writer, one after another: what came before makes the same more likely.
class Run {
public:
    explicit Run(std::array<double, 4> counts) : counts_(counts) {}

    double next(int newlines) {
        const auto kind = static_cast<std::size_t>(newlines);
        const double share = counts_[kind] / std::accumulate(counts_.begin(), counts_.end(), 0.0);
        counts_[kind] += own_break_counts;
        return std::log(share);
    }

private:
    std::array<double, 4> counts_;
};

}  // namespace

std::vector<Break> line_breaks(std::string_view text) {
    std::vector<Break> breaks;
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at)) {
        std::size_t end = at;
        while (end < text.size() && text[end] == '\n') ++end;
        breaks.push_back({at, end, static_cast<int>(std::min<std::size_t>(end - at, 3))});
        at = end;
    }
    return breaks;
}

void Manner::learn(const std::string& author, const std::vector<Break>& breaks, std::size_t seam) {
    ++seams_[static_cast<std::size_t>(breaks[seam].newlines)];
    ++ended_;
    went_on_ += static_cast<double>(seam);
    for (std::size_t i = 0; i < breaks.size(); ++i) {
        if (i == seam) continue;
        const auto kind = static_cast<std::size_t>(breaks[i].newlines);
        ++inside_[kind];
        if (i < seam && !author.empty()) ++of_person_[author][kind];
    }
}

LayoutCut Manner::cut(const std::string& author, std::string_view text, const std::vector<Break>& breaks,
                      std::size_t limit) const {
    if (breaks.empty()) return {text.size(), true};
    const std::size_t count = std::min(breaks.size(), most_breaks);
    const double all = std::accumulate(inside_.begin(), inside_.end(), 0.0);
    Kinds manner = inside_;
    for (double& kind : manner) kind *= thread_counts / all;
    Kinds quoted = manner;
    if (const auto person = of_person_.find(author); person != of_person_.end()) {
        for (std::size_t i = 0; i < quoted.size(); ++i) quoted[i] += person->second[i];
    }
    // Of breaks behind each end, which are the answer's.
    std::vector<double> behind(count + 1, 0.0);
    for (std::size_t end = 0; end < count; ++end) {
        Run run(manner);
        for (std::size_t i = end + 1; i < count; ++i) behind[end] += run.next(breaks[i].newlines);
    }
    const double all_seams = std::accumulate(seams_.begin(), seams_.end(), 0.0);
    Run run(quoted);
    double before = 0;
    double best = -INFINITY;
    double others = 0;  // likelihood of the other ends, as a share of the best one's
    std::size_t at = 0;
    for (std::size_t end = 0; end < count && (end == 0 || breaks[end].end <= limit); ++end) {
        const double likely =
            before + behind[end] + std::log(seams_[static_cast<std::size_t>(breaks[end].newlines)] / all_seams);
        if (likely > best) {
            others = (others + (best > -INFINITY ? 1 : 0)) * std::exp(best - likely);
            best = likely;
            at = end;
        } else {
            others += std::exp(likely - best);
        }
        before += run.next(breaks[end].newlines) + std::log(went_on_ / (went_on_ + ended_));
    }
    return {breaks[at].end, others > ambiguous_share};
}

}  // namespace rejoinder
