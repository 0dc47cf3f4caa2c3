#include "report/html/quoted_words.hpp"

#include <algorithm>
#include <compare>

#include "base/words.hpp"
#include "resolve/alignment.hpp"

namespace rejoinder::report {
namespace {

std::vector<std::uint32_t> hashes_of(const Words& words) {
    std::vector<std::uint32_t> hashes;
    hashes.reserve(words.size());
    for (const Word& word : words) hashes.push_back(word.hash);
    return hashes;
}

/// A quote that was found in its source.
struct Found {
    Ref source;
    std::uint32_t post = 0;
    std::uint32_t quote = 0;

    auto operator<=>(const Found&) const = default;
};

std::vector<Found> found_quotes(const Resolution& resolution) {
    std::vector<Found> all;
    for (std::uint32_t post = 0; post < resolution.posts.size(); ++post) {
        const auto& quotes = resolution.posts[post].quotes;
        for (std::uint32_t quote = 0; quote < quotes.size(); ++quote) {
            const Match match = quotes[quote].match;
            if (!quotes[quote].source || match == Match::not_found || match == Match::unchecked) continue;
            all.push_back({*quotes[quote].source, post, quote});
        }
    }
    std::sort(all.begin(), all.end());
    return all;
}

/// Words of one source, and how many posts quote each.
struct Counted {
    Words words;
    std::vector<std::uint32_t> hashes;
    std::vector<std::uint32_t> posts;  // by word
    std::vector<std::uint32_t> last;   // by word: the last post that was counted, plus 1

    explicit Counted(std::string_view text)
        : words(split_words(text)), hashes(hashes_of(words)), posts(words.size()), last(words.size()) {}

    void count(std::string_view quote, std::uint32_t post) {
        const std::vector<std::uint32_t> quoted = hashes_of(split_words(quote));
        for (const CommonRun& run : align(quoted, hashes, ShortRuns::beside).runs) {
            for (std::size_t word = run.b; word < run.b + run.length; ++word) {
                if (last[word] == post + 1) continue;
                last[word] = post + 1;
                ++posts[word];
            }
        }
    }

    std::vector<QuotedStretch> stretches() const {
        std::vector<QuotedStretch> all;
        for (std::size_t word = 0; word < words.size(); ++word) {
            if (posts[word] == 0) continue;
            const bool goes_on = !all.empty() && word > 0 && posts[word - 1] == posts[word];
            if (goes_on) {
                all.back().end = words[word].end;
            } else {
                all.push_back({words[word].begin, words[word].end, posts[word]});
            }
        }
        return all;
    }
};

/// The words of the source between two places that agree, as one piece of its text.
QuotePiece left_out(std::string_view source, const Words& words, std::size_t first, std::size_t last) {
    const std::string_view text = source.substr(words[first].begin, words[last - 1].end - words[first].begin);
    return {QuotePiece::Kind::left_out, text, static_cast<std::uint32_t>(last - first)};
}

}  // namespace

QuotedWords count_quoted_words(const Resolution& resolution) {
    QuotedWords counts;
    counts.posts.resize(resolution.posts.size());
    counts.ghosts.resize(resolution.ghosts.size());
    const std::vector<Found> quotes = found_quotes(resolution);
    for (std::size_t at = 0; at < quotes.size();) {
        const Ref source = quotes[at].source;
        const bool ghost = source.kind == Ref::Kind::ghost;
        Counted counted(ghost ? resolution.ghosts[source.index].text : resolution.posts[source.index].text);
        for (; at < quotes.size() && quotes[at].source == source; ++at) {
            counted.count(resolution.posts[quotes[at].post].quotes[quotes[at].quote].text, quotes[at].post);
        }
        (ghost ? counts.ghosts : counts.posts)[source.index] = counted.stretches();
    }
    return counts;
}

std::vector<QuotePiece> compare_with_source(std::string_view quote, std::string_view source) {
    const Words quoted = split_words(quote);
    const Words printed = split_words(source);
    std::vector<QuotePiece> pieces;
    std::size_t said = 0;   // words of the quote that are done
    std::size_t begin = 0;  // bytes of the quote that are done
    std::size_t next = 0;   // word of the source that would follow
    const auto take = [&](QuotePiece::Kind kind, std::size_t words) {
        if (words == 0) return;
        said += words;
        const std::size_t end = said < quoted.size() ? quoted[said].begin : quote.size();
        pieces.push_back({kind, quote.substr(begin, end - begin), 0});
        begin = end;
    };
    const auto runs = align(hashes_of(quoted), hashes_of(printed), ShortRuns::beside).runs;
    for (const CommonRun& run : runs) {
        take(QuotePiece::Kind::changed, run.a - said);
        // Before the first place that agrees nothing was left out: the quote begins there.
        if (run.b > next && said > 0 && !pieces.empty() && next > 0) {
            pieces.push_back(left_out(source, printed, next, run.b));
        }
        take(QuotePiece::Kind::same, run.length);
        next = run.b + run.length;
    }
    take(QuotePiece::Kind::changed, quoted.size() - said);
    if (pieces.empty()) pieces.push_back({QuotePiece::Kind::same, quote, 0});
    return pieces;
}

}  // namespace rejoinder::report
