#include "report/reply_tree.hpp"

namespace rejoinder::report {
namespace {

/// Appends `root` and everything below it that is not drawn yet.
void append_below(std::vector<TreeRow>& rows, const ReplyTree& tree, Ref root, std::vector<bool>& drawn) {
    std::vector<TreeRow> stack{{root, 0, true}};
    while (!stack.empty()) {
        const TreeRow row = stack.back();
        stack.pop_back();
        if (row.ref.kind == Ref::Kind::post) {
            if (drawn[row.ref.index]) continue;
            drawn[row.ref.index] = true;
        }
        rows.push_back(row);
        const auto& children =
            (row.ref.kind == Ref::Kind::ghost ? tree.ghost_children : tree.post_children)[row.ref.index];
        for (std::size_t i = children.size(); i-- > 0;) {
            stack.push_back({post_ref(children[i]), row.depth + 1, i + 1 == children.size()});
        }
    }
}

}  // namespace

ReplyTree reply_tree(const Analysis& analysis) {
    const std::size_t posts = analysis.thread.posts.size();
    const auto& ghosts = analysis.resolution.ghosts;
    ReplyTree tree;
    tree.parent.resize(posts);
    tree.post_children.resize(posts);
    tree.ghost_children.resize(ghosts.size());
    tree.moderation.resize(posts);
    for (const Reply& reply : analysis.resolution.replies) {
        if (!reply.primary || tree.parent[reply.from] != nullptr) continue;
        tree.parent[reply.from] = &reply;
        const bool ghost = reply.to.kind == Ref::Kind::ghost;
        (ghost ? tree.ghost_children : tree.post_children)[reply.to.index].push_back(reply.from);
    }
    for (const ModerationEvent& event : analysis.findings.moderation) {
        if (!event.event && !event.deleted && tree.moderation[event.post] == nullptr)
            tree.moderation[event.post] = &event;
    }
    // Ghosts are in order of the first post that quotes them.
    std::size_t ghost = 0;
    for (std::size_t post = 0; post < posts; ++post) {
        while (ghost < ghosts.size() && !ghosts[ghost].quoted_by.empty() && ghosts[ghost].quoted_by.front() <= post) {
            tree.order.push_back(ghost_ref(ghost++));
        }
        tree.order.push_back(post_ref(post));
    }
    while (ghost < ghosts.size()) tree.order.push_back(ghost_ref(ghost++));
    return tree;
}

std::vector<TreeRow> tree_rows(const ReplyTree& tree) {
    std::vector<TreeRow> rows;
    rows.reserve(tree.order.size());
    std::vector<bool> drawn(tree.parent.size());
    for (const Ref ref : tree.order) {
        if (ref.kind == Ref::Kind::ghost || tree.parent[ref.index] == nullptr) append_below(rows, tree, ref, drawn);
    }
    // Only a circle of replies leaves posts undrawn.
    for (std::size_t post = 0; post < drawn.size(); ++post) {
        if (!drawn[post]) append_below(rows, tree, post_ref(post), drawn);
    }
    return rows;
}

}  // namespace rejoinder::report
