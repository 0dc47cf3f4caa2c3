// What a page prints of its own time.
#include <catch2/catch.hpp>
#include <string>

#include "base/calendar.hpp"
#include "extract/time/times.hpp"
#include "rejoinder/profile.hpp"

using namespace rejoinder;

namespace {

Profile any_board() {
    static const ProfileSet set = ProfileSet::load(REJOINDER_ROOT "/config").value();
    return *set.find("smf");
}

/// The range of a time on a page with this clock, "from before".
std::string settled(const std::string& printed, const PageClock& clock, std::optional<UnixTime> captured_at = {}) {
    const Profile profile = any_board();
    Page page;
    page.captured_at = captured_at;
    page.posts.emplace_back();
    page.posts.back().time = read_time(printed, profile);
    Diagnostics diagnostics;
    settle_times(page, profile, "en", diagnostics, clock);
    const PrintedTime& time = page.posts.back().time;
    return time.at ? iso_time(time.at->at_least) + " " + iso_time(time.at->below) : std::string("as printed");
}

}  // namespace

TEST_CASE("A zone is read as boards print it") {
    CHECK(read_printed_zone("UTC") == 0);
    CHECK(read_printed_zone("All times are UTC+02:00") == 7'200);
    CHECK(read_printed_zone("All times are GMT -6. The time now is 6:15 am.") == -21'600);
    CHECK(read_printed_zone("UTC - 8 hours [ DST ]") == -25'200);
    CHECK(read_printed_zone("UTC+5:30") == 19'800);
    CHECK(read_printed_zone("GMT +5.5") == 19'800);
    CHECK(read_printed_zone("GMT \u2212"
                            "3") == -10'800);
    CHECK(read_printed_zone("GMT +31") == std::nullopt);
    CHECK(read_printed_zone("local time") == std::nullopt);
}

TEST_CASE("The zone that a page prints narrows its times to what is printed") {
    CHECK(settled("Nov 03, 2024, 03:04 pm", {}) == "2024-11-03T01:04:00Z 2024-11-04T03:05:00Z");
    CHECK(settled("Nov 03, 2024, 03:04 pm", {"", "UTC+02:00"}) == "2024-11-03T13:04:00Z 2024-11-03T13:05:00Z");
    CHECK(settled("3 Nov 2024 15:04 CST", {"", "UTC+02:00"}) == settled("3 Nov 2024 15:04 CST", {}));
    CHECK(settled("2024-11-03T15:04:00Z", {"", "UTC+02:00"}) == "2024-11-03T15:04:00Z 2024-11-03T15:04:01Z");
}

TEST_CASE("The page's now tells which day today is") {
    CHECK(settled("Today at 03:04 PM", {}) == "as printed");
    CHECK(settled("Today at 03:04 PM", {"November 03, 2024, 08:10 PM", "UTC+02:00"}) ==
          "2024-11-03T13:04:00Z 2024-11-03T13:05:00Z");
    CHECK(settled("Yesterday at 03:04 PM", {"November 03, 2024, 08:10 PM", "UTC"}) ==
          "2024-11-02T15:04:00Z 2024-11-02T15:05:00Z");
    // Nobody knows the zone: the day is told in the page's own, and the range is wide.
    CHECK(settled("Today at 03:04 PM", {"November 03, 2024, 08:10 PM", ""}) ==
          "2024-11-03T01:04:00Z 2024-11-04T03:05:00Z");
    CHECK(settled("Nov 03, 2024, 03:04 pm", {"November 03, 2024, 08:10 PM", ""}) ==
          "2024-11-03T01:04:00Z 2024-11-04T03:05:00Z");
    // A now that cannot be read says nothing.
    CHECK(settled("Today at 03:04 PM", {"some time", ""}) == "as printed");
}
