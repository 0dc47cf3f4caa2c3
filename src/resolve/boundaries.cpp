#include "resolve/boundaries.hpp"

#include <algorithm>
#include <cmath>

#include "base/unicode.hpp"
#include "resolve/boundary_finder.hpp"

namespace rejoinder {

namespace {

constexpr double owned = -2.0;       // of quoting one that others quote as the writer's own
constexpr double within_line = 3.0;  // what a cut inside a line must gain over one at its end
constexpr double near_tie = 2.0;

std::size_t words_before(const Words& words, std::size_t offset) {
    const auto behind =
        std::partition_point(words.begin(), words.end(), [&](const Word& word) { return word.begin < offset; });
    return static_cast<std::size_t>(behind - words.begin());
}

}  // namespace

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
        sum += weight(passage.first + i) * (quoted ? agree : own_[passage.first + i] != 0 ? owned : differ);
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

void BoundaryFinder::decide(std::uint32_t number, bool by_words) {
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
    if (agrees != by_words) return;
    const bool echoed = any(own_);
    const Words words = corpus_.places(number);
    passage.quoted = 0;
    if (agrees) {
        const Cut best = cut_by_agreement(number, words, breaks);
        passage.ambiguous = best.score - best.runner_up < near_tie;
        passage.offset = best.offset;
    } else if (const std::size_t limit = echoed ? cut_before_own(number, words, breaks) : 0; limit > 0) {
        const LayoutCut guess = manner_.cut(passage.author, text, breaks, limit);
        passage.evidence = BoundaryEvidence::own_quoted;
        passage.ambiguous = guess.ambiguous;
        passage.offset = guess.offset;
    } else {
        const LayoutCut guess = manner_.cut(passage.author, text, breaks);
        passage.evidence = breaks.empty() ? BoundaryEvidence::only_text : BoundaryEvidence::layout;
        passage.ambiguous = guess.ambiguous;
        passage.offset = guess.offset;
    }
    passage.said = words_before(words, passage.offset);
    if (!agrees) return;
    passage.quoted = passage.said;
    const auto seam =
        std::find_if(breaks.begin(), breaks.end(), [&](const Break& gap) { return gap.end == passage.offset; });
    if (passage.ambiguous || seam == breaks.end()) return;
    manner_.learn(passage.author, breaks, static_cast<std::size_t>(seam - breaks.begin()));
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

Manner BoundaryFinder::run() {
    collect();
    const auto number_of_passages = static_cast<std::uint32_t>(passages_.size());
    // The second round knows what the first has shown to be quoted: it is no post's own.
    for (int round = 0; round < 2; ++round) {
        if (round > 0) list_own_words();
        for (std::uint32_t number = 0; number < number_of_passages; ++number) {
            gather_evidence(number);
        }
        manner_ = {};
        for (const bool by_words : {true, false}) {
            for (std::uint32_t number = 0; number < number_of_passages; ++number) decide(number, by_words);
        }
    }
    for (std::uint32_t number = 0; number < number_of_passages; ++number) {
        if (passages_[number].quote != none) cut(passages_[number]);
    }
    return std::move(manner_);
}

Manner find_boundaries(std::vector<PostParts>& posts) {
    const bool open = std::any_of(posts.begin(), posts.end(), [](const PostParts& parts) {
        return std::any_of(parts.own.begin(), parts.own.end(),
                           [](const OwnPart& own) { return own.open_quote != none; });
    });
    return open ? BoundaryFinder(posts).run() : Manner();
}

}  // namespace rejoinder
