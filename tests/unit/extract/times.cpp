#include "extract/time/times.hpp"

#include <catch2/catch.hpp>

#include "base/calendar.hpp"
#include "rejoinder/profile.hpp"

using namespace rejoinder;

namespace {

PrintedTime read(std::string_view printed, std::optional<int> zone_seconds = 0) {
    static const ProfileSet set = ProfileSet::load(REJOINDER_ROOT "/config").value();
    Profile profile = *set.find("invision");
    profile.zone_seconds = zone_seconds;
    return read_time(printed, profile);
}

}  // namespace

TEST_CASE("An age covers all that rounds down to it") {
    CHECK(read("7 minutes ago").age == SecondsRange{420, 480});
    CHECK(read("an hour ago").age == SecondsRange{3600, 7200});
    CHECK(read("Just now").age == SecondsRange{0, 60});
    CHECK_FALSE(read("7 minutes ago").at);
}

TEST_CASE("A moment is as wide as what is printed") {
    CHECK(read("2024-03-19T21:22:50Z").at == SecondsRange{1710883370, 1710883371});
    CHECK(read("1710883370").at == SecondsRange{1710883370, 1710883371});
    CHECK(read("March 19, 2024").at == SecondsRange{1710806400, 1710892800});
    CHECK(read("March 19, 2024 at 9:22 PM").at == SecondsRange{1710883320, 1710883380});
}

TEST_CASE("A time without a zone is taken in the forum's") {
    CHECK(read("2024-03-19 21:22", 7 * 3600).at->at_least == 1710883320 - 7 * 3600);
}

TEST_CASE("A time in a zone that nobody knows is as wide as the earth") {
    const SecondsRange anywhere{1710883320 - 14 * 3600, 1710883380 + 12 * 3600};
    CHECK(read("2024-03-19 21:22", std::nullopt).at == anywhere);
    CHECK(read("March 19, 2024 at 9:22 PM", std::nullopt).at == anywhere);
    CHECK(read("2024-03-19T21:22Z", std::nullopt).at == SecondsRange{1710883320, 1710883380});
}

TEST_CASE("What cannot be read stays printed and gets no time") {
    for (const std::string_view printed :
         {"on a Tuesday", "99 March 2024", "March 42, 2024", "2024-02-30", "123", ""}) {
        INFO(printed);
        const PrintedTime time = read(printed);
        CHECK(time.text == printed);
        CHECK_FALSE(time.at);
        CHECK_FALSE(time.age);
    }
}
