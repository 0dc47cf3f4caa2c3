// A small phrase book with stances.
#pragma once

#include <initializer_list>
#include <memory>
#include <string_view>
#include <utility>

#include "base/words.hpp"
#include "profile/phrase_book.hpp"

namespace rejoinder::test {

inline std::shared_ptr<const PhraseBook> english_stances() {
    using Kind = PhraseBook::StancePhrase::Kind;
    auto book = std::make_shared<PhraseBook>();
    const std::initializer_list<std::pair<Kind, std::string_view>> phrases = {
        {Kind::agreement, "i agree"},  {Kind::agreement, "agree"}, {Kind::disagreement, "don't agree"},
        {Kind::disagreement, "wrong"}, {Kind::address, "you"},     {Kind::disagreement, "nonsense"},
    };
    for (const auto& [kind, text] : phrases) {
        PhraseBook::StancePhrase phrase{kind, {}};
        for (const Word& word : split_words(text)) phrase.words.push_back(word.hash);
        book->stance[phrase.words.front()].push_back(phrase);
    }
    return book;
}

}  // namespace rejoinder::test
