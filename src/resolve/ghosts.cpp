#include "resolve/ghosts.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>

#include "base/unicode.hpp"
#include "resolve/alignment.hpp"
#include "resolve/corpus.hpp"
#include "resolve/fingerprints.hpp"
#include "resolve/moments.hpp"
#include "resolve/parts.hpp"

namespace rejoinder {

namespace {

constexpr std::string_view gap = " […] ";
constexpr std::size_t candidates_per_quote = 8;
constexpr double least_overlap = 0.6;  // of the shorter quote's words
constexpr std::size_t least_seam = 4;  // words in which the end of one quote repeats the beginning of another
constexpr std::size_t most_merged_words = 16'384;  // a ghost whose text is longer takes no further excerpts
constexpr std::size_t quotes_per_author = 50;      // of one author that a short quote is compared with, nearest first

struct Orphan {
    std::uint32_t post = 0;
    ResolvedQuote* quote = nullptr;
    std::string author;   // folded
    bool hollow = false;  // holds nothing but another quote: only others can tell what it is of
};

/// Sets of orphans that quote one post. Two sets with different keys never join.
class Groups {
public:
    explicit Groups(const std::vector<Orphan>& orphans) : parent_(orphans.size()), key_(orphans.size()) {
        std::iota(parent_.begin(), parent_.end(), 0U);
        for (std::size_t i = 0; i < orphans.size(); ++i) key_[i] = orphans[i].quote->source_key;
    }

    std::uint32_t root(std::uint32_t i) {
        while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
        return i;
    }

    bool join(std::uint32_t a, std::uint32_t b) {
        a = root(a);
        b = root(b);
        if (a == b) return true;
        if (!key_[a].empty() && !key_[b].empty() && key_[a] != key_[b]) return false;
        if (b < a) std::swap(a, b);
        parent_[b] = a;
        if (key_[a].empty()) key_[a] = key_[b];
        return true;
    }

private:
    std::vector<std::uint32_t> parent_;
    std::vector<std::string> key_;
};

/// How many words the end of `a` and the beginning of `b` share, or 0 if fewer than a seam. In one pass: trying every
/// length would cost the square of a text that repeats itself.
std::size_t seam(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
    const std::size_t most = std::min(a.size(), b.size());
    if (most < least_seam) return 0;
    const std::vector<std::uint32_t> border = borders(b.first(most));
    std::size_t shared = 0;
    for (const std::uint32_t word : a.last(most)) {
        while (shared > 0 && (shared == most || word != b[shared])) shared = border[shared - 1];
        if (word == b[shared]) ++shared;
    }
    return shared < least_seam ? 0 : shared;
}

bool overlap(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
    const std::size_t shorter = std::min(a.size(), b.size());
    if (shorter == 0) return false;
    const Alignment alignment = a.size() <= b.size() ? align(a, b) : align(b, a);
    if (static_cast<double>(alignment.matched) >= least_overlap * static_cast<double>(shorter)) return true;
    return seam(a, b) > 0 || seam(b, a) > 0;
}

class GhostFinder {
public:
    explicit GhostFinder(std::vector<ResolvedPost>& posts);

    std::vector<Ghost> run();

private:
    void join_by_key_and_moment(Groups& groups) const;
    void join_by_words(Groups& groups);
    Ghost merge(const std::vector<std::uint32_t>& members, std::uint32_t ghost_index);
    std::string merged_text(const std::vector<std::uint32_t>& members) const;

    std::vector<Orphan> orphans_;  // number of an orphan = number of its text in corpus_
    Corpus corpus_;
};

GhostFinder::GhostFinder(std::vector<ResolvedPost>& posts) {
    for (std::uint32_t post = 0; post < posts.size(); ++post) {
        auto& quotes = posts[post].quotes;
        for (std::size_t i = 0; i < quotes.size(); ++i) {
            ResolvedQuote& quote = quotes[i];
            if (quote.source || (quote.author.empty() && quote.source_key.empty())) continue;
            const bool hollow = quote.text.empty() && quote.source_key.empty() && i + 1 < quotes.size() &&
                                quotes[i + 1].depth > quote.depth;
            orphans_.push_back({post, &quote, fold(quote.author), hollow});
            corpus_.add(quote.text);
        }
    }
}

void GhostFinder::join_by_key_and_moment(Groups& groups) const {
    std::map<std::string, std::uint32_t> first_of;
    for (std::uint32_t i = 0; i < orphans_.size(); ++i) {
        const ResolvedQuote& quote = *orphans_[i].quote;
        if (!quote.source_key.empty()) groups.join(first_of.emplace("key " + quote.source_key, i).first->second, i);
        // Only a moment known to the second or minute tells one post of a person from another.
        if (names_minute(quote.time) && !orphans_[i].author.empty()) {
            const std::string moment = "at " + std::to_string(quote.time.at->at_least) + " " +
                                       std::to_string(quote.time.at->below) + " " + orphans_[i].author;
            groups.join(first_of.emplace(moment, i).first->second, i);
        }
    }
}

void GhostFinder::join_by_words(Groups& groups) {
    FingerprintIndex index;
    for (std::uint32_t i = 0; i < orphans_.size(); ++i) index.add(i, corpus_.words(i));
    index.build();
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_author;
    for (std::uint32_t i = 0; i < orphans_.size(); ++i) {
        const Orphan& orphan = orphans_[i];
        if (orphan.author.empty()) continue;
        for (const auto& candidate : index.find(corpus_.words(i), i, false, candidates_per_quote)) {
            const Orphan& other = orphans_[candidate.number];
            if (other.author != orphan.author || !may_quote_one_post(other.quote->time, orphan.quote->time)) continue;
            if (overlap(corpus_.words(i), corpus_.words(candidate.number))) groups.join(candidate.number, i);
        }
        auto& earlier = by_author[orphan.author];
        if (corpus_.count(i) < FingerprintIndex::gram + FingerprintIndex::window - 1) {
            const std::size_t searched = std::min(earlier.size(), quotes_per_author);
            for (std::size_t k = 0; k < searched; ++k) {
                const std::uint32_t other = earlier[earlier.size() - 1 - k];
                const auto hay = corpus_.words(other);
                if (!may_quote_one_post(orphans_[other].quote->time, orphan.quote->time)) continue;
                if (find_run(corpus_.words(i), hay) < hay.size() && groups.join(other, i)) break;
            }
        }
        earlier.push_back(i);
    }
}

/// The longest excerpt, with what others add before, behind or apart from it.
std::string GhostFinder::merged_text(const std::vector<std::uint32_t>& members) const {
    std::vector<std::uint32_t> longest_first = members;
    std::stable_sort(longest_first.begin(), longest_first.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return corpus_.count(a) > corpus_.count(b); });
    const auto first = corpus_.words(longest_first.front());
    std::string text(corpus_.text(longest_first.front()));
    std::vector<std::uint32_t> known(first.begin(), first.end());  // the words of `text`
    for (std::size_t i = 1; i < longest_first.size() && known.size() <= most_merged_words; ++i) {
        const std::uint32_t other = longest_first[i];
        const auto words = corpus_.words(other);
        const Alignment alignment = align(words, known);
        if (alignment.matched >= words.size() ||
            static_cast<double>(alignment.matched) >= least_overlap * static_cast<double>(words.size())) {
            continue;
        }
        const std::string_view added = corpus_.text(other);
        if (const std::size_t behind = seam(known, words); behind > 0) {
            text += added.substr(corpus_.places(other)[behind - 1].end);
            known.insert(known.end(), words.begin() + static_cast<std::ptrdiff_t>(behind), words.end());
        } else if (const std::size_t before = seam(words, known); before > 0) {
            const std::size_t kept = words.size() - before;
            text = std::string(added.substr(0, corpus_.places(other)[kept].begin)) + text;
            known.insert(known.begin(), words.begin(), words.begin() + static_cast<std::ptrdiff_t>(kept));
        } else if (!added.empty()) {
            text += text.empty() ? "" : gap;
            text += added;
            known.insert(known.end(), words.begin(), words.end());
        }
    }
    return text;
}

Ghost GhostFinder::merge(const std::vector<std::uint32_t>& members, std::uint32_t ghost_index) {
    Ghost ghost;
    ghost.text = merged_text(members);
    Corpus pair;
    const std::uint32_t whole = pair.add(ghost.text);
    ghost.words = pair.count(whole);
    for (const std::uint32_t i : members) {
        ResolvedQuote& quote = *orphans_[i].quote;
        const Alignment alignment = align(corpus_.words(i), pair.words(whole), ShortRuns::beside);
        quote.source = ghost_ref(ghost_index);
        quote.match = corpus_.count(i) == 0 ? Match::unchecked : classify(alignment, corpus_.count(i), ghost.words);
        quote.agreement = corpus_.count(i) == 0
                              ? 0.0
                              : static_cast<double>(alignment.matched) / static_cast<double>(corpus_.count(i));
        if (ghost.author.empty()) ghost.author = quote.author;
        if (ghost.key.empty()) ghost.key = quote.source_key;
        if (ghost.quoted_by.empty() || ghost.quoted_by.back() != orphans_[i].post)
            ghost.quoted_by.push_back(orphans_[i].post);
    }
    return ghost;
}

std::vector<Ghost> GhostFinder::run() {
    Groups groups(orphans_);
    join_by_key_and_moment(groups);
    join_by_words(groups);
    std::vector<std::vector<std::uint32_t>> members(orphans_.size());
    for (std::uint32_t i = 0; i < orphans_.size(); ++i) members[groups.root(i)].push_back(i);
    std::vector<Ghost> ghosts;
    for (const auto& group : members) {
        const bool hollow =
            std::all_of(group.begin(), group.end(), [&](std::uint32_t i) { return orphans_[i].hollow; });
        if (!hollow) ghosts.push_back(merge(group, static_cast<std::uint32_t>(ghosts.size())));
    }
    return ghosts;
}

}  // namespace

std::vector<Ghost> find_ghosts(std::vector<ResolvedPost>& posts) {
    const bool any = std::any_of(posts.begin(), posts.end(), [](const ResolvedPost& post) {
        return std::any_of(post.quotes.begin(), post.quotes.end(),
                           [](const ResolvedQuote& quote) { return !quote.source; });
    });
    return any ? GhostFinder(posts).run() : std::vector<Ghost>();
}

}  // namespace rejoinder
