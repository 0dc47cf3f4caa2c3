#include "findings/one_sidedness.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace rejoinder::detail {
namespace {

constexpr std::uint32_t fewest_replies = 3;

double share(std::uint64_t part, std::uint64_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

/// Replies between two people, in both directions.
struct Exchange {
    std::pair<std::uint32_t, std::uint32_t> people;  // the lower index first
    std::int64_t up = 0;                             // replies from the lower to the higher
    std::int64_t down = 0;
};

std::vector<Exchange> exchanges_of(const Measures& measures) {
    std::vector<Exchange> pairs;
    for (const PeopleEdge& edge : measures.exchanges) {
        const bool up = edge.from < edge.to;
        pairs.push_back({std::minmax(edge.from, edge.to), up ? edge.replies : 0, up ? 0 : edge.replies});
    }
    std::sort(pairs.begin(), pairs.end(), [](const Exchange& a, const Exchange& b) { return a.people < b.people; });
    std::size_t kept = 0;
    for (std::size_t at = 0; at < pairs.size(); ++at) {
        if (kept > 0 && pairs[kept - 1].people == pairs[at].people) {
            pairs[kept - 1].up += pairs[at].up;
            pairs[kept - 1].down += pairs[at].down;
        } else {
            pairs[kept++] = pairs[at];
        }
    }
    pairs.resize(kept);
    return pairs;
}

void set_asymmetry(const Measures& measures, OneSidedness& result) {
    std::int64_t differences = 0;
    std::int64_t replies = 0;
    for (const Exchange& exchange : exchanges_of(measures)) {
        if (exchange.up + exchange.down < fewest_replies) continue;
        ++result.pairs;
        differences += std::abs(exchange.up - exchange.down);
        replies += exchange.up + exchange.down;
    }
    if (replies > 0) result.asymmetry = static_cast<double>(differences) / static_cast<double>(replies);
}

}  // namespace

std::optional<OneSidedness> find_one_sidedness(const Resolution& resolution, const Measures& measures) {
    std::vector<std::uint64_t> words(measures.people.size(), 0);
    std::uint64_t all_words = 0;
    std::uint64_t all_posts = 0;
    std::size_t writers = 0;
    for (std::size_t person = 0; person < measures.people.size(); ++person) {
        const auto& posts = measures.people[person].posts;
        for (const std::uint32_t post : posts) words[person] += resolution.posts[post].words;
        all_words += words[person];
        all_posts += posts.size();
        if (!posts.empty()) ++writers;
    }
    if (writers < 2) return {};
    OneSidedness result;
    result.person = static_cast<std::uint32_t>(std::max_element(words.begin(), words.end()) - words.begin());
    result.posts = share(measures.people[result.person].posts.size(), all_posts);
    result.words = share(words[result.person], all_words);
    std::uint64_t sent = 0;
    std::uint64_t all_sent = 0;
    for (const PeopleEdge& edge : measures.exchanges) {
        all_sent += edge.replies;
        if (edge.from == result.person) sent += edge.replies;
    }
    result.replies = share(sent, all_sent);
    set_asymmetry(measures, result);
    return result;
}

}  // namespace rejoinder::detail
