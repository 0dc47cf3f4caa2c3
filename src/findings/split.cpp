#include "rejoinder/split.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace rejoinder {
namespace {

/// Answers to each vertex (posts, then ghosts) by primary replies.
std::vector<std::vector<std::uint32_t>> answers_of(const Resolution& resolution) {
    const std::size_t posts = resolution.posts.size();
    std::vector<std::vector<std::uint32_t>> answers(posts + resolution.ghosts.size());
    for (const Reply& reply : resolution.replies) {
        if (!reply.primary) continue;
        const bool ghost = reply.to.kind == Ref::Kind::ghost;
        answers[ghost ? posts + reply.to.index : reply.to.index].push_back(reply.from);
    }
    return answers;
}

/// By vertex: whether it moves. A ghost goes with the posts that quote it if all of them move.
std::vector<bool> branch_of(const Resolution& resolution, std::uint32_t post) {
    const auto answers = answers_of(resolution);
    std::vector<bool> moves(answers.size(), false);
    std::vector<std::uint32_t> open{post};
    moves[post] = true;
    while (!open.empty()) {
        const std::uint32_t next = open.back();
        open.pop_back();
        for (const std::uint32_t answer : answers[next]) {
            if (moves[answer]) continue;
            moves[answer] = true;
            open.push_back(answer);
        }
    }
    for (std::size_t ghost = 0; ghost < resolution.ghosts.size(); ++ghost) {
        const auto& quoted_by = resolution.ghosts[ghost].quoted_by;
        const bool all = std::all_of(quoted_by.begin(), quoted_by.end(), [&](std::uint32_t one) { return moves[one]; });
        moves[resolution.posts.size() + ghost] = all && !quoted_by.empty();
    }
    return moves;
}

class Planner {
public:
    Planner(const Thread& thread, const Resolution& resolution, std::uint32_t post)
        : thread_(thread), resolution_(resolution), moves_(branch_of(resolution, post)) {
        plan_.post = post;
    }

    SplitPlan plan() {
        for (std::uint32_t post = 0; post < resolution_.posts.size(); ++post) {
            if (moves_[post]) plan_.moved.push_back(post);
        }
        find_broken();
        find_unlinked();
        return std::move(plan_);
    }

private:
    bool moves(Ref ref) const {
        return moves_[ref.kind == Ref::Kind::ghost ? resolution_.posts.size() + ref.index : ref.index];
    }

    BrokenLink* link(std::map<std::pair<std::uint32_t, Ref>, BrokenLink>& links, std::uint32_t from, Ref to) const {
        if (moves_[from] == moves(to)) return nullptr;
        BrokenLink& one = links[{from, to}];
        one.from = from;
        one.to = to;
        one.from_moves = moves_[from];
        return &one;
    }

    void find_broken() {
        std::map<std::pair<std::uint32_t, Ref>, BrokenLink> links;
        for (const Reply& reply : resolution_.replies) {
            if (BrokenLink* one = link(links, reply.from, reply.to)) one->answers = true;
        }
        for (std::uint32_t post = 0; post < resolution_.posts.size(); ++post) {
            const auto& quotes = resolution_.posts[post].quotes;
            for (std::uint32_t quote = 0; quote < quotes.size(); ++quote) {
                if (!quotes[quote].source) continue;
                BrokenLink* one = link(links, post, *quotes[quote].source);
                if (one == nullptr) continue;
                one->quotes.push_back(quote);
                one->words += quotes[quote].words;
            }
        }
        for (auto& [ends, one] : links) plan_.broken.push_back(std::move(one));
    }

    void find_unlinked() {
        std::vector<bool> answers(resolution_.posts.size(), false);
        for (const Reply& reply : resolution_.replies) answers[reply.from] = true;
        for (std::uint32_t post = plan_.moved.front(); post < plan_.moved.back(); ++post) {
            const bool spoken = thread_.posts[post].kind != PostKind::pingback;
            if (!moves_[post] && !answers[post] && spoken) plan_.unlinked.push_back(post);
        }
    }

    const Thread& thread_;
    const Resolution& resolution_;
    std::vector<bool> moves_;
    SplitPlan plan_;
};

}  // namespace

Result<SplitPlan> plan_split(const Thread& thread, const Resolution& resolution, std::size_t number) {
    const std::size_t posts = resolution.posts.size();
    if (number == 0 || number > posts) {
        return fail(ErrorCode::bad_argument, fmt::format("There is no post {}: the thread has {}.", number,
                                                         posts == 0   ? "no posts"
                                                         : posts == 1 ? "one post"
                                                                      : fmt::format("posts 1 to {}", posts)));
    }
    return Planner(thread, resolution, static_cast<std::uint32_t>(number - 1)).plan();
}

}  // namespace rejoinder
