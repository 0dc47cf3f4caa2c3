// Times as forums print them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extract/page_reading.hpp"
#include "rejoinder/post.hpp"

namespace rejoinder {

/// Reads a time that needs nothing but its own words: ISO 8601, Unix seconds, "7 minutes ago", "19. März 2024, 19:29
/// Uhr", in the page's language or any other of the profile's. What cannot be read, or what two languages read
/// differently, stays as text, with neither `at` nor `age`: never a wrong date.
PrintedTime read_time(std::string_view printed, const PageReading& reading);

/// What a page says of its own time, as printed; either may be empty.
struct PageClock {
    std::string now;   // "It is currently Sun Nov 22, 2026 10:32 am"
    std::string zone;  // of all times on the page: "UTC+02:00", "GMT -6", "UTC + 1 hour [ DST ]"
};

/// Reads the page's times that read_time() left: dates in numbers by the order that other dates of the page prove, else
/// by the profile's, else by the language's; "today" and "Sunday" by the moment of the capture. `language` is the
/// page's own, such as "de" or "pt-BR"; it may be empty. What the page's clock says of its zone also narrows the times
/// that were read without one. Posts whose time stays unread are told in one diagnostic.
void settle_times(Page& page, const Profile& profile, std::string_view language, Diagnostics& diagnostics,
                  const PageClock& clock = {});

/// Seconds east of UTC of "UTC+02:00", "GMT -6", "All times are UTC - 8 hours [ DST ]" (brackets add the hour of summer
/// time); nothing if the text names no such zone.
std::optional<int> read_printed_zone(std::string_view printed);

}  // namespace rejoinder
