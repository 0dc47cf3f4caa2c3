// Who answers whom as a tree, for the reports that draw it.
#pragma once

#include <cstdint>
#include <vector>

#include "rejoinder/analyze.hpp"

namespace rejoinder::report {

/// The replies as a tree, made once and read by several sections.
struct ReplyTree {
    std::vector<const Reply*> parent;                        // by post index: the primary reply, or nullptr
    std::vector<std::vector<std::uint32_t>> post_children;   // by post index: posts whose primary parent it is
    std::vector<std::vector<std::uint32_t>> ghost_children;  // by ghost index
    std::vector<Ref> order;                          // posts in page order, each ghost before the first that quotes it
    std::vector<const ModerationEvent*> moderation;  // by post index: the first event that it states, or nullptr
};

ReplyTree reply_tree(const Analysis& analysis);

/// One line of the drawn tree.
struct TreeRow {
    Ref ref;
    std::uint32_t depth = 0;  // 0 is a root
    bool last = true;         // of its parent's children
};

/// All posts and ghosts, each once, a parent directly above its first child; roots in page order. A circle of replies
/// is drawn from its first post on.
std::vector<TreeRow> tree_rows(const ReplyTree& tree);

}  // namespace rejoinder::report
