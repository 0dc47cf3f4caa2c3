#include "resolve/sources.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "base/unicode.hpp"
#include "resolve/alignment.hpp"
#include "resolve/fingerprints.hpp"
#include "resolve/moments.hpp"
#include "resolve/parts.hpp"

namespace rejoinder {

namespace {

constexpr std::size_t candidates_per_quote = 8;
constexpr double least_share = 0.6;             // of a quote's words that its source must hold
constexpr double share_under_other_name = 0.9;  // where the source was written under another name than the quote gives
constexpr std::size_t words_under_other_name = 8;
constexpr std::size_t short_quote = 5;          // fewer words than fingerprints surely find
constexpr std::size_t short_quote_posts = 200;  // posts of one author searched for a short quote, nearest first
constexpr std::size_t most_altered_words = 8;
constexpr std::size_t siblings = 50;     // quotes before and behind one in its post that are looked at
constexpr double unnamed_weight = 0.15;  // of a post whose writer is not known, beside one by the quoted person
constexpr double whole_weight = 3;       // of a post of which a quote repeats all words
constexpr double about_as_well = 0.1;    // of the words: by so much less a rival may hold

struct Found {
    std::uint32_t post = none;
    Alignment alignment;
    double share = 0;
    std::uint32_t rivals = 0;  // as in ResolvedQuote
    double rival_share = 0;
};

class SourceFinder {
public:
    SourceFinder(const Thread& thread, std::vector<ResolvedPost>& posts) : thread_(thread), posts_(posts) {}

    void run();

private:
    void index_posts();
    void index_names();
    void note_author(std::uint32_t post, const std::string& folded_name);
    Found best_by_fingerprints(std::uint32_t post, const ResolvedQuote& quote, std::uint32_t text);
    Found best_of_short(std::uint32_t post, const std::string& name, std::span<const std::uint32_t> words) const;
    void consider(std::uint32_t candidate, const std::string& name, std::uint32_t text, Found& best);
    void settle(ResolvedQuote& quote, std::uint32_t text, const Found& found);
    struct Open {
        std::uint32_t post;
        std::uint32_t quote;
        std::uint32_t text;
    };

    bool resolve_by_words(const Open& open);
    bool resolve_short(const Open& open);
    std::size_t surely_quoted(const ResolvedQuote& quote, std::uint32_t text) const;
    ResolvedQuote& quote_of(const Open& open) { return posts_[open.post].quotes[open.quote]; }
    void note_moments();
    bool resolve_by_moment(const Open& open);
    bool resolve_by_siblings(const Open& open);
    void correct_by_moments();
    template <typename Resolve>
    bool pass(Resolve resolve);

    const Thread& thread_;
    std::vector<ResolvedPost>& posts_;
    Corpus corpus_;  // text n < posts_.size() is the own text of post n
    FingerprintIndex index_;
    std::unordered_map<std::string_view, std::uint32_t> by_key_;
    std::vector<std::string> name_of_;  // folded author of each post; empty if unknown
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_author_;  // ascending
    std::vector<Open> quotes_;                                               // that no key settles
    std::vector<Open> open_;                                                 // those of them without a source so far
    std::vector<std::pair<std::uint32_t, double>> shares_;  // of candidates that may be of the quoted person
    Moments moments_;
};

void SourceFinder::index_posts() {
    std::size_t bytes = 0;
    for (const ResolvedPost& post : posts_) {
        bytes += post.text.size();
        for (const ResolvedQuote& quote : post.quotes) bytes += quote.text.size();
    }
    corpus_.reserve(bytes);
    by_key_.reserve(posts_.size());
    for (std::uint32_t post = 0; post < posts_.size(); ++post) {
        corpus_.add(posts_[post].text);
        posts_[post].words = corpus_.count(post);
        if (!thread_.posts[post].key.empty()) by_key_.emplace(thread_.posts[post].key, post);
    }
    const std::size_t own_words = corpus_.words();
    for (std::uint32_t post = 0; post < posts_.size(); ++post) {
        for (std::uint32_t i = 0; i < posts_[post].quotes.size(); ++i) {
            ResolvedQuote& quote = posts_[post].quotes[i];
            const std::uint32_t text = corpus_.add(quote.text);
            quote.words = corpus_.count(text);
            if (quote.source_key.empty()) {
                quotes_.push_back({post, i, text});
            } else if (const auto at = by_key_.find(quote.source_key); at != by_key_.end() && at->second < post) {
                settle(quote, text,
                       {at->second, align(corpus_.words(text), corpus_.words(at->second), ShortRuns::beside), 0, 0, 0});
            }
        }
    }
    open_ = quotes_;
    if (open_.empty()) return;
    index_.reserve(own_words);
    for (std::uint32_t post = 0; post < posts_.size(); ++post) index_.add(post, corpus_.words(post));
    index_.build();
}

void SourceFinder::note_author(std::uint32_t post, const std::string& folded_name) {
    name_of_[post] = folded_name;
    auto& posts = by_author_[folded_name];
    posts.insert(std::lower_bound(posts.begin(), posts.end(), post), post);
}

void SourceFinder::index_names() {
    name_of_.resize(posts_.size());
    for (std::uint32_t post = 0; post < posts_.size(); ++post) {
        if (!thread_.posts[post].author.empty()) note_author(post, fold(thread_.posts[post].author));
    }
}

/// Lays a quote along a candidate; the best so far is kept, and how well the others hold the words is noted.
void SourceFinder::consider(std::uint32_t candidate, const std::string& name, std::uint32_t text, Found& best) {
    const std::size_t words = corpus_.count(text);
    const bool other_name = !name.empty() && !name_of_[candidate].empty() && name_of_[candidate] != name;
    if (other_name && words < words_under_other_name) return;
    Found found{candidate, align(corpus_.words(text), corpus_.words(candidate), ShortRuns::beside), 0, 0, 0};
    found.share = static_cast<double>(found.alignment.matched) / static_cast<double>(words);
    if (!other_name) shares_.emplace_back(candidate, found.share);
    if (found.share < (other_name ? share_under_other_name : least_share)) return;
    // The right name decides between posts that hold the words equally well.
    const bool right_name = !name.empty() && name_of_[candidate] == name;
    const auto rank = [](const Found& f, bool named, std::size_t runs) {
        return f.share + (named ? 0.2 : 0.0) - 0.01 * static_cast<double>(runs);
    };
    const bool best_named = best.post != none && !name.empty() && name_of_[best.post] == name;
    if (best.post == none ||
        rank(found, right_name, found.alignment.runs.size()) > rank(best, best_named, best.alignment.runs.size())) {
        best = std::move(found);
    }
}

Found SourceFinder::best_by_fingerprints(std::uint32_t post, const ResolvedQuote& quote, std::uint32_t text) {
    const std::string name = fold(quote.author);
    Found best;
    shares_.clear();
    for (const auto& candidate : index_.find(corpus_.words(text), post, false, candidates_per_quote)) {
        consider(candidate.number, name, text, best);
    }
    for (const auto& [candidate, share] : shares_) {
        if (candidate == best.post) continue;
        best.rival_share = std::max(best.rival_share, share);
        if (best.post != none && share >= best.share - about_as_well) ++best.rivals;
    }
    return best;
}

/// Few words count only where they stand unbroken, in a post of the quoted person or of an unnamed one. Several may
/// hold them: people quote what is near, and whole posts rather than pieces of these.
Found SourceFinder::best_of_short(std::uint32_t post, const std::string& name,
                                  std::span<const std::uint32_t> words) const {
    Found found;
    if (words.empty()) return found;
    double best = 0;
    const auto look_at = [&](std::uint32_t candidate) {
        const std::size_t place = find_run(words, corpus_.words(candidate));
        if (place == corpus_.count(candidate)) return;
        const double named = name_of_[candidate] == name ? 1 : unnamed_weight;
        const double whole = words.size() == corpus_.count(candidate) ? whole_weight : 1;
        const double weight = named * whole / static_cast<double>(post - candidate);
        if (found.post != none) ++found.rivals, found.rival_share = 1;
        if (weight <= best) return;
        best = weight;
        found.post = candidate;
        found.share = 1;
        found.alignment.runs = {{0, place, words.size()}};
        found.alignment.matched = words.size();
    };
    const std::uint32_t first = post - std::min<std::uint32_t>(post, short_quote_posts);
    for (std::uint32_t candidate = post; candidate-- > first;) {
        if (name_of_[candidate].empty() || name_of_[candidate] == name) look_at(candidate);
    }
    const auto at = by_author_.find(name);
    if (found.post != none || at == by_author_.end()) return found;
    auto nearest = std::lower_bound(at->second.begin(), at->second.end(), first);
    for (std::size_t searched = 0; nearest != at->second.begin() && searched < short_quote_posts; ++searched) {
        look_at(*--nearest);
    }
    return found;
}

void SourceFinder::settle(ResolvedQuote& quote, std::uint32_t text, const Found& found) {
    quote.source = post_ref(found.post);
    quote.rivals = found.rivals;
    quote.rival_agreement = found.rival_share;
    quote.altered_words.clear();
    quote.match = classify(found.alignment, corpus_.count(text), corpus_.count(found.post));
    quote.agreement = corpus_.count(text) == 0
                          ? 0.0
                          : static_cast<double>(found.alignment.matched) / static_cast<double>(corpus_.count(text));
    if (quote.match != Match::altered) return;
    const Words places = corpus_.places(text);
    std::size_t next = 0;
    for (const CommonRun& run : found.alignment.runs) {
        for (; next < run.a && quote.altered_words.size() < most_altered_words; ++next) {
            const Word& word = places[next];
            quote.altered_words.emplace_back(quote.text, word.begin, word.end - word.begin);
        }
        next = run.a + run.length;
    }
    for (; next < corpus_.count(text) && quote.altered_words.size() < most_altered_words; ++next) {
        const Word& word = places[next];
        quote.altered_words.emplace_back(quote.text, word.begin, word.end - word.begin);
    }
}

bool SourceFinder::resolve_by_words(const Open& open) {
    ResolvedQuote& quote = quote_of(open);
    const Found found = best_by_fingerprints(open.post, quote, open.text);
    quote.rival_agreement = std::max(quote.rival_agreement, found.rival_share);
    if (found.post == none) return false;
    settle(quote, open.text, found);
    // The quote names its source: what the page left unnamed may now help other quotes.
    if (name_of_[found.post].empty() && !quote.author.empty() && quote.depth == 1) {
        note_author(found.post, fold(quote.author));
    }
    return true;
}

/// Where nothing told its end a quote may have got words of its quoter; its first line is quoted in any case.
std::size_t SourceFinder::surely_quoted(const ResolvedQuote& quote, std::uint32_t text) const {
    const bool guessed = quote.boundary == BoundaryEvidence::layout || quote.boundary == BoundaryEvidence::only_text ||
                         quote.boundary == BoundaryEvidence::own_quoted;
    const std::size_t line = guessed ? quote.text.find('\n') : std::string::npos;
    const std::size_t all = corpus_.count(text);
    if (line == std::string::npos) return all;
    return std::min(all, split_words(std::string_view(quote.text).substr(0, line)).size());
}

bool SourceFinder::resolve_short(const Open& open) {
    ResolvedQuote& quote = quote_of(open);
    const auto words = corpus_.words(open.text).first(surely_quoted(quote, open.text));
    if (quote.author.empty() || (words.size() >= 2 * short_quote && words.size() == corpus_.count(open.text))) {
        return false;
    }
    const Found found = best_of_short(open.post, fold(quote.author), words);
    if (found.post == none) return false;
    settle(quote, open.text, found);
    return true;
}

/// Which posts stand behind which moments: those that print their time and writer, and those whose words are quoted.
void SourceFinder::note_moments() {
    moments_ = {};
    const auto dated = [&](const Open& open) { return names_minute(quote_of(open).time); };
    if (std::none_of(quotes_.begin(), quotes_.end(), dated)) return;
    for (std::uint32_t post = 0; post < posts_.size(); ++post) {
        if (!thread_.posts[post].author.empty()) moments_.note(post, name_of_[post], thread_.posts[post].time, 0);
        for (const ResolvedQuote& quote : posts_[post].quotes) {
            const auto words = static_cast<std::uint32_t>(quote.agreement * quote.words + 0.5);
            if (quote.source && words > 0) moments_.note(quote.source->index, fold(quote.author), quote.time, words);
        }
    }
}

/// A person writes hardly more than one post a minute.
bool SourceFinder::resolve_by_moment(const Open& open) {
    ResolvedQuote& quote = quote_of(open);
    const std::uint32_t post = moments_.find(fold(quote.author), quote.time);
    if (post == none || post >= open.post) return false;
    settle(quote, open.text, {post, align(corpus_.words(open.text), corpus_.words(post), ShortRuns::beside), 0, 0, 0});
    return true;
}

/// Whoever answers a post piece by piece quotes it several times: a piece that is not found goes with the others of one
/// writer and one printed time, if they agree.
bool SourceFinder::resolve_by_siblings(const Open& open) {
    ResolvedQuote& quote = quote_of(open);
    if (quote.author.empty() || quote.time.text.empty()) return false;
    std::optional<Ref> source;
    const auto& quotes = posts_[open.post].quotes;
    const std::size_t first = open.quote - std::min<std::size_t>(open.quote, siblings);
    const std::size_t last = std::min(quotes.size(), open.quote + siblings + 1);
    for (std::size_t i = first; i < last; ++i) {
        const ResolvedQuote& other = quotes[i];
        if (!other.source || other.depth != quote.depth || other.author != quote.author) continue;
        if (other.time.text != quote.time.text || other.agreement * other.words < words_under_other_name) continue;
        if (source && *source != *other.source) return false;
        source = other.source;
    }
    if (!source) return false;
    const std::uint32_t post = source->index;
    settle(quote, open.text, {post, align(corpus_.words(open.text), corpus_.words(post), ShortRuns::beside), 0, 0, 0});
    return true;
}

/// Few words may stand in several posts; where others show which post the moment belongs to, that one is meant.
void SourceFinder::correct_by_moments() {
    for (const Open& open : quotes_) {
        const ResolvedQuote& quote = quote_of(open);
        if (!quote.source || quote.agreement * quote.words >= words_under_other_name) continue;
        const std::uint32_t post = moments_.find(fold(quote.author), quote.time);
        if (post == none || post_ref(post) == *quote.source) continue;
        if (find_run(corpus_.words(open.text), corpus_.words(post)) < corpus_.count(post)) resolve_by_moment(open);
    }
}

/// One look at every open quote; true if any was settled.
template <typename Resolve>
bool SourceFinder::pass(Resolve resolve) {
    return std::erase_if(open_, resolve) > 0;
}

void SourceFinder::run() {
    index_posts();
    if (open_.empty()) return;
    index_names();
    pass([&](const Open& open) { return resolve_by_words(open); });
    // Each name that is recovered may settle short quotes; three passes reach all but contrived chains.
    for (int i = 0; i < 3; ++i) {
        note_moments();
        bool settled = pass([&](const Open& open) { return resolve_by_moment(open); });
        settled |= pass([&](const Open& open) { return resolve_by_words(open) || resolve_short(open); });
        if (!settled) break;
    }
    pass([&](const Open& open) { return resolve_by_siblings(open); });
    note_moments();
    correct_by_moments();
}

}  // namespace

void find_sources(const Thread& thread, std::vector<ResolvedPost>& posts) {
    SourceFinder(thread, posts).run();
}

}  // namespace rejoinder
