#include "resolve/layout.hpp"

#include <algorithm>
#include <array>

namespace rejoinder {

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

LayoutCut cut_by_layout(std::string_view text, const std::vector<Break>& breaks) {
    if (breaks.empty()) return {text.size(), true};
    // The widest kind of break is what parts paragraphs; narrower ones are lines within them.
    std::array<std::size_t, 4> count{};
    for (const Break& gap : breaks) ++count[static_cast<std::size_t>(gap.newlines)];
    const std::size_t kinds =
        static_cast<std::size_t>(std::count_if(count.begin(), count.end(), [](auto n) { return n > 0; }));
    if (kinds > 1) {
        // A kind that occurs once among others is the seam between two writers.
        const auto lone = std::find_if(breaks.begin(), breaks.end(), [&](const Break& gap) {
            return gap.newlines > 1 && count[static_cast<std::size_t>(gap.newlines)] == 1;
        });
        if (lone != breaks.end()) return {lone->end, breaks.size() == 2};
        // Else the first writer's manner lasts until another begins.
        const auto change = std::find_if(breaks.begin(), breaks.end(), [&](const Break& gap) {
            return gap.newlines > 1 && gap.newlines != breaks.front().newlines;
        });
        if (change != breaks.end()) return {change->end, true};
    }
    const auto first = std::find_if(breaks.begin(), breaks.end(), [&](const Break& gap) { return gap.newlines > 1; });
    const Break& seam = first == breaks.end() ? breaks.front() : *first;
    return {seam.end, breaks.size() > 1};
}

}  // namespace rejoinder
