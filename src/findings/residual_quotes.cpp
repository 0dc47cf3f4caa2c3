#include "findings/residual_quotes.hpp"

#include <algorithm>
#include <string_view>

namespace rejoinder::detail {
namespace {

void count_members(const Resolution& resolution, ResidualQuote& residual) {
    std::vector<std::string_view> known;
    std::size_t unknown = 0;
    for (const std::uint32_t post : residual.posts) {
        const std::string& name = resolution.posts[post].author.name;
        if (name.empty()) {
            ++unknown;
        } else {
            known.push_back(name);
        }
    }
    std::sort(known.begin(), known.end());
    known.erase(std::unique(known.begin(), known.end()), known.end());
    residual.members_at_most = static_cast<std::uint32_t>(known.size() + unknown);
    residual.members_at_least = std::max(1U, static_cast<std::uint32_t>(known.size()));
}

}  // namespace

std::vector<ResidualQuote> find_residual_quotes(const Resolution& resolution) {
    std::vector<ResidualQuote> found;
    for (std::uint32_t ghost = 0; ghost < resolution.ghosts.size(); ++ghost) {
        if (resolution.ghosts[ghost].quoted_by.empty()) continue;
        ResidualQuote& residual = found.emplace_back();
        residual.ghost = ghost;
        residual.posts = resolution.ghosts[ghost].quoted_by;
        residual.words = resolution.ghosts[ghost].words;
        count_members(resolution, residual);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const ResidualQuote& a, const ResidualQuote& b) { return a.posts.size() > b.posts.size(); });
    return found;
}

}  // namespace rejoinder::detail
