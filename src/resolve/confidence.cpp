#include "resolve/confidence.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_set>

#include "base/unicode.hpp"

namespace rejoinder {

namespace {

constexpr double of_id = 0.99;  // a forum's id is wrong only where its software or a hand has mixed it up

// Fitted by `fit_confidence` (tests/support/fit_confidence.cpp), which says on what. Each row's weight is in log-odds
// per unit of its fact. To fit anew, run the program and copy what it prints.
constexpr std::array<ConfidenceRow, 12> to_posts{{
    {"always", 2.343, [](const ReplyFacts&) { return 1.0; }},
    {"words that agree, log2", -0.241, [](const ReplyFacts& f) { return std::log2(1 + std::min(f.words, 63.0)); }},
    {"share of words that agree", 4.372, [](const ReplyFacts& f) { return f.share; }},
    {"rivals, up to 4", -0.462, [](const ReplyFacts& f) { return std::min(f.rivals, 4.0); }},
    {"any rival", -4.048, [](const ReplyFacts& f) { return f.rivals > 0 ? 1.0 : 0.0; }},
    {"a rival that nearly is one", -2.328, [](const ReplyFacts& f) { return f.rivals > 0 ? 0.0 : f.rival_agreement; }},
    {"written by whom it names", 0.757, [](const ReplyFacts& f) { return std::max(f.same_name, 0.0); }},
    {"written by another", -3.961, [](const ReplyFacts& f) { return std::max(-f.same_name, 0.0); }},
    {"no word agrees", 0.458, [](const ReplyFacts& f) { return f.words < 1 ? 1.0 : 0.0; }},
    {"ends known", 1.109, [](const ReplyFacts& f) { return f.known_end; }},
    {"ends ambiguous", -0.236, [](const ReplyFacts& f) { return f.ambiguous_end; }},
    {"posts between, log2", -0.364, [](const ReplyFacts& f) { return std::log2(std::max(f.distance, 1.0)); }},
}};

constexpr std::array<ConfidenceRow, 9> to_ghosts{{
    {"always", -3.125, [](const ReplyFacts&) { return 1.0; }},
    {"words, log2", 0.411, [](const ReplyFacts& f) { return std::log2(1 + std::min(f.words, 63.0)); }},
    {"quoted by others too", 2.536, [](const ReplyFacts& f) { return f.quoters > 1 ? 1.0 : 0.0; }},
    {"a post holds part of it", -5.404, [](const ReplyFacts& f) { return f.rival_agreement; }},
    {"ends known", -0.886, [](const ReplyFacts& f) { return f.known_end; }},
    {"ends ambiguous", -1.152, [](const ReplyFacts& f) { return f.ambiguous_end; }},
    {"no word of it is left", -1.027, [](const ReplyFacts& f) { return f.words < 1 ? 1.0 : 0.0; }},
    {"thread's quotes lost", 7.055, [](const ReplyFacts& f) { return std::sqrt(f.lost); }},
    {"its writer is here", 0.705, [](const ReplyFacts& f) { return f.present; }},
}};

bool is_ghost(const ResolvedQuote& quote) {
    return quote.source && quote.source->kind == Ref::Kind::ghost;
}

}  // namespace

std::span<const ConfidenceRow> rows_to_posts() {
    return to_posts;
}

std::span<const ConfidenceRow> rows_to_ghosts() {
    return to_ghosts;
}

FactsFinder::FactsFinder(const Thread& thread, const std::vector<ResolvedPost>& posts, const std::vector<Ghost>& ghosts)
    : thread_(thread), posts_(posts), ghosts_(ghosts) {
    if (ghosts.empty()) return;
    std::size_t all = 0;
    std::size_t lost = 0;
    for (const ResolvedPost& post : posts) {
        all += post.quotes.size();
        lost += static_cast<std::size_t>(std::count_if(post.quotes.begin(), post.quotes.end(), is_ghost));
    }
    lost_ = all == 0 ? 0.0 : static_cast<double>(lost) / static_cast<double>(all);
    std::unordered_set<std::string> names;
    for (const Post& post : thread.posts) {
        if (!post.author.empty()) names.insert(fold(post.author));
    }
    for (const Ghost& ghost : ghosts) present_.push_back(names.contains(fold(ghost.author)));
}

ReplyFacts FactsFinder::of(std::uint32_t from, Ref to, std::span<const std::uint32_t> quotes) const {
    ReplyFacts facts;
    facts.to_ghost = to.kind == Ref::Kind::ghost;
    double all_words = 0;
    double most = -1;
    for (const std::uint32_t number : quotes) {
        const ResolvedQuote& quote = posts_[from].quotes[number];
        const double words = quote.agreement * quote.words;
        facts.by_id |= !quote.source_key.empty();
        facts.words += words;
        all_words += quote.words;
        const bool known = quote.boundary <= BoundaryEvidence::shared_quote;
        facts.known_end += known ? 1 : 0;
        facts.ambiguous_end += quote.boundary_ambiguous ? 1 : 0;
        if (words <= most) continue;
        most = words;
        facts.rivals = quote.rivals;
        facts.rival_agreement = quote.rival_agreement;
        if (facts.to_ghost || quote.author.empty() || thread_.posts[to.index].author.empty()) continue;
        facts.same_name = fold(quote.author) == fold(thread_.posts[to.index].author) ? 1 : -1;
    }
    const auto count = static_cast<double>(quotes.size());
    facts.known_end /= count;
    facts.ambiguous_end /= count;
    facts.share = all_words > 0 ? facts.words / all_words : 0;
    if (facts.to_ghost) {
        facts.quoters = static_cast<double>(ghosts_[to.index].quoted_by.size());
        facts.lost = lost_;
        facts.present = present_[to.index] ? 1 : 0;
    } else {
        facts.distance = static_cast<double>(from - to.index);
    }
    return facts;
}

double confidence_of(const ReplyFacts& facts) {
    if (facts.by_id) return of_id;
    double odds = 0;
    for (const ConfidenceRow& row : facts.to_ghost ? rows_to_ghosts() : rows_to_posts()) {
        odds += row.weight * row.value(facts);
    }
    return std::clamp(1 / (1 + std::exp(-odds)), 0.01, 0.999);
}

}  // namespace rejoinder
