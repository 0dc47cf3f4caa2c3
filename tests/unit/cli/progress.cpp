#include "cli/progress.hpp"

#include <catch2/catch.hpp>

using namespace rejoinder::cli;

TEST_CASE("While pages are read, progress tells how many, and how many were skipped") {
    CHECK(progress_line({1, 0, 0, 0}, 1) == "1 page read");
    CHECK(progress_line({1200, 3, 0, 0}, 1) == "1200 pages read, 3 pages skipped");
}

TEST_CASE("While threads are analysed, progress tells rate and time left") {
    CHECK(progress_line({9, 1, 120, 5000}, 3) == "120 of 5000 threads, 40 a second, 2 min 2 s left, 1 page skipped");
    CHECK(progress_line({9, 0, 1, 3}, 2) == "1 of 3 threads, 0.5 a second, 4 s left");
    CHECK(progress_line({9, 0, 0, 3}, 0) == "0 of 3 threads");
}
