// Dates and moments. Wraps Howard Hinnant's date library; nothing else names it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "rejoinder/post.hpp"

namespace rejoinder {

/// Reads ISO 8601: "2024-03-19T21:22:50Z", "2024-03-19T21:22:50+07:00", "2024-03-19 21:22", "2024-03-19". The range is
/// as wide as what is printed (a second, a minute, a day). A time without a zone is taken in `zone_seconds` (east is
/// positive); if that is unknown too, see in_zone().
std::optional<SecondsRange> read_iso_time(std::string_view printed, std::optional<int> zone_seconds);

/// A local time, read as if it were UTC, in its zone. If nobody knows the zone the range grows to what it is anywhere
/// on earth (UTC-12 to UTC+14): wide, and never wrong.
SecondsRange in_zone(SecondsRange local, std::optional<int> zone_seconds);

/// Unix seconds of a civil date and time in UTC. Nothing if there is no such day or time of day.
std::optional<UnixTime> unix_time(int year, int month, int day, int hour = 0, int minute = 0, int second = 0);

/// "2024-03-19T21:22:50Z".
std::string iso_time(UnixTime time);

/// A length of time in words, in its largest two units: "3 h", "1 h 20 min", "2 days 5 h", "50 s".
std::string duration_words(std::int64_t seconds);

}  // namespace rejoinder
