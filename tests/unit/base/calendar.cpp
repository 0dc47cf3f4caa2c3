#include "base/calendar.hpp"

#include <catch2/catch.hpp>

using namespace rejoinder;

TEST_CASE("An ISO time is as wide as what is printed") {
    CHECK(read_iso_time("2024-03-19T21:22:50Z", 0) == SecondsRange{1710883370, 1710883371});
    CHECK(read_iso_time("2024-03-19T21:22Z", 0) == SecondsRange{1710883320, 1710883380});
    CHECK(read_iso_time("2024-03-19", 0) == SecondsRange{1710806400, 1710892800});
    CHECK(read_iso_time(" 2024-03-19 21:22:50.250Z ", 0) == SecondsRange{1710883370, 1710883371});
}

TEST_CASE("A printed zone counts, and the forum's zone stands in for none") {
    CHECK(read_iso_time("2024-03-20T04:22:50+07:00", 0) == SecondsRange{1710883370, 1710883371});
    CHECK(read_iso_time("2024-03-20T04:22:50+0700", 0) == SecondsRange{1710883370, 1710883371});
    CHECK(read_iso_time("2024-03-19T17:52:50-03:30", 0) == SecondsRange{1710883370, 1710883371});
    CHECK(read_iso_time("2024-03-20T04:22:50", 7 * 3600) == SecondsRange{1710883370, 1710883371});
    CHECK(read_iso_time("2024-03-19T21:22:50Z", 7 * 3600) == SecondsRange{1710883370, 1710883371});
}

TEST_CASE("What is no ISO time is nothing") {
    for (const char* text :
         {"", "March 19", "2024", "2024-3-19", "2024-02-30", "2024-13-01", "2024-03-19T25:00Z", "2024-03-19T21:60Z",
          "2024-03-19T21:22:50 tomorrow", "2024-03-19T", "2024-03-19T21:22+7"}) {
        CHECK_FALSE(read_iso_time(text, 0));
    }
}

TEST_CASE("Civil dates are checked") {
    CHECK(unix_time(1970, 1, 1) == 0);
    CHECK(unix_time(2024, 2, 29, 23, 59, 59) == 1709251199);
    CHECK_FALSE(unix_time(2023, 2, 29));
    CHECK_FALSE(unix_time(2023, 0, 1));
    CHECK_FALSE(unix_time(2023, 1, 1, 24));
    CHECK_FALSE(unix_time(2'000'000, 1, 1));
}

TEST_CASE("A moment is printed as ISO 8601, however far away") {
    CHECK(iso_time(1710883370) == "2024-03-19T21:22:50Z");
    CHECK(iso_time(-1) == "1969-12-31T23:59:59Z");
    CHECK(iso_time(INT64_MAX) == "32767-12-31T23:59:59Z");
}

TEST_CASE("A length of time is told in its largest two units") {
    CHECK(duration_words(0) == "0 s");
    CHECK(duration_words(50) == "50 s");
    CHECK(duration_words(60) == "1 min");
    CHECK(duration_words(90) == "1 min 30 s");
    CHECK(duration_words(3 * 3600) == "3 h");
    CHECK(duration_words(3600 + 20 * 60 + 5) == "1 h 20 min");
    CHECK(duration_words(86400) == "1 day");
    CHECK(duration_words(2 * 86400 + 5 * 3600) == "2 days 5 h");
    CHECK(duration_words(-90) == "-1 min 30 s");
}
