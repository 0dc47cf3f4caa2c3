#include "profile/detect_index.hpp"

#include <algorithm>

namespace rejoinder {

DetectIndex::DetectIndex(const std::vector<std::shared_ptr<const Profile>>& profiles) {
    for (const auto& profile : profiles) {
        if (!profile->html) continue;
        for (std::size_t i = 0; i < profile->detect_html.size(); ++i) {
            if (groups_.empty() || groups_.back().selectors.size() == dom::SelectorSet::capacity)
                groups_.emplace_back();
            Group& group = groups_.back();
            // The profile's own set has compiled the selector, so this one will.
            const auto bit = static_cast<std::size_t>(group.selectors.add(profile->detect_html.source(i)).value());
            if (bit == group.profiles.size()) group.profiles.emplace_back();
            group.profiles[bit].push_back(profile.get());
        }
    }
}

std::vector<const Profile*> DetectIndex::fitting(const dom::Document& document) const {
    std::vector<const Profile*> found;
    for (const Group& group : groups_) {
        std::uint64_t seen = 0;
        dom::each_match(document, group.selectors, [&](dom::Node, std::uint64_t bits) { seen |= bits; });
        for (std::size_t bit = 0; bit < group.profiles.size(); ++bit) {
            if ((seen >> bit & 1) != 0)
                found.insert(found.end(), group.profiles[bit].begin(), group.profiles[bit].end());
        }
    }
    std::sort(found.begin(), found.end(), [](const Profile* a, const Profile* b) { return a->name < b->name; });
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

}  // namespace rejoinder
