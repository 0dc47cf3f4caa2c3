#include "findings/contested_passage.hpp"

#include <algorithm>
#include <compare>
#include <string_view>
#include <utility>

#include "base/sentences.hpp"
#include "base/words.hpp"

namespace rejoinder::detail {
namespace {

constexpr std::uint32_t fewest_words = 5;
constexpr std::ptrdiff_t most_places = 64;  // of a pair of words in one source; more say nothing of which is quoted

/// A quote of a source, by its place in the resolution.
struct Quoting {
    std::uint32_t source = 0;  // posts by index, then ghosts
    std::uint32_t post = 0;
    std::uint32_t quote = 0;

    auto operator<=>(const Quoting&) const = default;
};

/// Two words that follow each other, at once or with one word between, and where in the source they stand.
struct Pair {
    std::uint64_t words = 0;
    std::uint32_t first = 0;
    std::uint32_t second = 0;

    auto operator<=>(const Pair&) const = default;
};

struct Sentence {
    std::string_view text;
    std::uint32_t words = 0;
    std::uint32_t covered = 0;         // words found in the quotes of the post at hand
    std::vector<std::uint32_t> posts;  // that quote it
};

/// A source's sentences and an index of their pairs of words.
struct Source {
    std::vector<Sentence> sentences;
    std::vector<std::uint32_t> sentence_of;  // by word
    std::vector<Pair> pairs;                 // sorted
};

/// Calls `use(pair, first, second)` for the words' pairs. The gap lets a sentence stay together around a word that was
/// changed, added or cut.
template <class Use>
void for_each_pair(const Words& words, Use use) {
    for (std::uint32_t second = 1; second < words.size(); ++second) {
        for (std::uint32_t first = second < 2 ? 0 : second - 2; first < second; ++first) {
            use(std::uint64_t{words[first].hash} << 32U | words[second].hash, first, second);
        }
    }
}

Source index_source(std::string_view text) {
    Source source;
    Words words;
    for (const std::string_view sentence : split_sentences(text)) {
        words.clear();
        append_words(sentence, words);
        if (words.size() < fewest_words) continue;
        const auto first = static_cast<std::uint32_t>(source.sentence_of.size());
        for_each_pair(words, [&](std::uint64_t pair, std::uint32_t a, std::uint32_t b) {
            source.pairs.push_back({pair, first + a, first + b});
        });
        source.sentence_of.insert(source.sentence_of.end(), words.size(),
                                  static_cast<std::uint32_t>(source.sentences.size()));
        source.sentences.push_back({sentence, static_cast<std::uint32_t>(words.size()), 0, {}});
    }
    std::sort(source.pairs.begin(), source.pairs.end());
    return source;
}

/// All distinct pairs of words in one post's quotes of a source.
std::vector<std::uint64_t> quoted_pairs(const Resolution& resolution, const Quoting* first, const Quoting* last) {
    std::vector<std::uint64_t> pairs;
    Words words;
    for (; first != last; ++first) {
        words.clear();
        append_words(resolution.posts[first->post].quotes[first->quote].text, words);
        for_each_pair(words, [&](std::uint64_t pair, std::uint32_t, std::uint32_t) { pairs.push_back(pair); });
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
}

/// Notes the sentences that one post quotes. `seen` holds, by word, the last post (plus 1) found to quote it.
void note_quoted(const std::vector<std::uint64_t>& pairs, std::uint32_t post, Source& source,
                 std::vector<std::uint32_t>& seen) {
    std::vector<std::uint32_t> touched;
    const auto cover = [&](std::uint32_t word) {
        if (std::exchange(seen[word], post + 1) == post + 1) return;
        Sentence& sentence = source.sentences[source.sentence_of[word]];
        if (sentence.covered++ == 0) touched.push_back(source.sentence_of[word]);
    };
    for (const std::uint64_t words : pairs) {
        auto pair = std::lower_bound(source.pairs.begin(), source.pairs.end(), Pair{words, 0, 0});
        if (source.pairs.end() - pair > most_places && (pair + most_places)->words == words) continue;
        for (; pair != source.pairs.end() && pair->words == words; ++pair) {
            cover(pair->first);
            cover(pair->second);
        }
    }
    for (const std::uint32_t index : touched) {
        Sentence& sentence = source.sentences[index];
        if (sentence.covered * 5 >= sentence.words * 4) sentence.posts.push_back(post);
        sentence.covered = 0;
    }
}

/// All quotes whose source is known, by source, then by post; only of the posts `within`, if it is given.
std::vector<Quoting> collect_quotes(const Resolution& resolution, const std::vector<std::uint32_t>* within) {
    const auto posts = static_cast<std::uint32_t>(resolution.posts.size());
    std::vector<Quoting> all;
    const auto collect = [&](std::uint32_t post) {
        const std::vector<ResolvedQuote>& quotes = resolution.posts[post].quotes;
        for (std::uint32_t quote = 0; quote < quotes.size(); ++quote) {
            if (!quotes[quote].source) continue;
            const Ref source = *quotes[quote].source;
            all.push_back({source.kind == Ref::Kind::post ? source.index : posts + source.index, post, quote});
        }
    };
    if (within != nullptr) {
        for (const std::uint32_t post : *within) collect(post);
    } else {
        for (std::uint32_t post = 0; post < posts; ++post) collect(post);
    }
    std::sort(all.begin(), all.end());
    return all;
}

/// Where a source stands in the page, as an order: a ghost just before the first post that quotes it.
std::uint64_t place_of(Ref source, const Resolution& resolution) {
    if (source.kind == Ref::Kind::post) return 2 * std::uint64_t{source.index} + 1;
    const std::vector<std::uint32_t>& quoted_by = resolution.ghosts[source.index].quoted_by;
    return quoted_by.empty() ? 0 : 2 * std::uint64_t{quoted_by.front()};
}

/// The source's sentence that most posts quote, the first of equals.
std::optional<ContestedPassage> most_quoted(const Resolution& resolution, Ref ref, const Quoting* first,
                                            const Quoting* last) {
    const bool is_post = ref.kind == Ref::Kind::post;
    Source source = index_source(is_post ? resolution.posts[ref.index].text : resolution.ghosts[ref.index].text);
    std::vector<std::uint32_t> seen(source.sentence_of.size(), 0);
    while (first != last) {
        const Quoting* next = std::find_if(first, last, [&](const Quoting& q) { return q.post != first->post; });
        note_quoted(quoted_pairs(resolution, first, next), first->post, source, seen);
        first = next;
    }
    std::optional<ContestedPassage> best;
    for (Sentence& sentence : source.sentences) {
        if (sentence.posts.size() < 2 || (best && sentence.posts.size() <= best->posts.size())) continue;
        best = ContestedPassage{ref, std::string(sentence.text), std::move(sentence.posts)};
    }
    return best;
}

/// The quotes of one source.
struct Quoted {
    const Quoting* first;
    const Quoting* last;
    std::size_t posts;  // that quote it
};

/// Sources that most posts quote first: a sentence of theirs may be quoted as often, and no oftener.
std::vector<Quoted> by_posts(const std::vector<Quoting>& quotes) {
    std::vector<Quoted> sources;
    const Quoting* const end = quotes.data() + quotes.size();
    for (const Quoting* first = quotes.data(); first != end;) {
        Quoted source{first, first, 0};
        for (; source.last != end && source.last->source == first->source; ++source.last) {
            if (source.last == first || source.last->post != (source.last - 1)->post) ++source.posts;
        }
        sources.push_back(source);
        first = source.last;
    }
    std::stable_sort(sources.begin(), sources.end(),
                     [](const Quoted& a, const Quoted& b) { return a.posts > b.posts; });
    return sources;
}

}  // namespace

std::optional<ContestedPassage> find_contested_passage(const Resolution& resolution,
                                                       const std::vector<std::uint32_t>* within) {
    const std::vector<Quoting> quotes = collect_quotes(resolution, within);
    const auto posts = static_cast<std::uint32_t>(resolution.posts.size());
    std::optional<ContestedPassage> best;
    for (const Quoted& source : by_posts(quotes)) {
        if (source.posts < 2 || (best && source.posts < best->posts.size())) break;
        const std::uint32_t index = source.first->source;
        const Ref ref = index < posts ? post_ref(index) : ghost_ref(index - posts);
        std::optional<ContestedPassage> found = most_quoted(resolution, ref, source.first, source.last);
        if (!found) continue;
        const bool better = !best || found->posts.size() > best->posts.size() ||
                            (found->posts.size() == best->posts.size() &&
                             place_of(found->source, resolution) < place_of(best->source, resolution));
        if (better) best = std::move(found);
    }
    return best;
}

}  // namespace rejoinder::detail
