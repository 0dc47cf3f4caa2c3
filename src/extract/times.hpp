// Times as forums print them.
#pragma once

#include <string_view>

#include "extract/page_reading.hpp"
#include "rejoinder/post.hpp"

namespace rejoinder {

/// Reads a time that needs nothing but its own words: ISO 8601, Unix seconds, "7 minutes ago", "19. März 2024, 19:29
/// Uhr", in the page's language or any other of the profile's. What cannot be read, or what two languages read
/// differently, stays as text, with neither `at` nor `age`: never a wrong date.
PrintedTime read_time(std::string_view printed, const PageReading& reading);

/// Reads the page's times that read_time() left: dates in numbers by the order that other dates of the page prove, else
/// by the profile's, else by the language's; "today" and "Sunday" by the moment of the capture. `language` is the
/// page's own, such as "de" or "pt-BR"; it may be empty. Posts whose time stays unread are told in one diagnostic.
void settle_times(Page& page, const Profile& profile, std::string_view language, Diagnostics& diagnostics);

}  // namespace rejoinder
