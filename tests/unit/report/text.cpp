#include "report/text.hpp"

#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "report/words.hpp"

using namespace rejoinder::report;

namespace {

std::string line(std::string_view text, Style style) {
    std::string out;
    append_line(out, text, style);
    return out;
}

std::string markdown(std::string_view text) {
    return line(text, Style::markdown);
}

std::string opening(std::string_view text, std::size_t letters) {
    std::string out;
    append_opening(out, text, letters, Style::plain);
    return out;
}

std::string number(double value) {
    std::string out;
    append_number(out, value);
    return out;
}

std::string listed(const std::vector<std::uint32_t>& indices) {
    std::string out;
    append_numbers(out, indices);
    return out;
}

}  // namespace

TEST_CASE("Text of a page becomes one line") {
    CHECK(line("  two\n\n lines\tand more \n", Style::plain) == "two lines and more");
    CHECK(line("", Style::plain) == "");
}

TEST_CASE("HTML in a page's text is text in Markdown") {
    CHECK(markdown("<script>alert(1)</script>") == "&lt;script&gt;alert(1)&lt;/script&gt;");
    CHECK(markdown("&lt;b&gt; & so on") == "&amp;lt;b&amp;gt; & so on");
    CHECK(markdown("<!-- gone -->") == "&lt;!-- gone --&gt;");
}

TEST_CASE("Markdown in a page's text is text in Markdown") {
    CHECK(markdown("**bold** `code` ~~gone~~") == "\\*\\*bold\\*\\* \\`code\\` \\~\\~gone\\~\\~");
    CHECK(markdown("[link](javascript:alert(1))") == "\\[link\\](javascript:alert(1))");
    CHECK(markdown("![picture](x.png)") == "!\\[picture\\](x.png)");
    CHECK(markdown("a | b") == "a \\| b");
    CHECK(markdown("back\\slash") == "back\\\\slash");
    CHECK(markdown("$x$") == "\\$x\\$");
    CHECK(markdown("see http://evil.example and www.evil.example") ==
          "see http\\://evil.example and www\\.evil.example");
}

TEST_CASE("An underscore inside a name stays as it is, one that could emphasise does not") {
    CHECK(markdown("nick_carter") == "nick_carter");
    CHECK(markdown("_so_") == "\\_so\\_");
}

TEST_CASE("What would begin a heading or a list begins none") {
    CHECK(markdown("# heading") == "\\# heading");
    CHECK(markdown("- item") == "\\- item");
    CHECK(markdown("+ item") == "\\+ item");
    CHECK(markdown("=====") == "\\=====");
    CHECK(markdown("12. item") == "12\\. item");
    CHECK(markdown("1947) item") == "1947\\) item");
    CHECK(markdown("1947") == "1947");
    CHECK(markdown("1947 was a year.") == "1947 was a year.");
}

TEST_CASE("Control characters and direction overrides are dropped everywhere") {
    for (const Style style : {Style::plain, Style::markdown, Style::label}) {
        CHECK(line("a\x1b[31mb", style).find('\x1b') == std::string::npos);
        CHECK(line("a\u202Eb\u2066c\u009Bd", style) == "abcd");
        CHECK(line("a\u2028b", style) == "a b");
    }
}

TEST_CASE("Signs of other alphabets stay") {
    CHECK(markdown("ไทย – “so” 😞 é …") == "ไทย – “so” 😞 é …");
}

TEST_CASE("A cut-off multi-byte sign at the end of text does no harm") {
    CHECK(line("abc\xe2", Style::plain) == "abc\xe2");
    CHECK(line("abc\xe2\x80", Style::markdown) == "abc\xe2\x80");
    CHECK(line("abc\xc2", Style::label) == "abc\xc2");
}

TEST_CASE("A fence cannot be closed and holds no tag") {
    CHECK(line("``` <b>", Style::label) == "''' ‹b›");
}

TEST_CASE("An opening is cut after a word, or between letters where there are no words") {
    CHECK(opening("one two three", 20) == "“one two three”");
    CHECK(opening("one two three", 9) == "“one two …”");
    CHECK(opening("one two three", 7) == "“one two …”");
    CHECK(opening("ไทยไทยไทย", 3) == "“ไทย …”");
    CHECK(opening("", 9) == "“”");
}

TEST_CASE("An opening begins behind the names of pictures, unless there is nothing else") {
    CHECK(opening("image.png Thailand's", 20) == "“Thailand's”");
    CHECK(opening("a.JPG\n\nb.webp c.jpeg d.gif word e.png", 20) == "“word e.png”");
    CHECK(opening("image.png", 20) == "“image.png”");
    CHECK(opening(".png https://x.example/y.png", 40) == "“.png https://x.example/y.png”");
}

TEST_CASE("Confidences are rounded down") {
    const auto confidence = [](double value) {
        std::string out;
        append_confidence(out, value);
        return out;
    };
    CHECK(confidence(0.999) == "0.99");
    CHECK(confidence(1) == "1.00");
    for (int i = 0; i <= 100; ++i) CHECK(confidence(i / 100.0) == fmt::format("{}.{:02}", i / 100, i % 100));
}

TEST_CASE("A block quote keeps paragraphs and line breaks and escapes each line") {
    std::string out;
    append_block_quote(out, "one\n# two\n\n\n- three");
    CHECK(out == "> one\\\n> \\# two\n>\n> \\- three\n");
}

TEST_CASE("Numbers have at most three decimals and no trailing zeros") {
    CHECK(number(3) == "3");
    CHECK(number(0.5) == "0.5");
    CHECK(number(2.0 / 3) == "0.667");
    CHECK(number(-0.0001) == "0");
    CHECK(number(1e300).find('e') == std::string::npos);
}

TEST_CASE("Lists of posts end with \"and\", and long ones with how many more") {
    CHECK(listed({2}) == "3");
    CHECK(listed({2, 3, 6}) == "3, 4 and 7");
    CHECK(listed({0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}) == "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 13");
    CHECK(listed({0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13}) == "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 2 more");
}
