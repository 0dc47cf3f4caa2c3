#include "base/columns.hpp"

#include <catch2/catch.hpp>

using namespace rejoinder;

TEST_CASE("A wide letter takes two columns, and a combining mark none") {
    CHECK(columns_of("abc") == 3);
    CHECK(columns_of("日本") == 4);
    CHECK(columns_of("e\xcc\x81") == 1);
    CHECK(columns_of("ขี้") == 1);  // a Thai consonant with two marks
    CHECK(columns_of("“x …”") == 5);
}

TEST_CASE("A text that is cut ends in an ellipsis and is never wider than asked") {
    CHECK(cut_to_columns("abc", 3) == "abc");
    CHECK(cut_to_columns("abcd", 3) == "ab…");
    CHECK(cut_to_columns("日本語", 5) == "日本…");
    CHECK(cut_to_columns("日本語", 4) == "日…");
    CHECK(cut_to_columns("abc", 1) == "…");
    CHECK(cut_to_columns("abc", 0).empty());
}
