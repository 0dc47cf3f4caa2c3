#include "extract/times.hpp"

#include <algorithm>
#include <charconv>

#include "base/calendar.hpp"
#include "base/unicode.hpp"

namespace rejoinder {

namespace {

std::optional<std::int64_t> number(std::string_view digits) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return value;
}

std::string_view group(const Pattern& pattern, const PatternMatch& match, std::string_view name) {
    const std::size_t index = pattern.group(name);
    return index == 0 || index >= match.groups.size() ? std::string_view() : match.groups[index];
}

template <class Value>
std::optional<Value> look_up(const std::map<std::string, Value, std::less<>>& words, std::string_view word) {
    const auto at = words.find(fold(word));
    if (at == words.end()) return std::nullopt;
    return at->second;
}

/// "7 minutes ago" is 7 to 8 minutes: forums round down.
std::optional<SecondsRange> read_age(std::string_view printed, const PhraseBook& book) {
    PatternMatch match;
    for (const Pattern& pattern : book.just_now) {
        if (pattern.find(printed, 0, match).value_or(false)) return SecondsRange{0, 60};
    }
    for (const Pattern& pattern : book.ages) {
        if (!pattern.find(printed, 0, match).value_or(false)) continue;
        const std::string_view printed_count = group(pattern, match, "count");
        auto count = number(printed_count);
        if (!count) count = look_up(book.numbers, printed_count);
        const auto unit = look_up(book.units, group(pattern, match, "unit"));
        if (count && unit && *count < 10'000) return SecondsRange{*count * *unit, (*count + 1) * *unit};
    }
    return std::nullopt;
}

/// Hour of the day from a printed hour and the word for its half of the day; nothing if they do not go together.
std::optional<int> hour_of_day(int hour, std::string_view half, const PhraseBook& book) {
    if (half.empty()) return hour;
    if (hour < 1 || hour > 12) return std::nullopt;
    const bool afternoon = std::find(book.afternoon.begin(), book.afternoon.end(), fold(half)) != book.afternoon.end();
    return hour % 12 + (afternoon ? 12 : 0);
}

std::optional<SecondsRange> read_date(std::string_view printed, const PhraseBook& book,
                                      std::optional<int> zone_seconds) {
    PatternMatch match;
    for (const Pattern& pattern : book.dates) {
        if (!pattern.find(printed, 0, match).value_or(false)) continue;
        const auto year = number(group(pattern, match, "year"));
        const auto day = number(group(pattern, match, "day"));
        const std::string_view printed_month = group(pattern, match, "month");
        auto month = number(printed_month);
        if (!month) month = look_up(book.months, printed_month);
        if (!year || !month || !day) continue;
        const std::string_view printed_hour = group(pattern, match, "hour");
        const std::string_view printed_minute = group(pattern, match, "minute");
        const bool has_hour = !printed_hour.empty();
        const auto hour =
            hour_of_day(static_cast<int>(number(printed_hour).value_or(0)), group(pattern, match, "half"), book);
        if (has_hour && !hour) continue;
        const auto begin = unix_time(static_cast<int>(*year), static_cast<int>(*month), static_cast<int>(*day),
                                     has_hour ? *hour : 0, static_cast<int>(number(printed_minute).value_or(0)));
        if (!begin) continue;
        const std::int64_t width = !has_hour ? 86'400 : printed_minute.empty() ? 3'600 : 60;
        return in_zone({*begin, *begin + width}, zone_seconds);
    }
    return std::nullopt;
}

/// Ten digits are Unix seconds, as markup holds them.
std::optional<SecondsRange> read_unix_time(std::string_view printed) {
    if (printed.size() < 9 || printed.size() > 10) return std::nullopt;
    const auto seconds = number(printed);
    if (!seconds) return std::nullopt;
    return SecondsRange{*seconds, *seconds + 1};
}

}  // namespace

PrintedTime read_time(std::string_view printed, const Profile& profile) {
    PrintedTime time;
    time.text = one_line(printed);
    if (time.text.empty()) return time;
    time.at = read_unix_time(time.text);
    if (!time.at) time.at = read_iso_time(time.text, profile.zone_seconds);
    if (time.at) return time;
    for (const auto& book : profile.phrases) {
        time.age = read_age(time.text, *book);
        if (time.age) return time;
        time.at = read_date(time.text, *book, profile.zone_seconds);
        if (time.at) return time;
    }
    return time;
}

}  // namespace rejoinder
