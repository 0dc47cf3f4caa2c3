// A small phrase book made by hand.
#pragma once

#include <memory>
#include <string_view>

#include "base/words.hpp"
#include "findings/phrase_books.hpp"

namespace rejoinder::test {

inline Pattern pattern(std::string_view source) {
    return Pattern::compile(source).value();
}

inline detail::PhraseBooks phrase_books() {
    auto book = std::make_shared<PhraseBook>();
    book->language = "en";
    book->notices = {
        {ModerationKind::removal,
         pattern("(?i)(?:I have |I've )?removed (?<object>an? post|several posts)(?: that (?<reason>.+))?")},
        {ModerationKind::lock, pattern("(?i)(?<object>topic|thread) (?:closed|locked)")},
        {ModerationKind::edit, pattern("(?i)edited (?<object>a post)")},
    };
    book->warnings = {pattern("(?i)without posting rights|will be banned")};
    for (const Word& word : split_words("that they have with")) book->stop_words.insert(word.hash);
    return {book};
}

}  // namespace rejoinder::test
