#include "findings/notices.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/unicode.hpp"
#include "base/words.hpp"

namespace rejoinder::detail {
namespace {

constexpr std::size_t most_words_before_act = 12;
constexpr std::size_t most_label_words = 4;  // "A note from staff:"

/// Whether the signs between two words end a label: ": ", "] ", " - ", but not the hyphen in "off-topic".
bool ends_label(std::string_view signs) {
    constexpr std::array<std::string_view, 8> label_ends = {":", "]", ")", "*", "-", "\u2013", "\u2014", "\u2026"};
    return signs.size() > 1 && std::any_of(label_ends.begin(), label_ends.end(), [&](std::string_view end) {
               return signs.find(end) != std::string_view::npos;
           });
}

/// An emoji is a word too, but here it is a sign. Letters that people write with begin with other bytes than symbols do
/// (U+2000 to U+2FFF, and from U+10000 on).
bool is_emoji(std::string_view word) {
    return word.front() == '\xE2' || word.front() == '\xF0';
}

}  // namespace

bool Searcher::find(const Pattern& pattern, std::string_view sentence, PatternMatch& match) {
    const Result<bool> found = pattern.find(sentence, 0, match);
    if (found) return *found;
    std::string where = thread_.origins.empty() ? std::string() : thread_.origins.front() + ", ";
    diagnostics_.push_back({where + "post " + std::to_string(post_ + 1), found.error().message});
    return false;
}

std::string clause(const PatternMatch& match, std::size_t group) {
    if (group == 0 || group >= match.groups.size()) return {};
    std::string_view words = trim(match.groups[group]);
    while (!words.empty() && std::string_view(".,;:!").find(words.back()) != std::string_view::npos) {
        words.remove_suffix(1);
    }
    return std::string(words);
}

Sentences possible_notices(std::string_view sentence) {
    const Words words = split_words(sentence);
    Sentences possible;
    bool only_emoji = true;  // up to here
    for (std::size_t at = 0; at < words.size() && at <= most_label_words; ++at) {
        const std::size_t before = at == 0 ? 0 : words[at - 1].end;
        if (only_emoji || ends_label(sentence.substr(before, words[at].begin - before))) {
            possible.push_back(sentence.substr(words[at].begin));
        }
        only_emoji = only_emoji && is_emoji(possible.back());
    }
    return possible;
}

Sentences possible_acts(std::string_view sentence) {
    Sentences possible;
    for (const Word& word : split_words(sentence)) {
        possible.push_back(sentence.substr(word.begin));
        if (possible.size() == most_words_before_act) break;
    }
    return possible;
}

std::optional<ModerationEvent> read_notice(std::string_view sentence, const Sentences& possible,
                                           const PhraseBooks& books, Searcher& searcher) {
    PatternMatch match;
    for (const auto& book : books) {
        for (const PhraseBook::Notice& notice : book->notices) {
            const bool found = std::any_of(possible.begin(), possible.end(), [&](std::string_view words) {
                return searcher.find(notice.pattern, words, match) && match.begin == 0;
            });
            if (!found) continue;
            ModerationEvent event;
            event.kind = notice.kind;
            event.object = clause(match, notice.pattern.group("object"));
            event.reason = clause(match, notice.pattern.group("reason"));
            event.sentence = sentence;
            return event;
        }
    }
    return {};
}

PhraseBooks books_to_ask(std::string_view text, const PhraseBooks& books, Searcher& searcher) {
    PhraseBooks asked;
    PatternMatch match;
    std::copy_if(books.begin(), books.end(), std::back_inserter(asked), [&](const auto& book) {
        return !book->notices.empty() && (!book->trigger || searcher.find(*book->trigger, text, match));
    });
    return asked;
}

std::optional<Removal> read_removal(std::string_view notice, const PhraseBooks& books, Searcher& searcher) {
    PatternMatch match;
    for (const auto& book : books) {
        for (const Pattern& pattern : book->removers) {
            if (!searcher.find(pattern, notice, match)) continue;
            return Removal{clause(match, pattern.group("by")), clause(match, pattern.group("reason"))};
        }
    }
    return {};
}

}  // namespace rejoinder::detail
