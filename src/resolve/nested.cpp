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

constexpr std::size_t candidates_per_nest = 24;
constexpr std::size_t least_agreement = 4;   // fewer words that agree are no evidence
constexpr std::size_t most_levels = 16;      // of a nest that get words; those farther out stay empty
constexpr std::size_t quotes_per_post = 50;  // that are looked at to see whom a post quotes
constexpr double agree = 2.0;                // value of giving a quote a word that stands in a text of its writer
constexpr double differ = -0.6;              // of giving it another one
constexpr double withheld = -2.0;            // of leaving a word to the answer that stands in a quoted text
constexpr double nothing_left = -1.0;        // of a quote that gets no words

class NestDivider {
public:
    NestDivider(const Thread& thread, const Manner& manner, std::vector<PostParts>& posts)
        : thread_(thread), manner_(manner), posts_(posts) {}

    void run(const std::vector<OpenNest>& nests);

private:
    /// A text that may tell whose words a nest repeats: own words of a post, or words that a quote gives to somebody.
    struct Place {
        std::uint32_t post;
        std::uint32_t part;  // in PostParts::own, or in PostParts::quotes
        bool is_quote;
    };

    /// What speaks for one quote of a nest.
    struct Level {
        std::uint32_t quote = none;        // in PostParts::quotes
        std::vector<std::uint8_t> agrees;  // by word of the block
        std::size_t matched = 0;           // words that agree
        std::size_t most = 0;              // of them with one text
        std::uint32_t witness = none;      // the post of that text
        bool by_quote = false;             // that text is a quote
        std::size_t begin = 0;             // bytes of the block that the quote gets
        std::size_t end = 0;
    };

    void index_texts();
    std::string_view text_of(const Place& place) const;
    std::size_t level_of(const OpenNest& nest, const Place& place, const std::vector<Level>& levels) const;
    std::vector<Level> gather(const OpenNest& nest) const;
    void lay_out(const OpenNest& nest, std::vector<Level>& levels) const;
    void continue_by_manner(const OpenNest& nest, std::vector<Level>& levels) const;
    void divide(const OpenNest& nest);

    const Thread& thread_;
    const Manner& manner_;
    std::vector<PostParts>& posts_;
    std::vector<Place> places_;         // number of a place = number of its text in the index
    std::vector<std::uint32_t> first_;  // by post: its first place
    std::vector<bool> divided_;         // by place: own words that were a nest
    FingerprintIndex index_;
};

void NestDivider::index_texts() {
    Corpus corpus;
    const auto add = [&](const Place& place) {
        index_.add(static_cast<std::uint32_t>(places_.size()), corpus.words(corpus.add(text_of(place))));
        places_.push_back(place);
    };
    for (std::uint32_t post = 0; post < posts_.size(); ++post) {
        first_.push_back(static_cast<std::uint32_t>(places_.size()));
        for (std::uint32_t i = 0; i < posts_[post].own.size(); ++i) add({post, i, false});
        for (std::uint32_t i = 0; i < posts_[post].quotes.size(); ++i) add({post, i, true});
    }
    index_.build();
    divided_.resize(places_.size());
}

std::string_view NestDivider::text_of(const Place& place) const {
    const PostParts& parts = posts_[place.post];
    return place.is_quote ? std::string_view(parts.quotes[place.part].text) : parts.own[place.part].text;
}

/// Which quote of the nest (0 is the innermost) may be of this text: a quote tells its writer; own words may be of the
/// innermost quote, or of an outer one if their post quotes the person inside. `levels.size()` if none may.
std::size_t NestDivider::level_of(const OpenNest& nest, const Place& place, const std::vector<Level>& levels) const {
    const PostParts& parts = posts_[place.post];
    const std::vector<ResolvedQuote>& quotes = posts_[nest.post].quotes;
    const auto name_of = [&](std::size_t level) { return fold(quotes[levels[level].quote].author); };
    if (place.is_quote) {
        const ResolvedQuote& other = parts.quotes[place.part];
        const std::string name = fold(other.author);
        for (std::size_t level = 0; level < levels.size(); ++level) {
            const PrintedTime& time = quotes[levels[level].quote].time;
            if (name != name_of(level)) continue;
            if (place.post < nest.post ? may_quote_one_post(other.time, time) : may_quote_one_post(time, other.time))
                return level;
        }
        return levels.size();
    }
    if (place.post >= nest.post || parts.own[place.part].nest != none) return levels.size();
    const std::string writer = fold(thread_.posts[place.post].author);
    const auto may_write = [&](std::size_t level) { return writer.empty() || writer == name_of(level); };
    const std::size_t looked_at = std::min(parts.quotes.size(), quotes_per_post);
    for (std::size_t level = 1; level < levels.size(); ++level) {
        for (std::size_t i = 0; i < looked_at && may_write(level); ++i) {
            const bool direct = parts.quotes[i].depth == 1;
            if (direct && fold(parts.quotes[i].author) == name_of(level - 1)) return level;
        }
    }
    return may_write(0) ? 0 : levels.size();
}

std::vector<NestDivider::Level> NestDivider::gather(const OpenNest& nest) const {
    std::vector<Level> levels;
    Corpus corpus;
    const std::uint32_t block = corpus.add(nest.text);
    const std::size_t count = corpus.count(block);
    for (std::uint32_t quote = nest.innermost; levels.size() < most_levels; --quote) {
        levels.emplace_back();
        levels.back().quote = quote;
        levels.back().agrees.resize(count);
        if (quote == nest.outermost) break;
    }
    const std::uint32_t near = first_[nest.post] + nest.part;
    std::vector<Place> places;
    for (const auto& candidate : index_.find(corpus.words(block), near, true, candidates_per_nest)) {
        const Place& place = places_[candidate.number];
        if (place.post == nest.post) continue;
        places.push_back(place);
        // What an earlier nest was divided into stood in one block when it was indexed.
        for (std::uint32_t quote = 0; divided_[candidate.number] && quote < posts_[place.post].quotes.size(); ++quote) {
            places.push_back({place.post, quote, true});
        }
    }
    for (const Place& place : places) {
        const std::size_t level = level_of(nest, place, levels);
        if (level == levels.size()) continue;
        Corpus other;
        const Alignment alignment = align(corpus.words(block), other.words(other.add(text_of(place))));
        if (alignment.matched < least_agreement) continue;
        Level& found = levels[level];
        for (const CommonRun& run : alignment.runs) {
            for (std::size_t i = 0; i < run.length; ++i) found.agrees[run.a + i] = 1;
        }
        if (alignment.matched <= found.most) continue;
        found.most = alignment.matched;
        found.witness = place.post;
        found.by_quote = place.is_quote;
    }
    return levels;
}

/// Gives each line to a quote, from the inside out, or to the answer, so that the most words agree.
void NestDivider::lay_out(const OpenNest& nest, std::vector<Level>& levels) const {
    const Words words = split_words(nest.text);
    std::vector<std::size_t> begins{0};
    for (const Break& gap : line_breaks(nest.text)) begins.push_back(gap.end);
    begins.push_back(nest.text.size());
    const std::size_t lines = begins.size() - 1;
    const std::size_t answer = levels.size();
    // value[k]: of the best way to give out the lines so far, the last of them to k. from[line][k]: whose the line
    // above was then.
    std::vector<double> value(answer + 1);
    for (std::size_t k = 0; k <= answer; ++k) value[k] = nothing_left * static_cast<double>(k);
    std::vector<std::vector<std::size_t>> from;
    std::size_t word = 0;
    for (std::size_t line = 0; line < lines; ++line) {
        std::vector<double> gain(answer + 1);
        for (; word < words.size() && words[word].begin < begins[line + 1]; ++word) {
            bool quoted = false;
            for (std::size_t k = 0; k < answer; ++k) {
                gain[k] += levels[k].agrees[word] != 0 ? agree : differ;
                quoted |= levels[k].agrees[word] != 0;
            }
            if (quoted) gain[answer] += withheld;
        }
        std::vector<std::size_t> best(answer + 1);
        std::vector<double> next(answer + 1);
        for (std::size_t k = 0; k <= answer; ++k) {
            best[k] = k;
            double most = value[k];  // of equal ways the one that keeps to the inner quotes
            for (std::size_t j = 0; j < k && line > 0; ++j) {
                const double skipped = nothing_left * static_cast<double>(k - j - 1);
                if (value[j] + skipped >= most) most = value[j] + skipped, best[k] = j;
            }
            next[k] = most + gain[k];
        }
        value = std::move(next);
        from.push_back(std::move(best));
    }
    for (std::size_t k = 0; k + 1 < answer; ++k) value[k] += nothing_left * static_cast<double>(answer - k - 1);
    auto k = static_cast<std::size_t>(std::max_element(value.begin(), value.end()) - value.begin());
    for (std::size_t line = lines; line-- > 0;) {
        if (k < answer) {
            if (levels[k].end == 0) levels[k].end = begins[line + 1];
            levels[k].begin = begins[line];
        }
        k = from[line][k];
    }
}

/// Quotes outside the last one for which words speak: their words follow it, as layout tells.
void NestDivider::continue_by_manner(const OpenNest& nest, std::vector<Level>& levels) const {
    std::size_t next = levels.size();
    while (next > 0 && levels[next - 1].most == 0) --next;
    std::size_t at = 0;
    for (std::size_t level = 0; level < next; ++level) at = std::max(at, levels[level].end);
    for (; next < levels.size(); ++next) {
        Level& level = levels[next];
        const std::string_view rest = nest.text.substr(at);
        const std::vector<Break> breaks = line_breaks(rest);
        level.begin = level.end = at;
        if (breaks.empty() && next > 0) continue;
        const LayoutCut cut = manner_.cut(fold(posts_[nest.post].quotes[level.quote].author), rest, breaks);
        level.end = at += cut.offset;
        posts_[nest.post].quotes[level.quote].boundary_ambiguous = cut.ambiguous;
    }
}

void NestDivider::divide(const OpenNest& nest) {
    PostParts& parts = posts_[nest.post];
    OwnPart& own = parts.own[nest.part];
    own.nest = none;
    divided_[first_[nest.post] + nest.part] = true;
    std::vector<Level> levels = gather(nest);
    lay_out(nest, levels);
    continue_by_manner(nest, levels);
    std::size_t end = 0;
    const Level* outer = nullptr;  // the next one out of whose words something is known
    for (std::size_t i = levels.size(); i-- > 0;) {
        const Level& level = levels[i];
        ResolvedQuote& quote = parts.quotes[level.quote];
        if (level.most > 0) outer = &level;
        quote.boundary = BoundaryEvidence::layout;
        if (outer != nullptr) {
            quote.boundary = outer->by_quote ? BoundaryEvidence::shared_quote : BoundaryEvidence::known_post;
            quote.boundary_witnesses = {outer->witness};
            quote.boundary_ambiguous = false;
        }
        if (level.end > level.begin)
            append_paragraphs(quote.text, trim(nest.text.substr(level.begin, level.end - level.begin)));
        end = std::max(end, level.end);
    }
    own.text = trim(nest.text.substr(end));
}

void NestDivider::run(const std::vector<OpenNest>& nests) {
    index_texts();
    for (const OpenNest& nest : nests) divide(nest);
}

}  // namespace

std::vector<OpenNest> take_open_nests(std::vector<PostParts>& posts) {
    std::vector<OpenNest> nests;
    for (std::uint32_t post = 0; post < posts.size(); ++post) {
        for (std::uint32_t part = 0; part < posts[post].own.size(); ++part) {
            OwnPart& own = posts[post].own[part];
            if (own.open_quote == none || posts[post].quotes[own.open_quote].depth < 2) continue;
            nests.push_back({post, part, own.open_quote, own.outermost, own.text});
            own.nest = own.open_quote;
            own.open_quote = none;
        }
    }
    return nests;
}

void divide_nests(const Thread& thread, const std::vector<OpenNest>& nests, const Manner& manner,
                  std::vector<PostParts>& posts) {
    if (!nests.empty()) NestDivider(thread, manner, posts).run(nests);
}

}  // namespace rejoinder
