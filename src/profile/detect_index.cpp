#include "profile/detect_index.hpp"

#include <algorithm>

namespace rejoinder {

DetectIndex::DetectIndex(const std::vector<std::shared_ptr<const Profile>>& profiles) {
    for (const auto& profile : profiles) {
        if (!profile->html) continue;
        std::string selectors;
        for (std::size_t i = 0; i < profile->detect_html.size(); ++i) {
            if (i > 0) selectors += ", ";
            selectors += profile->detect_html.source(i);
        }
        if (selectors.empty()) continue;
        // The profile's own set has compiled them, so they fail here only for want of room.
        if (groups_.empty()) groups_.emplace_back();
        auto bit = groups_.back().selectors.add(selectors);
        if (!bit) bit = groups_.emplace_back().selectors.add(selectors);
        Group& group = groups_.back();
        const auto place = static_cast<std::size_t>(bit.value());
        if (place == group.profiles.size()) group.profiles.emplace_back();
        group.profiles[place].push_back(profile.get());
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
