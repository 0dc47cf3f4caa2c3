// Cuts a printed date into numbers and words of a phrase book.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "profile/phrase_book.hpp"

namespace rejoinder {

/// A number that is no part of a clock.
struct DateNumber {
    int value = 0;
    int digits = 0;
    char sign = ' ';  // that ties it to the number before it: '.', '/' or '-'; else ' '
};

/// A time of day; `width` is 3600, 60 or 1 seconds, as printed.
struct DateClock {
    int hour = 0, minute = 0, second = 0;
    std::int64_t width = 3'600;
};

/// What a printed date holds, before anybody decides which number is what.
struct DateParts {
    std::vector<DateNumber> numbers;
    std::optional<int> year, month, day;  // that a sign after the number names
    std::vector<DateWord> words;          // months, weekdays and relative days
    std::optional<DateClock> clock;
    bool morning = false, afternoon = false;
    bool perhaps_morning = false;  // "am" after the clock in a language where it is also a plain word
    bool has_zone = false;
    std::optional<int> zone_seconds;  // absent with `has_zone`: a zone that has several meanings
};

/// Nothing if anything in the text is neither number nor known word. `folded` is text that went through fold().
std::optional<DateParts> scan_date(std::string_view folded, const PhraseBook& book);

}  // namespace rejoinder
