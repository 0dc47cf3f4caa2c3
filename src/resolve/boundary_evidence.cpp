#include <algorithm>

#include "base/unicode.hpp"
#include "resolve/alignment.hpp"
#include "resolve/boundary_finder.hpp"

namespace rejoinder {

namespace {

constexpr std::size_t candidates_per_quote = 6;
constexpr std::size_t words_to_look_up = 64;
constexpr double least_agreement = 4;    // fewer words that agree are no evidence
constexpr double letter_weight = 0.25;   // of a letter that is a word (scripts without spaces), in words
constexpr double least_unspaced = 2.0;   // weight of letters that agree by more than chance
constexpr std::size_t late_start = 8;    // words: a quote's source agrees nearly from its first word on
constexpr double least_of_source = 0.5;  // of the words that agree with another quote, for a source to be believed
constexpr std::size_t short_quote = 5;
constexpr std::size_t short_quote_posts = 40;      // searched for a short quote, nearest first,
constexpr std::size_t short_quote_words = 20'000;  // and how many words of them

/// A letter of a script without spaces touches its neighbours; one that agrees says less than a word that does.
void append_letters(std::string_view text, const Words& words, std::vector<std::uint8_t>& letters) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool touches = (i > 0 && words[i - 1].end == words[i].begin) ||
                             (i + 1 < words.size() && words[i].end == words[i + 1].begin);
        const bool letter = touches && static_cast<unsigned char>(text[words[i].begin]) >= 0xE0U;
        letters.push_back(letter ? 1 : 0);
    }
}

}  // namespace

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
            passage.first = corpus_.words();
            const std::uint32_t number = corpus_.add(own.text);
            passage.count = corpus_.count(number);
            if (passage.quote != none) passage.author = fold(posts_[post].quotes[passage.quote].author);
            append_letters(own.text, corpus_.places(number), letter_);
            passages_.push_back(std::move(passage));
        }
    }
    first_passage_.push_back(static_cast<std::uint32_t>(passages_.size()));
    quoted_.resize(corpus_.words());
    own_.resize(corpus_.words());
    list_own_words();
    index_.reserve(corpus_.words());
    for (std::uint32_t post = 0; post < posts_.size(); ++post) {
        index_.add(post, own_words(post));
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

std::span<const std::uint32_t> BoundaryFinder::own_words(std::uint32_t post) const {
    return std::span(own_words_).subspan(own_first_[post], own_first_[post + 1] - own_first_[post]);
}

/// Whether two quotes may be of one post. Else what they share is the earlier writer's own: people do quote themselves.
bool BoundaryFinder::quote_the_same(const Passage& passage, const Passage& other) const {
    if (other.quote == none || passage.author != other.author) return false;
    const PrintedTime& time = posts_[passage.post].quotes[passage.quote].time;
    const PrintedTime& other_time = posts_[other.post].quotes[other.quote].time;
    return passage.post < other.post ? may_quote_one_post(time, other_time) : may_quote_one_post(other_time, time);
}

/// Whether the post begins with quotes of quotes whose ends are not known yet, one of them of this person.
bool BoundaryFinder::nest_quotes(std::uint32_t post, const std::string& author) const {
    const PostParts& parts = posts_[post];
    return std::any_of(parts.own.begin(), parts.own.end(), [&](const OwnPart& own) {
        if (own.nest == none) return false;
        return std::any_of(parts.quotes.begin() + own.outermost, parts.quotes.begin() + own.nest + 1,
                           [&](const ResolvedQuote& quote) { return fold(quote.author) == author; });
    });
}

double BoundaryFinder::weight(std::size_t word) const {
    return letter_[word] != 0 ? letter_weight : 1.0;
}

/// Drops runs of a few letters and adds up. `first` is the word of the thread with which the words begin.
void BoundaryFinder::weigh(Agreement& agreement, std::size_t first) const {
    const auto weight = [&](std::size_t from, std::size_t to) {
        double sum = 0;
        for (std::size_t i = from; i < to; ++i) sum += this->weight(first + i);
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

/// How a passage's words lie in the few posts that share most with its beginning.
std::vector<Agreement> BoundaryFinder::agreements(std::uint32_t number) const {
    const Passage& passage = passages_[number];
    const auto words = corpus_.words(number);
    std::vector<Agreement> found;
    const auto keep = [&](Agreement agreement) {
        weigh(agreement, passage.first);
        if (agreement.runs.empty() || agreement.matched < least_agreement || agreement.score <= 0) return;
        if (!agreement.same_quote && agreement.runs.front().a > late_start) return;
        found.push_back(std::move(agreement));
    };
    const auto beginning = words.first(std::min(words.size(), words_to_look_up));
    for (const auto& candidate : index_.find(beginning, passage.post, true, candidates_per_quote)) {
        const std::uint32_t post = candidate.number;
        for (std::uint32_t other = first_passage_[post]; other < first_passage_[post + 1]; ++other) {
            if (!quote_the_same(passage, passages_[other])) continue;
            Agreement same{post, other, align(words, corpus_.words(other)).runs, 0, 0, true};
            for (CommonRun& run : same.runs) run.b += passages_[other].first;
            keep(std::move(same));
        }
        // A later post is no source; it can only be a witness that quotes the same. Nor is a nest the source of what it
        // quotes.
        if (post > passage.post || nest_quotes(post, passage.author)) continue;
        Agreement source{post, none, align(words, own_words(post)).runs, 0, 0, false};
        for (CommonRun& run : source.runs) run.b += own_first_[post];
        keep(std::move(source));
    }
    // A source that is shown knows better where its words end than another quote of it does. One
    // with which far fewer words agree is a source only by chance.
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

/// Whether the words stand unbroken in a post's own.
bool BoundaryFinder::holds(std::uint32_t post, std::span<const std::uint32_t> words) const {
    return find_run(words, own_words(post)) < own_words(post).size();
}

/// The nearest earlier post in whose own words the passage's first so many stand unbroken.
std::uint32_t BoundaryFinder::source_of_short(std::uint32_t number, std::size_t words) const {
    const std::uint32_t post = passages_[number].post;
    std::size_t searched = 0;
    for (std::uint32_t back = 1; back <= std::min<std::size_t>(post, short_quote_posts); ++back) {
        searched += own_words(post - back).size();
        if (searched > short_quote_words) break;
        if (holds(post - back, corpus_.words(number).first(words))) return post - back;
    }
    return none;
}

void BoundaryFinder::gather_evidence(std::uint32_t number) {
    Passage& passage = passages_[number];
    if (passage.quote == none) return;
    passage.witnesses.clear();
    std::fill_n(quoted_.begin() + static_cast<std::ptrdiff_t>(passage.first), passage.count, std::uint8_t{0});
    std::vector<Agreement> found = agreements(number);
    const std::size_t line = words_of_first_line(number);
    // Of a source a quote's first line holds something, be it only a few words that agree by themselves.
    const auto skips_line = [&](const Agreement& agreement) { return agreement.runs.front().a >= line; };
    std::erase_if(found, [&](const Agreement& agreement) {
        return !agreement.same_quote && skips_line(agreement) &&
               (line > short_quote || !holds(agreement.post, corpus_.words(number).first(line)));
    });
    if (line > 0 && line <= short_quote && line < passage.count &&
        (found.empty() || (found.front().same_quote && skips_line(found.front())))) {
        if (const std::uint32_t source = source_of_short(number, line); source != none) {
            std::fill_n(quoted_.begin() + static_cast<std::ptrdiff_t>(passage.first), line, std::uint8_t{1});
            passage.evidence = BoundaryEvidence::known_post;
            passage.witnesses = {source};
            return;
        }
    }
    if (found.empty()) return;
    mark(passage, found.front());
    if (!found.front().same_quote && skips_line(found.front())) {
        std::fill_n(quoted_.begin() + static_cast<std::ptrdiff_t>(passage.first), line, std::uint8_t{1});
    }
    // Other quotes that agree as far are witnesses too.
    for (const Agreement& agreement : found) {
        if (&agreement == &found.front() || agreement.same_quote != found.front().same_quote) continue;
        if (agreement.score >= 0.9 * found.front().score) passage.witnesses.push_back(agreement.post);
    }
}

}  // namespace rejoinder
