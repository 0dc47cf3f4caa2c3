#include "extract/time/printed_date.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "base/calendar.hpp"
#include "base/unicode.hpp"
#include "extract/time/date_scanner.hpp"

namespace rejoinder {

namespace {

constexpr std::int64_t seconds_of_day = 86'400;

/// A year as printed, of our era; nothing for years in which nobody wrote on forums.
std::optional<int> year_of(const DateNumber& number) {
    int year = number.value;
    if (number.digits == 2) {
        if (year >= 40 && year < 90) return std::nullopt;  // 67 is Buddhist, or long ago
        year += year < 40 ? 2000 : 1900;
    } else if (number.digits != 4) {
        return std::nullopt;
    }
    if (year >= 2400 && year < 2700) year -= 543;
    if (year < 1970 || year > 2100) return std::nullopt;
    return year;
}

int weekday_of(UnixTime midnight) {
    const std::int64_t days = midnight / seconds_of_day;  // day 0 was a Thursday
    return static_cast<int>((days % 7 + 7 + 3) % 7) + 1;
}

/// The month that the words name; 0 if they name none, -1 if two different ones. A word that is a month and a weekday
/// is a month only where no other word is.
int month_of(const std::vector<DateWord>& words) {
    int month = 0;
    for (const bool sure : {true, false}) {
        for (const DateWord& word : words) {
            if (word.month == 0 || (word.weekday == 0) != sure) continue;
            if (month != 0 && month != word.month) return sure ? -1 : month;
            month = word.month;
        }
        if (month != 0) break;
    }
    return month;
}

/// Midnight of the day, if it exists and is the weekday that is printed. `in_words`: a word names the month, so one
/// that is a month and a weekday may be either.
std::optional<UnixTime> midnight_of(std::optional<int> year, int month, int day, const DateParts& parts,
                                    bool in_words = false) {
    if (!year) return std::nullopt;
    const auto midnight = unix_time(*year, month, day);
    if (!midnight) return std::nullopt;
    for (const DateWord& word : parts.words) {
        if (word.weekday != 0 && (word.month == 0 || !in_words) && word.weekday != weekday_of(*midnight))
            return std::nullopt;
    }
    return midnight;
}

std::optional<UnixTime> day_with_month_word(const DateParts& parts, int month) {
    if (parts.numbers.size() != 2) return std::nullopt;
    DateNumber day = parts.numbers[0];
    DateNumber year = parts.numbers[1];
    if (day.digits == 4) std::swap(day, year);
    if (day.digits > 2) return std::nullopt;
    return midnight_of(year_of(year), month, day.value, parts, true);
}

std::optional<UnixTime> day_in_numbers(const DateParts& parts, std::optional<DateOrder> order, PrintedDate& date) {
    const auto& n = parts.numbers;
    const bool names_month = std::any_of(parts.words.begin(), parts.words.end(),
                                         [](const DateWord& word) { return word.month != 0 && word.weekday == 0; });
    if (names_month || n.size() != 3 || n[1].sign == ' ' || n[1].sign != n[2].sign) return std::nullopt;
    if (n[0].digits == 4) return midnight_of(year_of(n[0]), n[1].value, n[2].value, parts);
    if (n[0].digits > 2 || n[1].digits > 2) return std::nullopt;
    const auto day_first = midnight_of(year_of(n[2]), n[1].value, n[0].value, parts);
    const auto month_first = midnight_of(year_of(n[2]), n[0].value, n[1].value, parts);
    date.sign = n[1].sign;
    // A year of two digits may stand at the front too, so such a date proves nothing.
    if (n[2].digits == 4 && day_first.has_value() != month_first.has_value()) {
        date.order = {n[1].sign, day_first ? DateOrder::day_month_year : DateOrder::month_day_year};
        return day_first ? day_first : month_first;
    }
    if (n[2].digits == 4 && day_first == month_first) return day_first;
    if (!order) {
        date.ambiguous = day_first || month_first;
        return std::nullopt;
    }
    return *order == DateOrder::day_month_year ? day_first : month_first;
}

std::optional<DateClock> clock_of(const DateParts& parts) {
    DateClock clock = *parts.clock;
    if (parts.morning && clock.hour > 12) return std::nullopt;
    if (parts.morning && clock.hour == 12) clock.hour = 0;
    if (parts.afternoon && clock.hour < 12) clock.hour += 12;
    if (clock.hour > 23 || clock.minute > 59 || clock.second > 59) return std::nullopt;
    return clock;
}

SecondsRange on_day(UnixTime midnight, const std::optional<DateClock>& clock) {
    if (!clock) return {midnight, midnight + seconds_of_day};
    const UnixTime at = midnight + clock->hour * 3'600 + clock->minute * 60 + clock->second;
    return {at, at + clock->width};
}

/// "Today", "yesterday", "Sunday": days before that of the capture. Nothing if it could be two of them.
std::optional<int> days_before(const DateWord& word, UnixTime midnight) {
    if (word.days_ago) return *word.days_ago;
    const int days = (weekday_of(midnight) - word.weekday + 7) % 7;
    if (days == 0) return std::nullopt;
    return days;
}

/// Where the zone is unknown, so is the day of the capture there; then the range covers both.
std::optional<SecondsRange> relative_day(const DateWord& word, const std::optional<DateClock>& clock,
                                         UnixTime captured_at, std::optional<int> zone_seconds) {
    std::optional<SecondsRange> all;
    for (const int zone : {zone_seconds.value_or(-12 * 3'600), zone_seconds.value_or(14 * 3'600)}) {
        const UnixTime local = captured_at + zone;
        const UnixTime midnight = local - local % seconds_of_day;
        const auto days = days_before(word, midnight);
        if (!days) return std::nullopt;
        const SecondsRange day = in_zone(on_day(midnight - *days * seconds_of_day, clock), zone_seconds);
        all = all ? SecondsRange{std::min(all->at_least, day.at_least), std::max(all->below, day.below)} : day;
    }
    all->below = std::min(all->below, captured_at + 60);  // nobody writes after the capture; the clock shows minutes
    if (all->at_least >= all->below) return std::nullopt;
    return all;
}

}  // namespace

PrintedDate read_printed_date(std::string_view printed, const PhraseBook& book, const DateContext& context) {
    PrintedDate date;
    const auto scanned = scan_date(fold(printed), book);
    if (!scanned) return date;
    const DateParts& parts = *scanned;
    std::optional<DateClock> clock;
    if (parts.clock) {
        clock = clock_of(parts);
        if (!clock) return date;
    }
    date.twelve_hours = parts.morning || parts.afternoon;
    const auto zone = parts.has_zone ? parts.zone_seconds : context.zone_seconds;
    const int month = month_of(parts.words);
    const bool relative = std::any_of(parts.words.begin(), parts.words.end(),
                                      [](const DateWord& word) { return word.days_ago.has_value(); });
    std::optional<UnixTime> midnight;
    if (month < 0) return date;
    if (parts.month && parts.day && parts.numbers.empty()) {
        if (parts.year) midnight = midnight_of(year_of({*parts.year, 4}), *parts.month, *parts.day, parts);
    } else if (parts.year || parts.month || parts.day) {
        return date;
    } else if (parts.numbers.size() == 3 && !relative) {
        midnight = day_in_numbers(parts, context.order, date);
    } else if (!parts.numbers.empty()) {
        if (month != 0 && !relative) midnight = day_with_month_word(parts, month);
    } else if (parts.words.size() == 1 && month == 0 && context.captured_at) {
        date.at = relative_day(parts.words[0], clock, *context.captured_at, zone);
    }
    if (midnight) date.at = in_zone(on_day(*midnight, clock), zone);
    return date;
}

}  // namespace rejoinder
