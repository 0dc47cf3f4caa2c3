// Dates and times of day as people write them, by the words of one phrase book.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "profile/phrase_book.hpp"
#include "rejoinder/capture.hpp"

namespace rejoinder {

/// Which way round a page writes dates in numbers, where its own dates prove it: "25/3/2024" is day first.
struct ProvenOrder {
    char sign = '\0';  // between the numbers: '.', '/' or '-'
    DateOrder order = DateOrder::day_month_year;

    bool operator==(const ProvenOrder&) const = default;
};

/// What else than the words themselves says which day is meant.
struct DateContext {
    std::optional<DateOrder> order;       // of numbers; without it "3/5/2024" is no date
    std::optional<UnixTime> captured_at;  // without it "today" and "Sunday" are no date
    std::optional<int> zone_seconds;      // east is positive; see in_zone()
};

struct PrintedDate {
    std::optional<SecondsRange> at;    // UTC; as wide as what is printed
    bool ambiguous = false;            // a date in numbers whose order nobody states
    char sign = '\0';                  // between the numbers of such a date; else 0
    bool twelve_hours = false;         // its clock says whether it is before noon
    std::optional<ProvenOrder> order;  // that the numbers prove
};

/// Reads a text that is a date and nothing else: every word has to be one of the book's, every number has to have its
/// place, a weekday has to be the day's. Without a date `at` is absent. Years from 2400 to 2699 are Buddhist (2567 is
/// 2024).
PrintedDate read_printed_date(std::string_view printed, const PhraseBook& book, const DateContext& context);

}  // namespace rejoinder
