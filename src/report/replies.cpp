#include "report/replies.hpp"

#include <algorithm>

namespace rejoinder::report {

const Reply* primary_reply(const Resolution& resolution, std::uint32_t post) {
    const auto& replies = resolution.replies;  // by `from`, the primary one first
    const auto found = std::lower_bound(replies.begin(), replies.end(), post,
                                        [](const Reply& reply, std::uint32_t from) { return reply.from < from; });
    return found != replies.end() && found->from == post && found->primary ? &*found : nullptr;
}

std::vector<Ref> reading_order(const Analysis& analysis) {
    const auto& ghosts = analysis.resolution.ghosts;  // in order of the first post that quotes them
    std::vector<Ref> order;
    std::size_t ghost = 0;
    for (std::size_t post = 0; post < analysis.thread.posts.size(); ++post) {
        while (ghost < ghosts.size() && !ghosts[ghost].quoted_by.empty() && ghosts[ghost].quoted_by.front() <= post) {
            order.push_back(ghost_ref(ghost++));
        }
        order.push_back(post_ref(post));
    }
    while (ghost < ghosts.size()) order.push_back(ghost_ref(ghost++));
    return order;
}

}  // namespace rejoinder::report
