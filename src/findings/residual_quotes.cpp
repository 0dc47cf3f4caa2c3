#include "findings/residual_quotes.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "findings/reach.hpp"

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

/// Places of the absent posts in the list of residual quotes, plus 1; 0 for a post that is there.
struct Places {
    std::vector<std::uint32_t> of_ghost;
    std::vector<std::uint32_t> of_post;  // empty if no post is a placeholder

    std::uint32_t of(Ref ref) const {
        if (ref.kind == Ref::Kind::ghost) return of_ghost[ref.index];
        return of_post.empty() ? 0 : of_post[ref.index];
    }
};

Places list_absent(const Thread& thread, const Resolution& resolution, std::vector<ResidualQuote>& absent) {
    Places places;
    const auto add = [&](Ref ref) {
        absent.emplace_back().of = ref;
        return static_cast<std::uint32_t>(absent.size());
    };
    for (std::uint32_t ghost = 0; ghost < resolution.ghosts.size(); ++ghost) {
        places.of_ghost.push_back(add(ghost_ref(ghost)));
        absent.back().posts = resolution.ghosts[ghost].quoted_by;
        absent.back().words = resolution.ghosts[ghost].words;
    }
    for (std::uint32_t post = 0; post < resolution.posts.size(); ++post) {
        if (!is_placeholder(thread.posts[post], resolution.posts[post])) continue;
        places.of_post.resize(resolution.posts.size(), 0);
        places.of_post[post] = add(post_ref(post));
    }
    return places;
}

void collect_quotes(const Resolution& resolution, const Places& places, std::vector<ResidualQuote>& absent) {
    for (std::uint32_t post = 0; post < resolution.posts.size(); ++post) {
        const std::vector<ResolvedQuote>& quotes = resolution.posts[post].quotes;
        for (std::uint32_t quote = 0; quote < quotes.size(); ++quote) {
            if (!quotes[quote].source) continue;
            const std::uint32_t place = places.of(*quotes[quote].source);
            if (place == 0) continue;
            ResidualQuote& residual = absent[place - 1];
            residual.quotes.push_back({post, quote, quotes[quote].words});
            if (residual.of.kind == Ref::Kind::ghost) continue;
            if (residual.posts.empty() || residual.posts.back() != post) residual.posts.push_back(post);
            residual.words = std::max(residual.words, quotes[quote].words);
        }
    }
}

/// Sets the notices that stand in the places of ghosts.
void find_notices(const Thread& thread, const Resolution& resolution, std::vector<ResidualQuote>& absent) {
    if (thread.deleted.empty()) return;
    std::unordered_map<std::string_view, std::size_t> of_key;
    for (std::size_t at = 0; at < thread.deleted.size(); ++at) {
        if (!thread.deleted[at].key.empty()) of_key.emplace(thread.deleted[at].key, at);
    }
    for (ResidualQuote& residual : absent) {
        if (residual.of.kind != Ref::Kind::ghost) continue;
        const auto notice = of_key.find(resolution.ghosts[residual.of.index].key);
        if (notice != of_key.end()) residual.deleted = notice->second;
    }
}

}  // namespace

std::vector<ResidualQuote> find_residual_quotes(const Thread& thread, const Resolution& resolution,
                                                const std::vector<std::uint32_t>& below) {
    std::vector<ResidualQuote> absent;
    const Places places = list_absent(thread, resolution, absent);
    if (absent.empty()) return absent;
    collect_quotes(resolution, places, absent);
    std::erase_if(absent, [](const ResidualQuote& residual) { return residual.posts.empty(); });
    find_notices(thread, resolution, absent);
    for (ResidualQuote& residual : absent) {
        const bool ghost = residual.of.kind == Ref::Kind::ghost;
        residual.orphans = below[(ghost ? resolution.posts.size() : 0) + residual.of.index];
        count_members(resolution, residual);
    }
    std::stable_sort(absent.begin(), absent.end(),
                     [](const ResidualQuote& a, const ResidualQuote& b) { return a.posts.size() > b.posts.size(); });
    return absent;
}

}  // namespace rejoinder::detail
