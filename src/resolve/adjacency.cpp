#include "resolve/adjacency.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>
#include <unordered_map>

#include "base/unicode.hpp"
#include "base/words.hpp"
#include "resolve/parts.hpp"

namespace rejoinder {

namespace {

constexpr double nearly_the_same = 0.6;  // cosine
constexpr std::size_t short_post = 8;    // words

// Fitted by `fit_confidence --adjacency` (tests/support/fit_confidence.cpp), which says on what.
constexpr std::array<NearnessRow, 9> nearness_rows{{
    {"posts between, log2", -1.216, [](const Nearness& n) { return std::log2(n.distance); }},
    {"the post right above", -0.351, [](const Nearness& n) { return n.distance < 1.5 ? 1.0 : 0.0; }},
    {"words in common", 24.956, [](const Nearness& n) { return n.words; }},
    {"words in common, of a short post", -6.360, [](const Nearness& n) { return n.few_words * n.words; }},
    {"says nearly the same", -10.621, [](const Nearness& n) { return n.words > nearly_the_same ? 1.0 : 0.0; }},
    {"opens the thread", 1.686, [](const Nearness& n) { return n.first; }},
    {"by the same writer", -7.673, [](const Nearness& n) { return n.same_writer; }},
    {"farther up", -1.565, [](const Nearness& n) { return n.farther; }},
    {"answers the writer", 2.026, [](const Nearness& n) { return n.to_writer; }},
}};

}  // namespace

std::span<const NearnessRow> rows_of_nearness() {
    return nearness_rows;
}

NearnessFinder::NearnessFinder(const std::vector<ResolvedPost>& posts, const std::vector<Reply>& replies)
    : posts_(posts), terms_(posts.size()), person_(posts.size(), none), met_(posts.size()) {
    std::unordered_map<std::uint32_t, float> rarity;  // by word: first in how many posts it stands
    for (std::uint32_t post = 0; post < posts.size(); ++post) {
        std::vector<Term>& terms = terms_[post];
        for (const Word& word : split_words(posts[post].text)) terms.push_back({word.hash, 1});
        std::sort(terms.begin(), terms.end(), [](const Term& a, const Term& b) { return a.word < b.word; });
        const auto same = [](const Term& a, const Term& b) { return a.word == b.word; };
        terms.erase(std::unique(terms.begin(), terms.end(), same), terms.end());
        for (const Term& term : terms) ++rarity[term.word];
    }
    for (auto& [word, posts_with] : rarity) posts_with = std::log(static_cast<float>(posts.size() + 1) / posts_with);
    for (std::vector<Term>& terms : terms_) {
        float length = 0;
        for (Term& term : terms) {
            term.weight = rarity.at(term.word);
            length += term.weight * term.weight;
        }
        for (Term& term : terms) term.weight /= std::max(std::sqrt(length), 1e-6F);
    }
    std::unordered_map<std::string, std::uint32_t> people;
    for (std::uint32_t post = 0; post < posts.size(); ++post) {
        if (posts[post].author.name.empty()) continue;
        const auto number = static_cast<std::uint32_t>(people.size());
        person_[post] = people.emplace(fold(posts[post].author.name), number).first->second;
    }
    for (const Reply& reply : replies) {
        if (reply.to.kind == Ref::Kind::post && person_[reply.to.index] != none)
            met_[reply.from].push_back(person_[reply.to.index]);
    }
}

std::vector<Nearness> NearnessFinder::of(std::uint32_t post) const {
    std::vector<Nearness> candidates;
    const auto look_at = [&](std::uint32_t other) {
        Nearness nearness;
        nearness.distance = static_cast<double>(post - other);
        const std::vector<Term>& a = terms_[post];
        const std::vector<Term>& b = terms_[other];
        for (std::size_t i = 0, k = 0; i < a.size() && k < b.size();) {
            if (a[i].word == b[k].word)
                nearness.words += static_cast<double>(a[i++].weight * b[k++].weight);
            else if (a[i].word < b[k].word)
                ++i;
            else
                ++k;
        }
        nearness.few_words = a.size() < short_post ? 1 : 0;
        nearness.first = other == 0 ? 1 : 0;
        const std::uint32_t writer = person_[post];
        nearness.same_writer = writer != none && person_[other] == writer ? 1 : 0;
        const auto& met = met_[other];
        nearness.to_writer = writer != none && std::find(met.begin(), met.end(), writer) != met.end() ? 1 : 0;
        candidates.push_back(nearness);
    };
    const std::uint32_t first = post - std::min(post, adjacent_posts);
    for (std::uint32_t other = post; other-- > first;) look_at(other);
    if (first > 0) look_at(0);
    candidates.push_back({.farther = 1});
    return candidates;
}

std::vector<double> chances(const std::vector<Nearness>& candidates) {
    std::vector<double> odds;
    for (const Nearness& candidate : candidates) {
        double sum = 0;
        for (const NearnessRow& row : nearness_rows) sum += row.weight * row.value(candidate);
        odds.push_back(sum);
    }
    const double most = odds.empty() ? 0 : *std::max_element(odds.begin(), odds.end());
    double all = 0;
    for (double& one : odds) all += one = std::exp(one - most);
    for (double& one : odds) one /= all;
    return odds;
}

void add_adjacent(const std::vector<ResolvedPost>& posts, std::vector<Reply>& replies) {
    const NearnessFinder finder(posts, replies);
    std::vector<Reply> all;
    auto next = replies.begin();
    for (std::uint32_t post = 0; post < posts.size(); ++post) {
        const auto first = next;
        while (next != replies.end() && next->from == post) ++next;
        if (first != next || post == 0) {
            std::move(first, next, std::back_inserter(all));
            continue;
        }
        const std::vector<Nearness> candidates = finder.of(post);
        const std::vector<double> chance = chances(candidates);
        const auto best = static_cast<std::size_t>(std::max_element(chance.begin(), chance.end() - 1) - chance.begin());
        const auto parent = post - static_cast<std::uint32_t>(candidates[best].distance);
        all.push_back({post, post_ref(parent), {{EvidenceKind::adjacency, 0, 0}}, chance[best], true});
    }
    replies = std::move(all);
}

}  // namespace rejoinder
