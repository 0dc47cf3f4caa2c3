#include "resolve/nested.hpp"

#include <algorithm>
#include <string>

#include "base/unicode.hpp"
#include "resolve/alignment.hpp"
#include "resolve/corpus.hpp"
#include "resolve/fingerprints.hpp"
#include "resolve/layout.hpp"

namespace rejoinder {

namespace {

constexpr std::size_t candidates_per_nest = 8;
constexpr std::size_t least_agreement = 4;   // fewer words that agree are no evidence
constexpr std::uint32_t most_levels = 16;    // of a nest that get words; those farther out stay empty
constexpr std::size_t quotes_per_post = 50;  // that are looked at to see whom a post quotes

class NestDivider {
public:
    NestDivider(const Thread& thread, std::vector<PostParts>& posts) : thread_(thread), posts_(posts) {}

    void run(const std::vector<OpenNest>& nests);

private:
    struct Place {
        std::uint32_t post;
        std::uint32_t part;
    };
    /// Where the words of one quote of a nest lie in the block, in bytes.
    struct Stretch {
        std::uint32_t post = none;  // that holds them
        std::size_t begin = 0;
        std::size_t end = 0;
    };

    void index_own_words();
    bool may_hold(std::uint32_t post, const ResolvedQuote& outer, const ResolvedQuote& inner) const;
    Stretch find_outer(const OpenNest& nest, std::uint32_t number, std::uint32_t inner, std::size_t after) const;
    void divide(const OpenNest& nest);

    const Thread& thread_;
    std::vector<PostParts>& posts_;
    std::vector<Place> places_;         // number of a place = number of its text in corpus_
    std::vector<std::uint32_t> first_;  // by post: its first place
    Corpus corpus_;
    FingerprintIndex index_;
};

void NestDivider::index_own_words() {
    for (std::uint32_t post = 0; post < posts_.size(); ++post) {
        first_.push_back(static_cast<std::uint32_t>(places_.size()));
        for (std::uint32_t part = 0; part < posts_[post].own.size(); ++part) {
            index_.add(static_cast<std::uint32_t>(places_.size()),
                       corpus_.words(corpus_.add(posts_[post].own[part].text)));
            places_.push_back({post, part});
        }
    }
    index_.build();
}

/// Whether the outer quote may be of this post: by the same writer, as far as is known, and quoting the person inside.
bool NestDivider::may_hold(std::uint32_t post, const ResolvedQuote& outer, const ResolvedQuote& inner) const {
    const std::string& author = thread_.posts[post].author;
    if (!author.empty() && !outer.author.empty() && fold(author) != fold(outer.author)) return false;
    const std::string quoted = fold(inner.author);
    const auto& quotes = posts_[post].quotes;
    const auto last = quotes.begin() + static_cast<std::ptrdiff_t>(std::min(quotes.size(), quotes_per_post));
    return std::any_of(quotes.begin(), last, [&](const ResolvedQuote& quote) { return fold(quote.author) == quoted; });
}

NestDivider::Stretch NestDivider::find_outer(const OpenNest& nest, std::uint32_t number, std::uint32_t inner,
                                             std::size_t after) const {
    const std::vector<ResolvedQuote>& quotes = posts_[nest.post].quotes;
    Corpus block;
    const auto words = block.words(block.add(nest.text));
    Alignment best;
    Stretch stretch;
    for (const auto& candidate : index_.find(words, number, false, candidates_per_nest)) {
        const auto [post, part] = places_[candidate.number];
        if (post >= nest.post || !may_hold(post, quotes[inner - 1], quotes[inner])) continue;
        // Of an earlier nest only what its division left is its writer's own.
        const OwnPart& own = posts_[post].own[part];
        if (own.open_quote != none) continue;
        Corpus left;
        Alignment alignment = align(words, left.words(left.add(own.text)));
        if (alignment.matched < least_agreement || alignment.matched <= best.matched) continue;
        best = std::move(alignment);
        stretch.post = post;
    }
    if (stretch.post == none) return stretch;
    const Words places = block.places(0);
    const std::size_t first_word = places[best.runs.front().a].begin;
    const std::size_t last_word = places[best.runs.back().a + best.runs.back().length - 1].end;
    stretch.end = nest.text.size();
    for (const Break& gap : line_breaks(nest.text)) {
        if (gap.end <= first_word) stretch.begin = gap.end;
        if (gap.end >= last_word) stretch.end = std::min(stretch.end, gap.end);
    }
    if (stretch.begin < after || stretch.end <= stretch.begin) stretch.post = none;
    return stretch;
}

void NestDivider::divide(const OpenNest& nest) {
    PostParts& parts = posts_[nest.post];
    const std::uint32_t number = first_[nest.post] + nest.part;
    std::size_t end = 0;
    std::uint32_t inner = nest.innermost;
    for (; inner > 0 && parts.quotes[inner].depth > 1 && nest.innermost - inner < most_levels; --inner) {
        const Stretch stretch = find_outer(nest, number, inner, end);
        if (stretch.post == none) break;
        ResolvedQuote& outer = parts.quotes[inner - 1];
        if (inner == nest.innermost) {
            append_paragraphs(parts.quotes[inner].text, trim(nest.text.substr(0, stretch.begin)));
            parts.quotes[inner].boundary = BoundaryEvidence::known_post;
            parts.quotes[inner].boundary_witnesses = {stretch.post};
        }
        append_paragraphs(outer.text, trim(nest.text.substr(stretch.begin, stretch.end - stretch.begin)));
        outer.boundary = BoundaryEvidence::known_post;
        outer.boundary_witnesses = {stretch.post};
        end = stretch.end;
    }
    OwnPart& own = parts.own[nest.part];
    if (end > 0) {
        own.text = trim(nest.text.substr(end));
    } else {
        own.open_quote = nest.innermost;
    }
}

void NestDivider::run(const std::vector<OpenNest>& nests) {
    index_own_words();
    for (const OpenNest& nest : nests) divide(nest);
}

}  // namespace

std::vector<OpenNest> take_open_nests(std::vector<PostParts>& posts) {
    std::vector<OpenNest> nests;
    for (std::uint32_t post = 0; post < posts.size(); ++post) {
        for (std::uint32_t part = 0; part < posts[post].own.size(); ++part) {
            OwnPart& own = posts[post].own[part];
            if (own.open_quote == none || posts[post].quotes[own.open_quote].depth < 2) continue;
            nests.push_back({post, part, own.open_quote, own.text});
            own.open_quote = none;
        }
    }
    return nests;
}

void divide_nests(const Thread& thread, const std::vector<OpenNest>& nests, std::vector<PostParts>& posts) {
    if (!nests.empty()) NestDivider(thread, posts).run(nests);
}

}  // namespace rejoinder
