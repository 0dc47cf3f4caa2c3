#include "findings/disputes.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/unicode.hpp"
#include "findings/contested_passage.hpp"
#include "findings/people_replies.hpp"

namespace rejoinder::detail {
namespace {

constexpr std::size_t most_disputes = 5;
constexpr std::size_t most_people = 6;  // of one dispute: more are a discussion
constexpr std::uint32_t fewest_rounds = 2;
constexpr std::uint32_t longest_pause = 25;  // posts between two answers of one exchange
constexpr std::uint32_t near_the_end = 3;    // posts after the last word in which an answer could still stand
constexpr std::uint32_t soon = 5;            // posts within which a moderator's act follows the last word

/// The answers of two people to each other, without a long pause.
struct Exchange {
    std::uint32_t a = 0;  // person; a < b
    std::uint32_t b = 0;
    std::uint32_t rounds = 0;
    std::vector<const Stance*> replies;  // by post
    std::vector<std::uint32_t> posts;    // that answer or are answered, ascending
};

std::pair<std::uint32_t, std::uint32_t> people_of(const PersonReply& reply) {
    return std::minmax(reply.from, reply.to);
}

/// Turns of speech: what is answered first is one, and every change of the speaker makes one more.
std::uint32_t rounds_of(const std::vector<const Stance*>& replies) {
    std::uint32_t turns = 2;
    for (std::size_t at = 1; at < replies.size(); ++at) {
        if (replies[at]->reply.from != replies[at - 1]->reply.from) ++turns;
    }
    return turns / 2;
}

/// Answers that disagree in words, less those that agree.
int discord(const std::vector<const Stance*>& replies) {
    int sum = 0;
    for (const Stance* one : replies) sum += (one->disagrees ? 1 : 0) - (one->agrees ? 1 : 0);
    return sum;
}

void close(Exchange& exchange, std::vector<Exchange>& found) {
    exchange.rounds = rounds_of(exchange.replies);
    if (exchange.rounds < fewest_rounds || discord(exchange.replies) < 0) return;
    for (const Stance* one : exchange.replies) {
        exchange.posts.push_back(one->reply.post);
        if (one->reply.answered.kind == Ref::Kind::post) exchange.posts.push_back(one->reply.answered.index);
    }
    std::sort(exchange.posts.begin(), exchange.posts.end());
    exchange.posts.erase(std::unique(exchange.posts.begin(), exchange.posts.end()), exchange.posts.end());
    found.push_back(std::move(exchange));
}

bool goes_on(const Exchange& exchange, const PersonReply& reply) {
    const PersonReply& last = exchange.replies.back()->reply;
    if (people_of(reply) != std::pair(exchange.a, exchange.b)) return false;
    const bool answers_it =
        reply.answered.kind == Ref::Kind::post && reply.answered.index >= exchange.replies.front()->reply.post;
    return answers_it || reply.post - last.post <= longest_pause;
}

std::vector<Exchange> find_exchanges(const std::vector<Stance>& stances) {
    std::vector<const Stance*> replies;
    replies.reserve(stances.size());
    for (const Stance& stance : stances) replies.push_back(&stance);
    std::stable_sort(replies.begin(), replies.end(), [](const Stance* x, const Stance* y) {
        return std::tuple(people_of(x->reply), x->reply.post) < std::tuple(people_of(y->reply), y->reply.post);
    });
    std::vector<Exchange> found;
    Exchange open;
    for (const Stance* stance : replies) {
        if (!open.replies.empty() && !goes_on(open, stance->reply)) {
            close(open, found);
            open = {};
        }
        std::tie(open.a, open.b) = people_of(stance->reply);
        open.replies.push_back(stance);
    }
    if (!open.replies.empty()) close(open, found);
    std::stable_sort(found.begin(), found.end(), [](const Exchange& x, const Exchange& y) {
        return std::tuple(y.rounds, y.posts.size(), x.posts.front()) <
               std::tuple(x.rounds, x.posts.size(), y.posts.front());
    });
    return found;
}

bool share_a_post(const std::vector<std::uint32_t>& x, const std::vector<std::uint32_t>& y) {
    for (auto a = x.begin(), b = y.begin(); a != x.end() && b != y.end(); *a < *b ? ++a : ++b) {
        if (*a == *b) return true;
    }
    return false;
}

/// A dispute as it grows: exchanges and the sides that they give to people.
struct Group {
    std::vector<const Exchange*> exchanges;
    std::vector<std::pair<std::uint32_t, std::uint8_t>> sides;  // person, side
    bool clear = true;                                          // no two of one side are at odds

    const std::uint8_t* side_of(std::uint32_t person) const {
        for (const auto& [known, side] : sides) {
            if (known == person) return &side;
        }
        return nullptr;
    }
};

/// Takes the exchange in if one of its people and one of its posts belong to the group already.
bool join(Group& group, const Exchange& exchange) {
    const std::uint8_t* a = group.side_of(exchange.a);
    const std::uint8_t* b = group.side_of(exchange.b);
    if (a == nullptr && b == nullptr) return false;
    if ((a == nullptr || b == nullptr) && group.sides.size() == most_people) return false;
    if (2 * exchange.rounds < group.exchanges.front()->rounds) return false;
    if (std::none_of(group.exchanges.begin(), group.exchanges.end(),
                     [&](const Exchange* one) { return share_a_post(one->posts, exchange.posts); }))
        return false;
    if (a != nullptr && b != nullptr) {
        group.clear = group.clear && *a != *b;
    } else if (a != nullptr) {
        group.sides.emplace_back(exchange.b, static_cast<std::uint8_t>(1 - *a));
    } else {
        group.sides.emplace_back(exchange.a, static_cast<std::uint8_t>(1 - *b));
    }
    group.exchanges.push_back(&exchange);
    return true;
}

std::vector<Group> grouped(const std::vector<Exchange>& exchanges) {
    std::vector<Group> groups;
    std::vector<bool> taken(exchanges.size(), false);
    for (std::size_t first = 0; first < exchanges.size() && groups.size() < most_disputes; ++first) {
        if (taken[first]) continue;
        Group& group = groups.emplace_back();
        group.exchanges.push_back(&exchanges[first]);
        group.sides = {{exchanges[first].a, std::uint8_t{0}}, {exchanges[first].b, std::uint8_t{1}}};
        for (std::size_t other = first + 1; other < exchanges.size(); ++other) {
            if (!taken[other]) taken[other] = join(group, exchanges[other]);
        }
    }
    return groups;
}

void sort_unique(std::vector<std::uint32_t>& values) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

/// People by their posts in the dispute, most first.
void add_people(Dispute& dispute, const Group& group, const std::vector<std::uint32_t>& writers) {
    auto sides = group.sides;
    const auto posts_of = [&](std::uint32_t person) {
        return std::count_if(dispute.posts.begin(), dispute.posts.end(),
                             [&](std::uint32_t post) { return writers[post] == person; });
    };
    std::stable_sort(sides.begin(), sides.end(),
                     [&](const auto& x, const auto& y) { return posts_of(x.first) > posts_of(y.first); });
    for (const auto& [person, side] : sides) {
        dispute.people.push_back(person);
        if (group.clear) dispute.sides.push_back(side);
    }
}

/// Whether the last words of the text ask something: its last sentence ends with a question mark.
bool asks(std::string_view text) {
    const std::string_view words = trim(text);
    return words.ends_with('?') || words.ends_with("？") || words.ends_with("؟");
}

void tell_end(Dispute& dispute, const Resolution& resolution, const std::vector<ModerationEvent>& moderation) {
    dispute.last_post = dispute.posts.back();
    dispute.asks = asks(resolution.posts[dispute.last_post].text);
    const auto posts = static_cast<std::uint32_t>(resolution.posts.size());
    if (dispute.last_post + near_the_end < posts) dispute.end = DisputeEnd::silence;
    for (std::size_t event = 0; event < moderation.size(); ++event) {
        const std::uint32_t post = moderation[event].post;
        if (post <= dispute.last_post || post > dispute.last_post + soon) continue;
        dispute.end = DisputeEnd::moderation;
        dispute.event = event;
        return;
    }
}

}  // namespace

std::vector<Dispute> find_disputes(const Resolution& resolution, const Measures& measures,
                                   const std::vector<Stance>& stances, const std::vector<ModerationEvent>& moderation) {
    const std::vector<Exchange> exchanges = find_exchanges(stances);
    if (exchanges.empty()) return {};
    const std::vector<std::uint32_t> writers = writers_of_posts(resolution, measures.people);
    std::vector<Dispute> disputes;
    for (const Group& group : grouped(exchanges)) {
        Dispute& dispute = disputes.emplace_back();
        std::vector<Stance> said;
        for (const Exchange* exchange : group.exchanges) {
            dispute.posts.insert(dispute.posts.end(), exchange->posts.begin(), exchange->posts.end());
            for (const Stance* one : exchange->replies) {
                said.push_back(*one);
                if (one->reply.answered.kind == Ref::Kind::ghost) dispute.ghosts.push_back(one->reply.answered.index);
            }
        }
        sort_unique(dispute.posts);
        sort_unique(dispute.ghosts);
        dispute.rounds = group.exchanges.front()->rounds;
        dispute.cues = cues_of(said);
        add_people(dispute, group, writers);
        dispute.contested = find_contested_passage(resolution, &dispute.posts);
        tell_end(dispute, resolution, moderation);
    }
    return disputes;
}

}  // namespace rejoinder::detail
