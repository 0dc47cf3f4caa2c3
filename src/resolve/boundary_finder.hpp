// The parts of deciding where open quotes end, for boundaries.cpp and boundary_evidence.cpp only.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/similarity.hpp"
#include "rejoinder/resolve.hpp"
#include "resolve/corpus.hpp"
#include "resolve/fingerprints.hpp"
#include "resolve/layout.hpp"
#include "resolve/parts.hpp"

namespace rejoinder {

inline constexpr double agree = 2.0;           // value of quoting a word that stands in the source
inline constexpr double differ = -0.6;         // of quoting one that does not
inline constexpr std::size_t early_start = 3;  // words before a quote and its source agree

/// A block of own text; with `quote`, the words of an open quote and then own text: where the cut lies is the question.
struct Passage {
    std::uint32_t post = 0;
    std::uint32_t part = 0;      // in PostParts::own
    std::uint32_t quote = none;  // in PostParts::quotes
    std::string author;          // folded, of the quote
    std::size_t first = 0;       // its first word, counted over the thread
    std::size_t count = 0;       // its words
    std::size_t quoted = 0;      // how many of them an agreement has shown to be quoted
    std::size_t said = 0;        // how many stand before the cut
    std::size_t offset = 0;      // bytes: where the quote's words end
    BoundaryEvidence evidence = BoundaryEvidence::layout;
    bool ambiguous = false;
    std::vector<std::uint32_t> witnesses;      // posts that agree with what is quoted
    std::vector<std::uint32_t> own_witnesses;  // posts that quote what follows
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

    Manner run();

private:
    struct Cut {
        std::size_t offset = 0;
        double score = 0;
        double runner_up = 0;
    };

    void collect();
    void list_own_words();
    std::vector<Agreement> agreements(std::uint32_t number) const;
    void gather_evidence(std::uint32_t number);
    bool quote_the_same(const Passage& passage, const Passage& other) const;
    bool nest_quotes(std::uint32_t post, const std::string& author) const;
    std::span<const std::uint32_t> own_words(std::uint32_t post) const;
    bool holds(std::uint32_t post, std::span<const std::uint32_t> words) const;
    std::size_t words_of_first_line(std::uint32_t number) const;
    std::uint32_t source_of_short(std::uint32_t number, std::size_t words) const;
    double weight(std::size_t word) const;
    void weigh(Agreement& agreement, std::size_t first) const;
    void mark(Passage& passage, const Agreement& best);
    Cut cut_by_agreement(std::uint32_t number, const Words& words, const std::vector<Break>& breaks) const;
    std::size_t cut_before_own(std::uint32_t number, const Words& words, const std::vector<Break>& breaks) const;
    void decide(std::uint32_t number, bool by_words);
    void cut(Passage& passage);

    std::vector<PostParts>& posts_;
    std::vector<Passage> passages_;             // number of a passage = number of its text in corpus_
    std::vector<std::uint32_t> first_passage_;  // of each post, and one past the last
    Corpus corpus_;
    Manner manner_;                          // as the quotes show whose ends their words tell
    FingerprintIndex index_;                 // of posts, by all their words outside printed quotes
    std::vector<std::uint8_t> letter_;       // by word: a letter of a script without spaces
    std::vector<std::uint8_t> quoted_;       // by word: agrees with a source
    std::vector<std::uint8_t> own_;          // by word: others quote it as this writer's own
    std::vector<std::uint32_t> own_words_;   // hashes of the words that are not known to be quoted
    std::vector<std::uint32_t> own_places_;  // which words of the thread these are
    std::vector<std::size_t> own_first_;     // of each post, in own_words_, and one past the last
};

}  // namespace rejoinder
