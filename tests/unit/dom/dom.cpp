#include "dom/selectors.hpp"

#include <catch2/catch.hpp>
#include <functional>

using namespace rejoinder;
using dom::Document;
using dom::Node;
using dom::SelectorSet;

namespace {

/// Texts of the elements that fit a selector, each in brackets.
std::string fitting(std::string_view html, std::string_view selector) {
    const auto document = Document::parse(html, 100).value();
    SelectorSet set;
    const int bit = set.add(selector).value();
    std::string found;
    dom::each_match(document, set, [&](Node element, std::uint64_t bits) {
        if ((bits >> bit & 1) != 0) found += "[" + dom::text_content(element) + "]";
    });
    return found;
}

}  // namespace

TEST_CASE("A selector finds elements by tag, class, id and attribute") {
    const std::string page =
        "<div class='post first'><a id=x href='/p/1'>one</a></div><div class=posts><b "
        "data-n='7'>two</b><b>three</b></div>";
    CHECK(fitting(page, ".post") == "[one]");
    CHECK(fitting(page, "b") == "[two][three]");
    CHECK(fitting(page, "#x") == "[one]");
    CHECK(fitting(page, "[data-n]") == "[two]");
    CHECK(fitting(page, "[data-n='8']").empty());
    CHECK(fitting(page, "a[href^='/p/']") == "[one]");
    CHECK(fitting(page, "a[href$='1'], b[data-n]") == "[one][two]");
    CHECK(fitting(page, "div a, div > b") == "[one][two][three]");
    CHECK(fitting(page, "body > b").empty());
}

TEST_CASE("A descendant may need another ancestor than the nearest one that fits") {
    CHECK(fitting("<p class=a><i><u class=b><u class=b><s>x</s></u></u></i></p>", ".a > i > .b s") == "[x]");
    CHECK(fitting("<div class=c><p class=b></p><div class=b><div class=b><s>x</s></div></div></div>", ".c > .b s") ==
          "[x]");
}

TEST_CASE("The quick matcher and lexbor's own agree") {
    // ":is(…)" is left to lexbor; what stands inside is plain.
    const std::string page =
        "<main><article class='a b'><p id=one title='x y'>1</p><p class=b>2<span class='a'>3</span></p></article>"
        "<article class=a lang=en-US><p title=x>4</p></article><p class='b a'>5</p></main>";
    for (const std::string_view selector :
         {"p", ".a", ".b", "#one", "[title]", "[title='x']", "[title~='y']", "[lang|='en']", "[class^='a']",
          "[class$='b']", "[title*=' ']", "article p", "main > p", "article > p > span", ".a .b", ".a.b", "p.b",
          "main .a p[title]"}) {
        INFO(selector);
        CHECK(fitting(page, selector) == fitting(page, ":is(" + std::string(selector) + ")"));
    }
}

TEST_CASE("Tags that HTML does not know are found too") {
    CHECK(fitting("<i-menu><b>x</b></i-menu><kt2>y</kt2>", "i-menu b, kt2") == "[x][y]");
    CHECK(fitting("<DIV>x</DIV>", "DIV") == "[x]");
}

TEST_CASE("Siblings and pseudo-classes are found as lexbor finds them") {
    const std::string page = "<p class=a>1</p><b>2</b><b class=c>3</b><i>4<b>5</b></i>";
    CHECK(fitting(page, ".a + b") == "[2]");
    CHECK(fitting(page, ".a ~ b.c, i > b:first-child") == "[3][5]");
    CHECK(fitting(page, "b:not(.c)") == "[2][5]");
    CHECK(fitting(page, "b:not(.c):first-child") == "[5]");
}

TEST_CASE("What is no selector is refused with its text") {
    SelectorSet set;
    CHECK(set.add("div[").error() == "\"div[\" is not a CSS selector");
    CHECK(set.add("").error() == "\"\" is not a CSS selector");
    CHECK(set.size() == 0);
}

TEST_CASE("Equal selectors share a bit, and a set holds 64") {
    SelectorSet set;
    CHECK(set.add(".a").value() == set.add(".a").value());
    for (int i = 1; i < 64; ++i) REQUIRE(set.add(".a" + std::to_string(i)).value() == i);
    CHECK(set.add(".more").error() == "more than 64 selectors in one profile");
}

TEST_CASE("A page that nests too deep is refused and a deep one is not") {
    const auto nested = [](int depth) {
        std::string page;
        for (int i = 0; i < depth; ++i) page += "<div>";
        return page;
    };
    CHECK(Document::parse(nested(50), 100));
    const auto refused = Document::parse(nested(100'000), 100);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::too_large);
    CHECK(refused.error().message == "more than 100 elements stand inside one another, as no forum writes them");
}

TEST_CASE("Text content leaves scripts and styles out") {
    const auto document = Document::parse("<p>a<script>b()</script><b>c</b><style>d</style> e</p>", 100).value();
    CHECK(dom::text_content(document.root()) == "ac e");
}

TEST_CASE("A page names its charset by mark or meta element") {
    CHECK(dom::declared_encoding("<html><head><meta charset='TIS-620'>") == "windows-874");
    CHECK(dom::declared_encoding("<html><head><script>" + std::string(2000, ' ') + "</script><meta charset=koi8-r>") ==
          "KOI8-R");
    CHECK(dom::declared_encoding("<meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'>") ==
          "windows-1252");
    CHECK(dom::declared_encoding("\xEF\xBB\xBFplain") == "UTF-8");
    CHECK(dom::declared_encoding("plain text").empty());
}

TEST_CASE("Bytes are decoded and what has no meaning is counted") {
    std::size_t replaced = 0;
    CHECK(dom::decode("caf\xE9", "windows-1252", replaced).value() == "café");
    CHECK(dom::decode("\xA1", "windows-874", replaced).value() == "ก");
    CHECK(replaced == 0);
    CHECK(dom::decode("a\xFF"
                      "b",
                      "UTF-8", replaced)
              .value() ==
          "a\uFFFD"
          "b");
    CHECK(replaced == 1);
    CHECK_FALSE(dom::decode("x", "klingon", replaced));
}
