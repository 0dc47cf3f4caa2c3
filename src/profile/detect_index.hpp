// The [detect] selectors of all profiles together, so that one walk over a page tells which profiles fit it.
#pragma once

#include <memory>
#include <vector>

#include "dom/selectors.hpp"
#include "profile/profile.hpp"

namespace rejoinder {

class DetectIndex {
public:
    explicit DetectIndex(const std::vector<std::shared_ptr<const Profile>>& profiles);

    /// Profiles of which a selector fits any element of the document; by name, each once.
    std::vector<const Profile*> fitting(const dom::Document& document) const;

private:
    struct Group {
        dom::SelectorSet selectors;
        std::vector<std::vector<const Profile*>> profiles;  // by bit
    };
    std::vector<Group> groups_;
};

}  // namespace rejoinder
