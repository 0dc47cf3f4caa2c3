#include "rejoinder/evaluate.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <unordered_map>

#include "evaluate/match.hpp"

namespace rejoinder {
namespace {

constexpr std::size_t excerpt_bytes = 80;

/// What an analysis claims, in the truth's terms. `index` is `unmatched` for a ghost that the truth does not know.
using Claim = TrueSource;

class Evaluator {
public:
    Evaluator(const Truth& truth, const Analysis& analysis) : truth_(truth), analysis_(analysis) {}

    Evaluation run();

private:
    /// A post of the truth and what the analysis has in its place.
    struct Pair {
        std::uint32_t truth = unmatched;
        std::uint32_t found = unmatched;
        std::vector<std::uint32_t> quotes;  // as match_quotes() gives it
    };

    /// An edge that the analysis claims, with the words of one of its quotes.
    struct ClaimedEdge {
        Claim claim;
        std::string_view words;
        bool scored = false;  // rests on a quote other than those of unknown source
    };

    void pair_posts();
    void pair_ghosts();
    std::optional<Claim> claim_of(const std::optional<Ref>& ref) const;
    std::map<TrueSource, std::string_view> expected_edges(const Pair& pair) const;
    std::map<Ref, ClaimedEdge> claimed_edges(const Pair& pair) const;
    void score_edges(const Pair& pair);
    void count_edge(const Pair& pair, Ref to, bool right);
    void score_nested(const Pair& pair);
    void score_ghosts();
    void score_author(const Pair& pair);
    void score_words(const Pair& pair);
    std::string name(const TrueSource& source) const;
    void note_miss(const Pair& pair, const TrueSource* expected, const Claim* got, std::string_view words);

    const Truth& truth_;
    const Analysis& analysis_;
    std::vector<Pair> pairs_;
    std::vector<std::uint32_t> true_post_of_;   // by post found
    std::vector<std::uint32_t> true_ghost_of_;  // by ghost found
    Score score_;
    std::vector<Miss> misses_;
    std::vector<JudgedEdge> judged_;
};

/// By key where both have one, else by place.
void Evaluator::pair_posts() {
    const auto& posts = analysis_.thread.posts;
    std::unordered_map<std::string_view, std::uint32_t> by_key;
    for (std::uint32_t i = 0; i < posts.size(); ++i) {
        if (!posts[i].key.empty()) by_key.emplace(posts[i].key, i);
    }
    true_post_of_.assign(posts.size(), unmatched);
    for (std::uint32_t i = 0; i < truth_.posts.size(); ++i) {
        Pair pair{i, unmatched, {}};
        const auto at = by_key.find(truth_.posts[i].key);
        if (at != by_key.end()) {
            pair.found = at->second;
        } else if (i < posts.size() && (posts[i].key.empty() || truth_.posts[i].key.empty())) {
            pair.found = i;
        }
        if (pair.found != unmatched && true_post_of_[pair.found] == unmatched) {
            true_post_of_[pair.found] = i;
            pair.quotes = match_quotes(truth_.posts[i].quotes, analysis_.resolution.posts[pair.found].quotes);
        } else {
            pair.found = unmatched;
        }
        pairs_.push_back(std::move(pair));
    }
    for (std::uint32_t i = 0; i < posts.size(); ++i) {
        if (true_post_of_[i] != unmatched) continue;
        const std::size_t quotes = analysis_.resolution.posts[i].quotes.size();
        pairs_.push_back({unmatched, i, std::vector<std::uint32_t>(quotes, unmatched)});
    }
}

void Evaluator::pair_ghosts() {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> shared;
    for (const Pair& pair : pairs_) {
        for (std::size_t i = 0; i < pair.quotes.size(); ++i) {
            const ResolvedQuote& quote = analysis_.resolution.posts[pair.found].quotes[i];
            if (pair.quotes[i] == unmatched || !quote.source || quote.source->kind != Ref::Kind::ghost) continue;
            const TrueSource& source = truth_.posts[pair.truth].quotes[pair.quotes[i]].source;
            if (source.kind == TrueSource::Kind::ghost) ++shared[{source.index, quote.source->index}];
        }
    }
    std::vector<SharedQuotes> list;
    for (const auto& [ghosts, quotes] : shared) list.push_back({ghosts.first, ghosts.second, quotes});
    true_ghost_of_ = match_ghosts(std::move(list), truth_.ghosts.size(), analysis_.resolution.ghosts.size());
}

std::optional<Claim> Evaluator::claim_of(const std::optional<Ref>& ref) const {
    if (!ref) return std::nullopt;
    if (ref->kind == Ref::Kind::post) return Claim{TrueSource::Kind::post, true_post_of_[ref->index]};
    return Claim{TrueSource::Kind::ghost, true_ghost_of_[ref->index]};
}

void Evaluator::count_edge(const Pair& pair, Ref to, bool right) {
    const auto& replies = analysis_.resolution.replies;
    const auto reply = std::find_if(replies.begin(), replies.end(),
                                    [&](const Reply& one) { return one.from == pair.found && one.to == to; });
    if (reply == replies.end()) return;
    judged_.push_back({static_cast<std::uint32_t>(reply - replies.begin()), right});
    const EdgeShare edge{1, right ? std::size_t{1} : 0, reply->confidence};
    const auto tenth = static_cast<std::size_t>(std::clamp(std::floor(reply->confidence * 10), 0.0, 9.0));
    score_.by_confidence[tenth] += edge;
    const auto of_quote = std::find_if(reply->evidence.begin(), reply->evidence.end(), [](const Evidence& evidence) {
        return evidence.kind != EvidenceKind::parent_id;
    });
    if (of_quote != reply->evidence.end()) score_.by_evidence[of_quote->kind] += edge;
}

/// What the post quotes directly, and the words of one quote each.
std::map<TrueSource, std::string_view> Evaluator::expected_edges(const Pair& pair) const {
    std::map<TrueSource, std::string_view> expected;
    if (pair.truth == unmatched) return expected;
    for (const TrueQuote& quote : truth_.posts[pair.truth].quotes) {
        if (quote.depth == 1 && quote.source.kind != TrueSource::Kind::unknown) {
            expected.emplace(quote.source, quote.text);
        }
    }
    return expected;
}

std::map<Ref, Evaluator::ClaimedEdge> Evaluator::claimed_edges(const Pair& pair) const {
    std::map<Ref, ClaimedEdge> claimed;
    for (std::size_t i = 0; i < pair.quotes.size(); ++i) {
        const ResolvedQuote& quote = analysis_.resolution.posts[pair.found].quotes[i];
        if (quote.depth != 1 || !quote.source) continue;
        const auto [edge, fresh] =
            claimed.try_emplace(*quote.source, ClaimedEdge{*claim_of(quote.source), quote.text, false});
        edge->second.scored |= pair.quotes[i] == unmatched ||
                               truth_.posts[pair.truth].quotes[pair.quotes[i]].source.kind != TrueSource::Kind::unknown;
    }
    return claimed;
}

void Evaluator::score_edges(const Pair& pair) {
    auto missing = expected_edges(pair);
    Tally edges;
    const auto tally_of = [&](const TrueSource& source) -> Tally& {
        return source.kind == TrueSource::Kind::ghost ? score_.edges_to_ghosts : score_.edges_to_posts;
    };
    for (const auto& [ref, edge] : claimed_edges(pair)) {
        const bool right = missing.erase(edge.claim) > 0;
        if (!right && !edge.scored) {
            ++score_.unknown_edges;
            continue;
        }
        ++(right ? edges.right : edges.wrong);
        ++(right ? tally_of(edge.claim).right : tally_of(edge.claim).wrong);
        if (!right) note_miss(pair, nullptr, &edge.claim, edge.words);
        count_edge(pair, ref, right);
    }
    for (const auto& [source, words] : missing) {
        ++edges.missed;
        ++tally_of(source).missed;
        note_miss(pair, &source, nullptr, words);
    }
    score_.edges += edges;
}

void Evaluator::score_nested(const Pair& pair) {
    std::vector<bool> met(pair.truth == unmatched ? 0 : truth_.posts[pair.truth].quotes.size(), false);
    for (std::size_t i = 0; i < pair.quotes.size(); ++i) {
        const ResolvedQuote& quote = analysis_.resolution.posts[pair.found].quotes[i];
        const TrueQuote* truth =
            pair.quotes[i] == unmatched ? nullptr : &truth_.posts[pair.truth].quotes[pair.quotes[i]];
        if (truth != nullptr && (truth->source.kind == TrueSource::Kind::unknown || truth->depth == 1)) continue;
        if ((truth == nullptr && quote.depth == 1) || !quote.source) continue;
        const bool is_right = truth != nullptr && claim_of(quote.source) == truth->source;
        if (is_right) met[pair.quotes[i]] = true;
        ++(is_right ? score_.nested.right : score_.nested.wrong);
    }
    for (std::size_t i = 0; i < met.size(); ++i) {
        const TrueQuote& quote = truth_.posts[pair.truth].quotes[i];
        if (quote.depth > 1 && quote.source.kind != TrueSource::Kind::unknown && !met[i]) ++score_.nested.missed;
    }
}

/// Pairs of quotes: together in the truth, together in what was found, together in both.
void Evaluator::score_ghosts() {
    std::map<std::uint32_t, std::size_t> in_truth;
    std::map<std::uint32_t, std::size_t> in_found;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> in_both;
    for (const Pair& pair : pairs_) {
        if (pair.truth != unmatched) {
            for (const TrueQuote& quote : truth_.posts[pair.truth].quotes) {
                if (quote.source.kind == TrueSource::Kind::ghost) ++in_truth[quote.source.index];
            }
        }
        for (std::size_t i = 0; i < pair.quotes.size(); ++i) {
            const ResolvedQuote& quote = analysis_.resolution.posts[pair.found].quotes[i];
            const TrueSource source = pair.quotes[i] == unmatched
                                          ? TrueSource{TrueSource::Kind::post, 0}
                                          : truth_.posts[pair.truth].quotes[pair.quotes[i]].source;
            if (source.kind == TrueSource::Kind::unknown) continue;
            if (!quote.source || quote.source->kind != Ref::Kind::ghost) continue;
            ++in_found[quote.source->index];
            if (source.kind == TrueSource::Kind::ghost) ++in_both[{source.index, quote.source->index}];
        }
    }
    const auto pairs = [](const auto& groups) {
        std::size_t sum = 0;
        for (const auto& [group, n] : groups) sum += n * (n - 1) / 2;
        return sum;
    };
    const std::size_t right = pairs(in_both);
    score_.ghost_pairs += Tally{right, pairs(in_found) - right, pairs(in_truth) - right};
}

void Evaluator::score_author(const Pair& pair) {
    if (pair.truth == unmatched || truth_.posts[pair.truth].author.empty()) return;
    if (pair.found != unmatched && analysis_.resolution.posts[pair.found].author.source == NameSource::printed) return;
    ++score_.unnamed_posts;
    if (pair.found == unmatched) return;
    const ResolvedAuthor& author = analysis_.resolution.posts[pair.found].author;
    if (author.name.empty()) return;
    ++score_.recovered;
    if (author.name == truth_.posts[pair.truth].author) ++score_.recovered_right;
}

/// Own words that are missing were taken for quoted ones or lost; own words too many are quoted ones, or none at all.
void Evaluator::score_words(const Pair& pair) {
    const std::string_view own = pair.truth == unmatched ? std::string_view{} : truth_.posts[pair.truth].text;
    const std::string_view found =
        pair.found == unmatched ? std::string_view{} : analysis_.resolution.posts[pair.found].text;
    const WordDifference difference = compare_words(own, found);
    score_.misplaced_words += difference.only_in_a + difference.only_in_b;
    score_.words += difference.a;
    if (pair.truth == unmatched) return;
    for (const TrueQuote& quote : truth_.posts[pair.truth].quotes) score_.words += compare_words(quote.text, {}).a;
}

std::string Evaluator::name(const TrueSource& source) const {
    if (source.kind == TrueSource::Kind::post) {
        return source.index == unmatched ? "another post" : std::to_string(source.index + 1);
    }
    return source.index == unmatched ? "another ghost" : truth_.ghosts[source.index].id;
}

void Evaluator::note_miss(const Pair& pair, const TrueSource* expected, const Claim* got, std::string_view words) {
    std::size_t end = std::min(words.size(), excerpt_bytes);
    while (end < words.size() && (static_cast<unsigned char>(words[end]) & 0xC0U) == 0x80U) ++end;
    const std::uint32_t post = pair.truth != unmatched ? pair.truth : pair.found;
    misses_.push_back({truth_.origin, post + 1, expected == nullptr ? "nothing" : name(*expected),
                       got == nullptr ? "nothing" : name(*got), std::string(words.substr(0, end))});
}

Evaluation Evaluator::run() {
    pair_posts();
    pair_ghosts();
    for (const Pair& pair : pairs_) {
        score_edges(pair);
        score_nested(pair);
        score_author(pair);
        score_words(pair);
    }
    score_ghosts();
    score_.threads = 1;
    score_.posts = truth_.posts.size();
    score_.exact_threads = score_.edges.wrong + score_.edges.missed == 0 ? 1 : 0;
    Evaluation evaluation{score_, {}, {}, std::move(misses_), std::move(judged_)};
    evaluation.by_engine.emplace(analysis_.thread.engine, score_);
    if (!truth_.kind.empty()) evaluation.by_kind.emplace(truth_.kind, score_);
    return evaluation;
}

}  // namespace

Evaluation evaluate(const Truth& truth, const Analysis& analysis) {
    return Evaluator(truth, analysis).run();
}

}  // namespace rejoinder
