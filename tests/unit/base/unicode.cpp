#include "base/unicode.hpp"

#include <catch2/catch.hpp>

using namespace rejoinder;

TEST_CASE("Valid UTF-8 has no invalid place, and the first one is told where there is") {
    CHECK_FALSE(invalid_utf8_at(""));
    CHECK_FALSE(invalid_utf8_at("plain ASCII that is longer than eight bytes"));
    CHECK_FALSE(invalid_utf8_at("ไทย 😞 — Ω"));
    CHECK(invalid_utf8_at("12345678\xFFz") == 8);
    CHECK(invalid_utf8_at("ab\xC3") == 2);
    CHECK(invalid_utf8_at("\xC0\x80") == 0);          // overlong
    CHECK(invalid_utf8_at("x\xED\xA0\x80") == 1);     // a surrogate
    CHECK(invalid_utf8_at("\xF4\x90\x80\x80") == 0);  // beyond Unicode
}

TEST_CASE("Invalid bytes are replaced as browsers replace them") {
    CHECK(replace_invalid_utf8("a\xFF"
                               "b") ==
          "a\uFFFD"
          "b");
    CHECK(replace_invalid_utf8("\xE2\x82z") == "\uFFFDz");
    CHECK(replace_invalid_utf8("\xF0\x9F\x98\x9E") == "😞");
    CHECK(replace_invalid_utf8("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD");
}

TEST_CASE("Folding makes two spellings of one text equal") {
    CHECK(fold("PLAIN ascii 'x'") == "plain ascii 'x'");
    CHECK(fold("“It’s” – ‘so’ — it’s") == "\"it's\" - 'so' - it's");
    CHECK(fold("a\u00A0b\u2003c\u200Bd") == "a b c d");
    CHECK(fold("Straße ﬁ Ａ…") == "strasse fi a...");
    CHECK(fold("NAI\u0308VE") == fold("naïve"));
}

TEST_CASE("Spaces of all kinds are seen at the front") {
    std::size_t length = 0;
    CHECK(starts_with_space(" x", length));
    CHECK(length == 1);
    CHECK(starts_with_space("\u00A0x", length));
    CHECK(length == 2);
    CHECK(starts_with_space("\u200B", length));
    CHECK(length == 3);
    CHECK(starts_with_space("\u3000x", length));
    CHECK_FALSE(starts_with_space("x ", length));
    CHECK_FALSE(starts_with_space("", length));
    CHECK_FALSE(starts_with_space("é", length));
}

TEST_CASE("Trimming takes Unicode's spaces at both ends and nothing else") {
    CHECK(trim(" \t\u00A0 a b\u2003\r\n\u00A0") == "a b");
    CHECK(trim("ไทย") == "ไทย");
    CHECK(trim("à") == "à");  // its last byte is that of a no-break space
    CHECK(trim("\u00A0\u200B ").empty());
}

TEST_CASE("A text on one line has one space for each run of white space") {
    CHECK(one_line("  a\n\n b\u00A0\u00A0c ") == "a b c");
    CHECK(one_line("\n").empty());
}

TEST_CASE("Lines count from one") {
    CHECK(line_of("a\nb\nc", 0) == 1);
    CHECK(line_of("a\nb\nc", 1) == 1);
    CHECK(line_of("a\nb\nc", 2) == 2);
    CHECK(line_of("a\nb\nc", 99) == 3);
}
