#include "findings/stances.hpp"

#include <algorithm>
#include <string_view>

#include "base/words.hpp"

namespace rejoinder::detail {
namespace {

constexpr std::size_t agreement_within = 30;     // words of an answer
constexpr std::size_t disagreement_within = 60;  // words of an answer

using Kind = PhraseBook::StancePhrase::Kind;

/// The longest phrase of any book that begins at a word, or nullptr. Those of address stand by themselves: "you" in
/// "you are wrong" is one too.
const PhraseBook::StancePhrase* phrase_at(const Words& words, std::size_t at, const PhraseBooks& books, bool address) {
    const PhraseBook::StancePhrase* longest = nullptr;
    for (const auto& book : books) {
        const auto phrases = book->stance.find(words[at].hash);
        if (phrases == book->stance.end()) continue;
        for (const PhraseBook::StancePhrase& phrase : phrases->second) {
            if (longest != nullptr && phrase.words.size() <= longest->words.size()) continue;
            if ((phrase.kind == Kind::address) != address || phrase.words.size() > words.size() - at) continue;
            const auto same = [](std::uint32_t hash, const Word& word) { return hash == word.hash; };
            if (std::equal(phrase.words.begin(), phrase.words.end(), words.begin() + static_cast<std::ptrdiff_t>(at),
                           same))
                longest = &phrase;
        }
    }
    return longest;
}

void read_words(std::string_view text, const PhraseBooks& books, std::size_t& words_before, Stance& stance) {
    const Words words = split_words(text);
    std::size_t free_from = 0;  // phrases do not overlap
    for (std::size_t at = 0; at < words.size(); ++at) {
        const std::size_t place = words_before + at;
        if (place >= disagreement_within && stance.addresses) break;
        if (!stance.addresses) stance.addresses = phrase_at(words, at, books, true) != nullptr;
        if (at < free_from || place >= disagreement_within) continue;
        const PhraseBook::StancePhrase* phrase = phrase_at(words, at, books, false);
        if (phrase == nullptr) continue;
        free_from = at + phrase->words.size();
        const bool agrees = phrase->kind == Kind::agreement && place < agreement_within;
        const bool disagrees = phrase->kind == Kind::disagreement;
        if (!agrees && !disagrees) continue;
        if (stance.phrase.empty())
            stance.phrase = text.substr(words[at].begin, words[free_from - 1].end - words[at].begin);
        (agrees ? stance.agrees : stance.disagrees) = true;
    }
    words_before += words.size();
}

/// The quotes of the first depth that belong to the quote blocks of the body, in order; empty if they do not match or
/// the page does not print where they end.
std::vector<const ResolvedQuote*> quotes_of_blocks(const Post& post, const ResolvedPost& resolved) {
    std::vector<const ResolvedQuote*> quotes;
    for (const ResolvedQuote& quote : resolved.quotes) {
        if (quote.depth == 1) quotes.push_back(&quote);
    }
    std::size_t blocks = 0;
    for (const Block& block : post.body) {
        if (block.quote() == nullptr) continue;
        if (!block.quote()->end_is_printed) return {};
        ++blocks;
    }
    if (blocks != quotes.size()) quotes.clear();
    return quotes;
}

/// Reads what stands behind quotes of the answered post. False if no such words can be told from the others.
bool read_behind_quotes(const Post& post, const ResolvedPost& resolved, const PhraseBooks& books, Stance& stance) {
    const std::vector<const ResolvedQuote*> quotes = quotes_of_blocks(post, resolved);
    std::size_t next = 0;
    std::size_t words = 0;
    bool to_them = false;
    if (quotes.empty()) return false;
    for (const Block& block : post.body) {
        if (block.quote() != nullptr) {
            to_them = quotes[next++]->source == stance.reply.answered;
        } else if (to_them) {
            read_words(*block.text(), books, words, stance);
        }
    }
    return words > 0;
}

}  // namespace

std::vector<Stance> read_stances(const Thread& thread, const Resolution& resolution,
                                 const std::vector<PersonReply>& replies, const PhraseBooks& books) {
    std::vector<Stance> stances;
    stances.reserve(replies.size());
    for (const PersonReply& reply : replies) {
        Stance& stance = stances.emplace_back();
        stance.reply = reply;
        const ResolvedPost& resolved = resolution.posts[reply.post];
        if (read_behind_quotes(thread.posts[reply.post], resolved, books, stance)) continue;
        std::size_t words = 0;
        read_words(resolved.text, books, words, stance);
    }
    return stances;
}

std::vector<StanceCue> cues_of(const std::vector<Stance>& stances) {
    std::vector<StanceCue> cues;
    for (const Stance& stance : stances) {
        if (stance.agrees == stance.disagrees) continue;  // neither, or both: nothing is said
        cues.push_back({stance.reply.post, stance.reply.from, stance.reply.to, stance.agrees, stance.phrase});
    }
    std::stable_sort(cues.begin(), cues.end(), [](const StanceCue& a, const StanceCue& b) { return a.post < b.post; });
    return cues;
}

}  // namespace rejoinder::detail
