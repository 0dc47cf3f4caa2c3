#include "resolve/boundaries.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "base/unicode.hpp"
#include "resolve/alignment.hpp"
#include "resolve/corpus.hpp"
#include "resolve/fingerprints.hpp"
#include "resolve/layout.hpp"

namespace rejoinder {

namespace {

constexpr std::size_t candidates_per_quote = 6;
constexpr std::size_t words_to_look_up = 64;
constexpr std::size_t least_agreement = 4;  // fewer words that agree are no evidence
constexpr double agree = 2.0;               // value of quoting a word that stands in the source
constexpr double differ = -0.6;             // of quoting one that does not
constexpr double owned = -2.0;              // of quoting one that others quote as the writer's own
constexpr double within_line = 3.0;         // what a cut inside a line must gain over one at its end
constexpr double near_tie = 2.0;

/// A block of own text; with `quote`, the words of an open quote and then own text: where the cut lies is the question.
struct Passage {
    std::uint32_t post = 0;
    std::uint32_t part = 0;            // in PostParts::own
    std::uint32_t quote = none;        // in PostParts::quotes
    std::string author;                // folded, of the quote
    std::vector<std::uint8_t> quoted;  // by word: agrees with a source
    std::vector<std::uint8_t> own;     // by word: others quote it as this writer's own
    BoundaryEvidence evidence = BoundaryEvidence::layout;
    std::vector<std::uint32_t> witnesses;      // posts that agree with what is quoted
    std::vector<std::uint32_t> own_witnesses;  // posts that quote what follows
};

/// How one passage's beginning lies in another.
struct Agreement {
    std::uint32_t other = 0;
    Alignment alignment;
    double score = 0;
    bool same_quote = false;  // the other quotes the same author: both repeat a third post
};

class BoundaryFinder {
public:
    explicit BoundaryFinder(std::vector<PostParts>& posts) : posts_(posts) {}

    void run();

private:
    struct Cut {
        std::size_t offset = 0;
        double score = 0;
        double runner_up = 0;
    };

    void collect();
    void gather_evidence(std::uint32_t number);
    bool quote_the_same(const Passage& a, const Passage& b) const;
    Agreement compare(std::uint32_t number, std::uint32_t other) const;
    void mark(std::uint32_t number, const Agreement& best);
    Cut cut_by_agreement(std::uint32_t number, const Words& words, const std::vector<Break>& breaks) const;
    std::size_t cut_before_own(std::uint32_t number, const Words& words, const std::vector<Break>& breaks) const;
    void decide(std::uint32_t number);
    void cut(Passage& passage, std::size_t offset);

    std::vector<PostParts>& posts_;
    std::vector<Passage> passages_;  // number of a passage = number of its text in corpus_
    Corpus corpus_;
    FingerprintIndex index_;
};

void BoundaryFinder::collect() {
    std::size_t bytes = 0;
    for (const PostParts& parts : posts_) {
        for (const OwnPart& own : parts.own) bytes += own.text.size();
    }
    corpus_.reserve(bytes);
    for (std::uint32_t post = 0; post < posts_.size(); ++post) {
        for (std::uint32_t part = 0; part < posts_[post].own.size(); ++part) {
            const OwnPart& own = posts_[post].own[part];
            Passage passage{post, part, own.open_quote, {}, {}, {}, BoundaryEvidence::layout, {}, {}};
            const std::uint32_t number = corpus_.add(own.text);
            if (passage.quote != none) {
                passage.author = fold(posts_[post].quotes[passage.quote].author);
                passage.quoted.resize(corpus_.count(number));
            }
            passage.own.resize(corpus_.count(number));
            passages_.push_back(std::move(passage));
        }
    }
    index_.reserve(corpus_.words());
    for (std::uint32_t number = 0; number < passages_.size(); ++number) index_.add(number, corpus_.words(number));
    index_.build();
}

/// Whether two quotes may be of one post. Else what they share is the earlier writer's own: people do quote themselves.
bool BoundaryFinder::quote_the_same(const Passage& a, const Passage& b) const {
    if (a.quote == none || b.quote == none || a.author != b.author) return false;
    const Passage& earlier = a.post < b.post ? a : b;
    const Passage& later = a.post < b.post ? b : a;
    return may_quote_one_post(posts_[earlier.post].quotes[earlier.quote].time,
                              posts_[later.post].quotes[later.quote].time);
}

Agreement BoundaryFinder::compare(std::uint32_t number, std::uint32_t other) const {
    const Passage& passage = passages_[number];
    Agreement agreement{other, align(corpus_.words(number), corpus_.words(other)), 0, false};
    agreement.same_quote = quote_the_same(passage, passages_[other]);
    // A quote begins where its source's words begin to agree: what agrees only later is the writer's own echo.
    double sum = 0;
    std::size_t at = 0;
    for (const CommonRun& run : agreement.alignment.runs) {
        sum += differ * static_cast<double>(run.a - at) + agree * static_cast<double>(run.length);
        agreement.score = std::max(agreement.score, sum);
        at = run.a + run.length;
    }
    return agreement;
}

void BoundaryFinder::mark(std::uint32_t number, const Agreement& best) {
    Passage& passage = passages_[number];
    Passage& other = passages_[best.other];
    for (const CommonRun& run : best.alignment.runs) {
        for (std::size_t i = 0; i < run.length; ++i) {
            passage.quoted[run.a + i] = 1;
            if (!best.same_quote) other.own[run.b + i] = 1;
        }
    }
    passage.evidence = best.same_quote ? BoundaryEvidence::shared_quote : BoundaryEvidence::known_post;
    passage.witnesses.push_back(other.post);
    if (!best.same_quote && other.quote != none) other.own_witnesses.push_back(passage.post);
}

void BoundaryFinder::gather_evidence(std::uint32_t number) {
    const Passage& passage = passages_[number];
    if (passage.quote == none) return;
    // The quote stands at the beginning; so many words find its source.
    const auto words = corpus_.words(number);
    const auto beginning = words.first(std::min(words.size(), words_to_look_up));
    const auto candidates = index_.find(beginning, number, true, candidates_per_quote);
    std::vector<Agreement> agreements;
    for (const auto& candidate : candidates) {
        const bool later = passages_[candidate.number].post > passage.post;
        Agreement agreement = compare(number, candidate.number);
        // A later post is no source; it can only be a witness that quotes the same.
        if (later && !agreement.same_quote) continue;
        if (passages_[candidate.number].post == passage.post) continue;
        if (agreement.alignment.matched < least_agreement || agreement.score <= 0) continue;
        agreements.push_back(std::move(agreement));
    }
    if (agreements.empty()) return;
    const auto best = std::max_element(agreements.begin(), agreements.end(),
                                       [](const Agreement& a, const Agreement& b) { return a.score < b.score; });
    mark(number, *best);
    // Other quotes that agree as far are witnesses too.
    for (const Agreement& agreement : agreements) {
        if (&agreement == &*best || agreement.same_quote != best->same_quote) continue;
        if (agreement.score >= 0.9 * best->score)
            passages_[number].witnesses.push_back(passages_[agreement.other].post);
    }
}

/// The cut that quotes the most words that agree and the fewest that do not.
BoundaryFinder::Cut BoundaryFinder::cut_by_agreement(std::uint32_t number, const Words& words,
                                                     const std::vector<Break>& breaks) const {
    const Passage& passage = passages_[number];
    Cut best{corpus_.text(number).size(), -INFINITY, -INFINITY};
    Cut inner = best;
    const auto offer = [&](std::size_t offset, double score) {
        if (score > best.score) {
            best = {offset, score, best.score};
        } else {
            best.runner_up = std::max(best.runner_up, score);
        }
    };
    double sum = 0;
    std::size_t next = 0;
    for (std::size_t i = 0; i < passage.quoted.size(); ++i) {
        const Word& word = words[i];
        for (; next < breaks.size() && breaks[next].end <= word.begin; ++next) offer(breaks[next].end, sum);
        sum += passage.quoted[i] != 0 ? agree : passage.own[i] != 0 ? owned : differ;
        if (passage.quoted[i] != 0 && sum > inner.score) inner = {word.end, sum, 0};
    }
    for (; next < breaks.size(); ++next) offer(breaks[next].end, sum);
    offer(corpus_.text(number).size(), sum);
    if (inner.score < best.score + within_line) return best;
    // Signs behind the last word that agrees belong to it.
    const std::string_view text = corpus_.text(number);
    while (inner.offset < text.size() && static_cast<unsigned char>(text[inner.offset]) > ' ') ++inner.offset;
    return {inner.offset, inner.score, best.score};
}

/// The last line that begins before the first word that others quote as the writer's own.
std::size_t BoundaryFinder::cut_before_own(std::uint32_t number, const Words& words,
                                           const std::vector<Break>& breaks) const {
    const std::vector<std::uint8_t>& own = passages_[number].own;
    const auto first = static_cast<std::size_t>(std::find(own.begin(), own.end(), 1) - own.begin());
    const std::size_t begin = words[first].begin;
    std::size_t offset = 0;
    for (const Break& gap : breaks) {
        if (gap.end <= begin) offset = gap.end;
    }
    return offset;
}

void BoundaryFinder::decide(std::uint32_t number) {
    Passage& passage = passages_[number];
    if (passage.quote == none) return;
    ResolvedQuote& quote = posts_[passage.post].quotes[passage.quote];
    const std::string_view text = corpus_.text(number);
    const std::vector<Break> breaks = line_breaks(text);
    const auto any = [](const std::vector<std::uint8_t>& marks) {
        return std::find(marks.begin(), marks.end(), 1) != marks.end();
    };
    const bool agrees = any(passage.quoted);
    const bool echoed = any(passage.own);
    const Words words = agrees || echoed ? corpus_.places(number) : Words();
    if (agrees) {
        const Cut best = cut_by_agreement(number, words, breaks);
        quote.boundary = passage.evidence;
        quote.boundary_ambiguous = best.score - best.runner_up < near_tie;
        cut(passage, best.offset);
    } else if (const std::size_t offset = echoed ? cut_before_own(number, words, breaks) : 0; offset > 0) {
        quote.boundary = BoundaryEvidence::own_quoted;
        passage.witnesses = std::move(passage.own_witnesses);
        cut(passage, offset);
    } else {
        const LayoutCut guess = cut_by_layout(text, breaks);
        quote.boundary = breaks.empty() ? BoundaryEvidence::only_text : BoundaryEvidence::layout;
        quote.boundary_ambiguous = guess.ambiguous;
        cut(passage, guess.offset);
    }
}

void BoundaryFinder::cut(Passage& passage, std::size_t offset) {
    PostParts& parts = posts_[passage.post];
    OwnPart& own = parts.own[passage.part];
    ResolvedQuote& quote = parts.quotes[passage.quote];
    append_paragraphs(quote.text, trim(own.text.substr(0, offset)));
    own.text = trim(own.text.substr(offset));
    own.open_quote = none;
    std::sort(passage.witnesses.begin(), passage.witnesses.end());
    passage.witnesses.erase(std::unique(passage.witnesses.begin(), passage.witnesses.end()), passage.witnesses.end());
    quote.boundary_witnesses = passage.witnesses;
}

void BoundaryFinder::run() {
    collect();
    for (std::uint32_t number = 0; number < passages_.size(); ++number) gather_evidence(number);
    for (std::uint32_t number = 0; number < passages_.size(); ++number) decide(number);
}

}  // namespace

void find_boundaries(std::vector<PostParts>& posts) {
    const bool open = std::any_of(posts.begin(), posts.end(), [](const PostParts& parts) {
        return std::any_of(parts.own.begin(), parts.own.end(),
                           [](const OwnPart& own) { return own.open_quote != none; });
    });
    if (open) BoundaryFinder(posts).run();
}

}  // namespace rejoinder
