#include "resolve/boundaries.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <string>

#include "base/unicode.hpp"
#include "resolve/alignment.hpp"
#include "resolve/corpus.hpp"
#include "resolve/fingerprints.hpp"
#include "resolve/layout.hpp"

namespace rejoinder {

namespace {

constexpr std::size_t candidates_per_quote = 6;
constexpr std::size_t words_to_look_up = 64;
constexpr double least_agreement = 4;  // fewer words that agree are no evidence
constexpr double agree = 2.0;          // value of quoting a word that stands in the source
constexpr double differ = -0.6;        // of quoting one that does not
constexpr double owned = -2.0;         // of quoting one that others quote as the writer's own
constexpr double within_line = 3.0;    // what a cut inside a line must gain over one at its end
constexpr double near_tie = 2.0;
constexpr float letter_weight = 0.25F;  // of a letter that is a word (scripts without spaces), in words
constexpr double least_unspaced = 2.0;  // weight of letters that agree by more than chance
constexpr std::size_t late_start = 8;   // words: a quote's source agrees nearly from its first word on
constexpr std::size_t early_start = 3;
constexpr double least_of_source = 0.5;  // of the words that agree with another quote, for a source to be believed
constexpr std::size_t short_quote = 5;
constexpr std::size_t short_quote_posts = 40;      // searched for a short quote, nearest first,
constexpr std::size_t short_quote_words = 20'000;  // and how many words of them

/// A block of own text; with `quote`, the words of an open quote and then own text: where the cut lies is the question.
struct Passage {
    std::uint32_t post = 0;
    std::uint32_t part = 0;          // in PostParts::own
    std::uint32_t quote = none;      // in PostParts::quotes
    std::uint32_t outermost = none;  // as in OwnPart
    std::string author;              // folded, of the quote
    std::size_t first = 0;           // its first word, counted over the thread
    std::size_t count = 0;           // its words
    std::size_t quoted = 0;          // how many of them an agreement has shown to be quoted
    std::size_t said = 0;            // how many stand before the cut
    std::size_t offset = 0;          // bytes: where the quote's words end
    BoundaryEvidence evidence = BoundaryEvidence::layout;
    bool ambiguous = false;
    std::vector<std::uint32_t> witnesses;      // posts that agree with what is quoted
    std::vector<std::uint32_t> own_witnesses;  // posts that quote what follows

    /// Whether a quote that quotes may begin here: behind the inner one's words the outer one's may stand.
    bool nested() const { return quote != none && outermost < quote; }
};

/// How words lie in another post.
struct Agreement {
    std::uint32_t post = 0;
    std::uint32_t passage = none;  // the other's passage, if it quotes the same post
    std::vector<CommonRun> runs;   // `b` counts words over the thread
    double matched = 0;            // weight of the words in them
    double score = 0;
    bool same_quote = false;
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
    void list_own_words();
    std::vector<Agreement> agreements(std::uint32_t number, const std::string& author, std::uint32_t quote,
                                      std::size_t skipped) const;
    void gather_evidence(std::uint32_t number);
    bool quote_the_same(std::uint32_t post, std::uint32_t quote, const std::string& author, const Passage& other) const;
    std::size_t words_of_first_line(std::uint32_t number) const;
    std::uint32_t source_of_short(std::uint32_t number, std::size_t words) const;
    void weigh(Agreement& agreement, std::size_t first) const;
    void mark(Passage& passage, const Agreement& best);
    Cut cut_by_agreement(std::uint32_t number, const Words& words, const std::vector<Break>& breaks) const;
    std::size_t cut_before_own(std::uint32_t number, const Words& words, const std::vector<Break>& breaks) const;
    void decide(std::uint32_t number);
    void cut_enclosing(std::uint32_t number);
    void cut(Passage& passage);

    std::vector<PostParts>& posts_;
    std::vector<Passage> passages_;             // number of a passage = number of its text in corpus_
    std::vector<std::uint32_t> first_passage_;  // of each post, and one past the last
    Corpus corpus_;
    FingerprintIndex index_;                 // of posts, by all their words outside printed quotes
    std::vector<float> weight_;              // by word of the thread
    std::vector<std::uint8_t> quoted_;       // by word: agrees with a source
    std::vector<std::uint8_t> own_;          // by word: others quote it as this writer's own
    std::vector<std::uint32_t> own_words_;   // hashes of the words that are not known to be quoted
    std::vector<std::uint32_t> own_places_;  // which words of the thread these are
    std::vector<std::size_t> own_first_;     // of each post, in own_words_, and one past the last
};

/// A letter of a script without spaces touches its neighbours; one that agrees says less than a word that does.
void append_weights(std::string_view text, const Words& words, std::vector<float>& weights) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool touches = (i > 0 && words[i - 1].end == words[i].begin) ||
                             (i + 1 < words.size() && words[i].end == words[i + 1].begin);
        const bool letter = touches && static_cast<unsigned char>(text[words[i].begin]) >= 0xE0U;
        weights.push_back(letter ? letter_weight : 1.0F);
    }
}

void BoundaryFinder::collect() {
    std::size_t bytes = 0;
    for (const PostParts& parts : posts_) {
        for (const OwnPart& own : parts.own) bytes += own.text.size();
    }
    corpus_.reserve(bytes);
    for (std::uint32_t post = 0; post < posts_.size(); ++post) {
        first_passage_.push_back(static_cast<std::uint32_t>(passages_.size()));
        for (std::uint32_t part = 0; part < posts_[post].own.size(); ++part) {
            const OwnPart& own = posts_[post].own[part];
            Passage passage;
            passage.post = post;
            passage.part = part;
            passage.quote = own.open_quote;
            passage.outermost = own.outermost;
            passage.first = corpus_.words();
            const std::uint32_t number = corpus_.add(own.text);
            passage.count = corpus_.count(number);
            if (passage.quote != none) passage.author = fold(posts_[post].quotes[passage.quote].author);
            append_weights(own.text, corpus_.places(number), weight_);
            passages_.push_back(std::move(passage));
        }
    }
    first_passage_.push_back(static_cast<std::uint32_t>(passages_.size()));
    quoted_.resize(corpus_.words());
    own_.resize(corpus_.words());
    list_own_words();
    index_.reserve(corpus_.words());
    for (std::uint32_t post = 0; post < posts_.size(); ++post) {
        index_.add(post, std::span(own_words_).subspan(own_first_[post], own_first_[post + 1] - own_first_[post]));
    }
    index_.build();
}

/// A post's words in one piece, so that a quote that spans several of its blocks agrees with all of them.
void BoundaryFinder::list_own_words() {
    own_words_.clear();
    own_places_.clear();
    own_first_.clear();
    for (std::uint32_t post = 0; post < posts_.size(); ++post) {
        own_first_.push_back(own_words_.size());
        for (std::uint32_t number = first_passage_[post]; number < first_passage_[post + 1]; ++number) {
            const auto words = corpus_.words(number);
            for (std::size_t i = passages_[number].quoted; i < words.size(); ++i) {
                own_words_.push_back(words[i]);
                own_places_.push_back(static_cast<std::uint32_t>(passages_[number].first + i));
            }
        }
    }
    own_first_.push_back(own_words_.size());
}

/// Whether two quotes may be of one post. Else what they share is the earlier writer's own: people do quote themselves.
bool BoundaryFinder::quote_the_same(std::uint32_t post, std::uint32_t quote, const std::string& author,
                                    const Passage& other) const {
    if (other.quote == none || author != other.author) return false;
    const PrintedTime& time = posts_[post].quotes[quote].time;
    const PrintedTime& other_time = posts_[other.post].quotes[other.quote].time;
    return post < other.post ? may_quote_one_post(time, other_time) : may_quote_one_post(other_time, time);
}

/// Drops runs of a few letters and adds up. `first` is the word of the thread with which the words begin.
void BoundaryFinder::weigh(Agreement& agreement, std::size_t first) const {
    const auto weight = [&](std::size_t from, std::size_t to) {
        double sum = 0;
        for (std::size_t i = from; i < to; ++i) sum += weight_[first + i];
        return sum;
    };
    std::erase_if(agreement.runs, [&](const CommonRun& run) {
        const double heavy = weight(run.a, run.a + run.length);
        return heavy < least_unspaced && heavy < static_cast<double>(run.length);
    });
    // A quote begins where its source's words begin to agree: what agrees only later is the writer's own echo.
    double sum = 0;
    std::size_t at = 0;
    for (const CommonRun& run : agreement.runs) {
        const double heavy = weight(run.a, run.a + run.length);
        sum += differ * weight(at, run.a) + agree * heavy;
        agreement.matched += heavy;
        agreement.score = std::max(agreement.score, sum);
        at = run.a + run.length;
    }
}

/// How the words of a passage behind the first `skipped` lie in the few posts that share most with their beginning,
/// if they are quoted from `author`.
std::vector<Agreement> BoundaryFinder::agreements(std::uint32_t number, const std::string& author, std::uint32_t quote,
                                                  std::size_t skipped) const {
    const Passage& passage = passages_[number];
    const auto words = corpus_.words(number).subspan(skipped);
    const std::size_t first = passage.first + skipped;
    std::vector<Agreement> found;
    const auto keep = [&](Agreement agreement) {
        weigh(agreement, first);
        if (agreement.runs.empty() || agreement.matched < least_agreement || agreement.score <= 0) return;
        if (!agreement.same_quote && agreement.runs.front().a > late_start) return;
        found.push_back(std::move(agreement));
    };
    const auto beginning = words.first(std::min(words.size(), words_to_look_up));
    for (const auto& candidate : index_.find(beginning, passage.post, true, candidates_per_quote)) {
        const std::uint32_t post = candidate.number;
        for (std::uint32_t other = first_passage_[post]; other < first_passage_[post + 1]; ++other) {
            const Passage& witness = passages_[other];
            // Both may go on with what the outer quote's source wrote.
            if (witness.nested() || !quote_the_same(passage.post, quote, author, witness)) continue;
            const auto said = corpus_.words(other).first(passage.nested() ? witness.said : witness.count);
            Agreement same{post, other, align(words, said).runs, 0, 0, true};
            for (CommonRun& run : same.runs) run.b += passages_[other].first;
            keep(std::move(same));
        }
        // A later post is no source; it can only be a witness that quotes the same.
        if (post > passage.post) continue;
        const std::size_t begin = own_first_[post];
        const auto own = std::span(own_words_).subspan(begin, own_first_[post + 1] - begin);
        Agreement source{post, none, align(words, own).runs, 0, 0, false};
        for (CommonRun& run : source.runs) run.b += begin;
        keep(std::move(source));
    }
    // A source that is shown knows better where its words end than another quote of it does. One of which as many words
    // agree with a quote that stands in it may be that quote's source only in appearance.
    double most = 0;
    for (const Agreement& agreement : found) most = std::max(most, agreement.matched);
    const auto rank = [&](const Agreement& agreement) {
        const bool early = agreement.runs.front().a <= early_start;
        return early && !agreement.same_quote && agreement.matched >= least_of_source * most ? 2 : early ? 1 : 0;
    };
    std::stable_sort(found.begin(), found.end(), [&](const Agreement& a, const Agreement& b) {
        return rank(a) != rank(b) ? rank(a) > rank(b) : a.score > b.score;
    });
    return found;
}

void BoundaryFinder::mark(Passage& passage, const Agreement& best) {
    for (const CommonRun& run : best.runs) {
        for (std::size_t i = 0; i < run.length; ++i) {
            quoted_[passage.first + run.a + i] = 1;
            if (!best.same_quote) own_[own_places_[run.b + i]] = 1;
        }
    }
    passage.evidence = best.same_quote ? BoundaryEvidence::shared_quote : BoundaryEvidence::known_post;
    passage.witnesses.push_back(best.post);
    if (best.same_quote) return;
    for (std::uint32_t other = first_passage_[best.post]; other < first_passage_[best.post + 1]; ++other) {
        if (passages_[other].quote != none) passages_[other].own_witnesses.push_back(passage.post);
    }
}

std::size_t BoundaryFinder::words_of_first_line(std::uint32_t number) const {
    const std::string_view text = corpus_.text(number);
    return count_words(text.substr(0, text.find('\n')));
}

/// The nearest earlier post in whose own words the passage's first so many stand unbroken.
std::uint32_t BoundaryFinder::source_of_short(std::uint32_t number, std::size_t words) const {
    const std::uint32_t post = passages_[number].post;
    std::size_t searched = 0;
    for (std::uint32_t back = 1; back <= std::min<std::size_t>(post, short_quote_posts); ++back) {
        const std::size_t begin = own_first_[post - back];
        const auto own = std::span(own_words_).subspan(begin, own_first_[post - back + 1] - begin);
        searched += own.size();
        if (searched > short_quote_words) break;
        if (find_run(corpus_.words(number).first(words), own) < own.size()) return post - back;
    }
    return none;
}

void BoundaryFinder::gather_evidence(std::uint32_t number) {
    Passage& passage = passages_[number];
    if (passage.quote == none) return;
    passage.witnesses.clear();
    std::fill_n(quoted_.begin() + static_cast<std::ptrdiff_t>(passage.first), passage.count, std::uint8_t{0});
    std::vector<Agreement> found = agreements(number, passage.author, passage.quote, 0);
    const std::size_t line = words_of_first_line(number);
    std::erase_if(
        found, [&](const Agreement& agreement) { return !agreement.same_quote && agreement.runs.front().a >= line; });
    if (line > 0 && line <= short_quote && line < passage.count &&
        (found.empty() || found.front().runs.front().a >= line)) {
        if (const std::uint32_t source = source_of_short(number, line); source != none) {
            std::fill_n(quoted_.begin() + static_cast<std::ptrdiff_t>(passage.first), line, std::uint8_t{1});
            passage.evidence = BoundaryEvidence::known_post;
            passage.witnesses = {source};
            return;
        }
    }
    if (found.empty()) return;
    mark(passage, found.front());
    // Other quotes that agree as far are witnesses too.
    for (const Agreement& agreement : found) {
        if (&agreement == &found.front() || agreement.same_quote != found.front().same_quote) continue;
        if (agreement.score >= 0.9 * found.front().score) passage.witnesses.push_back(agreement.post);
    }
}

std::size_t words_before(const Words& words, std::size_t offset) {
    const auto behind =
        std::partition_point(words.begin(), words.end(), [&](const Word& word) { return word.begin < offset; });
    return static_cast<std::size_t>(behind - words.begin());
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
    for (std::size_t i = 0; i < passage.count; ++i) {
        const Word& word = words[i];
        const bool quoted = quoted_[passage.first + i] != 0;
        for (; next < breaks.size() && breaks[next].end <= word.begin; ++next) offer(breaks[next].end, sum);
        sum += weight_[passage.first + i] * (quoted ? agree : own_[passage.first + i] != 0 ? owned : differ);
        if (quoted && sum > inner.score) inner = {word.end, sum, 0};
    }
    for (; next < breaks.size(); ++next) offer(breaks[next].end, sum);
    offer(corpus_.text(number).size(), sum);
    if (passage.evidence == BoundaryEvidence::shared_quote) {
        // Another quote may stop early or leave something out, hardly where this one's writer begins within a line.
        const auto seam =
            std::find_if(breaks.begin(), breaks.end(), [&](const Break& gap) { return gap.begin >= inner.offset; });
        const bool alone = passage.witnesses.size() < 2 && seam != breaks.end();
        if (alone && seam->newlines > 1) {
            return {seam->end, inner.score, seam + 1 != breaks.end() ? inner.score : -INFINITY};
        }
    }
    if (inner.score < best.score + within_line) return best;
    // Signs behind the last word that agrees belong to it.
    const std::string_view text = corpus_.text(number);
    while (inner.offset < text.size() && static_cast<unsigned char>(text[inner.offset]) > ' ') ++inner.offset;
    return {inner.offset, inner.score, best.score};
}

/// The last line that begins before the first word that others quote as the writer's own.
std::size_t BoundaryFinder::cut_before_own(std::uint32_t number, const Words& words,
                                           const std::vector<Break>& breaks) const {
    const Passage& passage = passages_[number];
    std::size_t first = 0;
    while (own_[passage.first + first] == 0) ++first;
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
    const std::string_view text = corpus_.text(number);
    const std::vector<Break> breaks = line_breaks(text);
    const auto any = [&](const std::vector<std::uint8_t>& marks) {
        const auto begin = marks.begin() + static_cast<std::ptrdiff_t>(passage.first);
        const auto end = begin + static_cast<std::ptrdiff_t>(passage.count);
        return std::find(begin, end, 1) != end;
    };
    const bool agrees = any(quoted_);
    const bool echoed = any(own_);
    const Words words = corpus_.places(number);
    passage.quoted = 0;
    if (agrees) {
        const Cut best = cut_by_agreement(number, words, breaks);
        passage.ambiguous = best.score - best.runner_up < near_tie;
        passage.offset = best.offset;
    } else if (const std::size_t offset = echoed ? cut_before_own(number, words, breaks) : 0; offset > 0) {
        passage.evidence = BoundaryEvidence::own_quoted;
        passage.ambiguous = false;
        passage.offset = offset;
    } else {
        const LayoutCut guess = cut_by_layout(text, breaks);
        passage.evidence = breaks.empty() ? BoundaryEvidence::only_text : BoundaryEvidence::layout;
        passage.ambiguous = guess.ambiguous;
        passage.offset = guess.offset;
    }
    passage.said = words_before(words, passage.offset);
    if (agrees) passage.quoted = passage.said;
}

/// Behind an inner quote's words stand those of the outer one, whose header is directly above.
void BoundaryFinder::cut_enclosing(std::uint32_t number) {
    Passage& passage = passages_[number];
    PostParts& parts = posts_[passage.post];
    OwnPart& own = parts.own[passage.part];
    const Words words = corpus_.places(number);
    const std::string_view text = corpus_.text(number);
    std::size_t said = passage.said;
    std::size_t offset = passage.offset;
    bool any = false;
    for (std::uint32_t outer = passage.quote; outer-- > passage.outermost && said < passage.count;) {
        ResolvedQuote& quote = parts.quotes[outer];
        const std::string_view rest = text.substr(offset);
        const std::vector<Break> breaks = line_breaks(rest);
        const std::vector<Agreement> found = agreements(number, fold(quote.author), outer, said);
        LayoutCut cut = cut_by_layout(rest, breaks);
        quote.boundary = BoundaryEvidence::layout;
        if (!found.empty() && found.front().runs.front().a <= early_start) {
            const CommonRun& last = found.front().runs.back();
            cut = {words[said + last.a + last.length - 1].end - offset, false};
            const auto seam =
                std::find_if(breaks.begin(), breaks.end(), [&](const Break& gap) { return gap.begin >= cut.offset; });
            cut.offset = seam == breaks.end() ? rest.size() : seam->end;
            quote.boundary = found.front().same_quote ? BoundaryEvidence::shared_quote : BoundaryEvidence::known_post;
            quote.boundary_witnesses = {found.front().post};
        } else if (breaks.empty()) {
            continue;
        }
        any = true;
        quote.boundary_ambiguous = cut.ambiguous;
        append_paragraphs(quote.text, trim(rest.substr(0, cut.offset)));
        offset += cut.offset;
        said = words_before(words, offset);
    }
    if (!any) return;
    for (std::uint32_t inner = passage.outermost; inner <= passage.quote; ++inner) {
        parts.quotes[inner].depth = inner - passage.outermost + 1;
    }
    own.text = trim(text.substr(offset));
}

void BoundaryFinder::cut(Passage& passage) {
    PostParts& parts = posts_[passage.post];
    OwnPart& own = parts.own[passage.part];
    ResolvedQuote& quote = parts.quotes[passage.quote];
    append_paragraphs(quote.text, trim(own.text.substr(0, passage.offset)));
    own.text = trim(own.text.substr(passage.offset));
    own.open_quote = none;
    std::vector<std::uint32_t>& witnesses =
        passage.evidence == BoundaryEvidence::own_quoted ? passage.own_witnesses : passage.witnesses;
    std::sort(witnesses.begin(), witnesses.end());
    witnesses.erase(std::unique(witnesses.begin(), witnesses.end()), witnesses.end());
    quote.boundary = passage.evidence;
    quote.boundary_ambiguous = passage.ambiguous;
    quote.boundary_witnesses = std::move(witnesses);
}

void BoundaryFinder::run() {
    collect();
    const auto number_of_passages = static_cast<std::uint32_t>(passages_.size());
    // The second round knows what the first has shown to be quoted: it is no post's own.
    for (int round = 0; round < 2; ++round) {
        if (round > 0) list_own_words();
        for (std::uint32_t number = 0; number < number_of_passages; ++number) {
            if (round > 0 || !passages_[number].nested()) gather_evidence(number);
        }
        for (std::uint32_t number = 0; number < number_of_passages; ++number) decide(number);
    }
    for (std::uint32_t number = 0; number < number_of_passages; ++number) {
        if (passages_[number].quote == none) continue;
        cut(passages_[number]);
        if (passages_[number].nested()) cut_enclosing(number);
    }
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
