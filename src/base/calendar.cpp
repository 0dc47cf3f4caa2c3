#include "base/calendar.hpp"

#include <date/date.h>
#include <fmt/compile.h>
#include <fmt/format.h>
#include <algorithm>
#include <chrono>
#include <cstdint>

#include "base/unicode.hpp"

namespace rejoinder {

namespace {

constexpr std::int64_t minute = 60;
constexpr std::int64_t hour = 60 * minute;
constexpr std::int64_t day = 24 * hour;
constexpr std::int64_t easternmost = 14 * hour;
constexpr std::int64_t westernmost = -12 * hour;

/// Reads a printed time from the front to the back.
class Reader {
public:
    explicit Reader(std::string_view text) : rest_(text) {}

    bool done() const { return rest_.empty(); }
    bool skip(char c) {
        if (rest_.empty() || rest_[0] != c) return false;
        rest_.remove_prefix(1);
        return true;
    }

    /// A number of exactly `digits` digits.
    std::optional<int> number(std::size_t digits) {
        if (rest_.size() < digits) return std::nullopt;
        int value = 0;
        for (const char c : rest_.substr(0, digits)) {
            if (c < '0' || c > '9') return std::nullopt;
            value = value * 10 + (c - '0');
        }
        rest_.remove_prefix(digits);
        return value;
    }

    void skip_digits() {
        while (!rest_.empty() && rest_[0] >= '0' && rest_[0] <= '9') rest_.remove_prefix(1);
    }

private:
    std::string_view rest_;
};

/// Seconds of "Z", "+07:00", "+0700" or "+07". Nothing if something else stands there.
std::optional<int> read_zone(Reader& reader) {
    reader.skip(' ');
    if (reader.skip('Z') || reader.skip('z')) return 0;
    const bool west = reader.skip('-');
    if (!west && !reader.skip('+')) return std::nullopt;
    const auto hours = reader.number(2);
    if (!hours || *hours > 18) return std::nullopt;
    reader.skip(':');
    const int minutes = reader.done() ? 0 : reader.number(2).value_or(60);
    if (minutes > 59) return std::nullopt;
    return (west ? -1 : 1) * static_cast<int>(*hours * hour + minutes * minute);
}

struct Clock {
    int hour = 0;
    int minute = 0;
    int second = 0;
    std::int64_t width = day;
};

/// "21:22" or "21:22:50", with fractions of a second that are dropped.
std::optional<Clock> read_clock(Reader& reader) {
    Clock clock;
    const auto hours = reader.number(2);
    if (!hours || !reader.skip(':')) return std::nullopt;
    const auto minutes = reader.number(2);
    if (!minutes) return std::nullopt;
    clock = {*hours, *minutes, 0, minute};
    if (reader.skip(':')) {
        const auto seconds = reader.number(2);
        if (!seconds) return std::nullopt;
        clock.second = *seconds;
        clock.width = 1;
        if (reader.skip('.') || reader.skip(',')) reader.skip_digits();
    }
    return clock;
}

}  // namespace

SecondsRange in_zone(SecondsRange local, std::optional<int> zone_seconds) {
    if (zone_seconds) return {local.at_least - *zone_seconds, local.below - *zone_seconds};
    return {local.at_least - easternmost, local.below - westernmost};
}

std::optional<SecondsRange> read_iso_time(std::string_view printed, std::optional<int> zone_seconds) {
    Reader reader(trim(printed));
    const auto year = reader.number(4);
    if (!year || !reader.skip('-')) return std::nullopt;
    const auto month = reader.number(2);
    if (!month || !reader.skip('-')) return std::nullopt;
    const auto month_day = reader.number(2);
    if (!month_day) return std::nullopt;
    Clock clock;
    if (!reader.done()) {
        if (!reader.skip('T') && !reader.skip('t') && !reader.skip(' ')) return std::nullopt;
        const auto time = read_clock(reader);
        if (!time) return std::nullopt;
        clock = *time;
        if (!reader.done()) {
            zone_seconds = read_zone(reader);
            if (!zone_seconds || !reader.done()) return std::nullopt;
        }
    }
    const auto moment = unix_time(*year, *month, *month_day, clock.hour, clock.minute, clock.second);
    if (!moment) return std::nullopt;
    return in_zone({*moment, *moment + clock.width}, zone_seconds);
}

std::optional<UnixTime> unix_time(int year, int month, int month_day, int hours, int minutes, int seconds) {
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59) return std::nullopt;
    if (month < 1 || month > 12 || month_day < 1 || month_day > 31) return std::nullopt;
    if (year < static_cast<int>(date::year::min()) || year > static_cast<int>(date::year::max())) return std::nullopt;
    const date::year_month_day date{date::year(year), date::month(static_cast<unsigned>(month)),
                                    date::day(static_cast<unsigned>(month_day))};
    if (!date.ok()) return std::nullopt;
    return date::sys_days(date).time_since_epoch().count() * day + hours * hour + minutes * minute + seconds;
}

std::string iso_time(UnixTime time) {
    // Beyond the calendar's years a time is only a damaged number: it is shown as the calendar's last moment.
    constexpr std::int64_t last = 971'890'963'199;  // 32767-12-31T23:59:59Z
    time = std::clamp(time, -last, last);
    const date::sys_seconds moment{std::chrono::seconds{time}};
    const auto midnight = date::floor<date::days>(moment);
    const date::year_month_day date{midnight};
    const date::hh_mm_ss clock{moment - midnight};
    // Every row of a report holds such times: the form is compiled, as reading it anew cost half of the whole report.
    return fmt::format(FMT_COMPILE("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z"), static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), clock.hours().count(),
                       clock.minutes().count(), clock.seconds().count());
}

std::string duration_words(std::int64_t seconds) {
    if (seconds < 0) return fmt::format("-{}", duration_words(seconds == INT64_MIN ? INT64_MAX : -seconds));
    const auto pair = [](std::int64_t big, std::string_view big_unit, std::int64_t small, std::string_view small_unit) {
        return small == 0 ? fmt::format("{} {}", big, big_unit)
                          : fmt::format("{} {} {} {}", big, big_unit, small, small_unit);
    };
    if (seconds >= day) return pair(seconds / day, seconds / day == 1 ? "day" : "days", seconds % day / hour, "h");
    if (seconds >= hour) return pair(seconds / hour, "h", seconds % hour / minute, "min");
    if (seconds >= minute) return pair(seconds / minute, "min", seconds % minute, "s");
    return fmt::format("{} s", seconds);
}

}  // namespace rejoinder
