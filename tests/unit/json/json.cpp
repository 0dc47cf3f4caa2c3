#include "json/json.hpp"

#include <catch2/catch.hpp>

using namespace rejoinder;

namespace {

Result<json::Value> parse(json::Parser& parser, std::string_view text) {
    std::size_t mended = 0;
    return parser.parse(text, mended);
}

std::string wrong(std::string_view text) {
    json::Parser parser(100);
    const auto value = parse(parser, text);
    return value ? "" : value.error().message;
}

}  // namespace

TEST_CASE("Values of JSON are looked up without exceptions, whatever their type") {
    json::Parser parser(100);
    const auto root = parse(parser, R"({"a": [1, 2.5, "x", true, null, {}], "b": 1.0, "c": 18446744073709551615})");
    REQUIRE(root);
    const auto a = root->member("a").elements();
    REQUIRE(a.size() == 6);
    CHECK(a[0].text() == "1");
    CHECK(a[1].text() == "2.5");
    CHECK(a[1].integer() == std::nullopt);
    CHECK(a[2].string() == "x");
    CHECK(a[3].is_true());
    CHECK(a[4].kind() == json::Kind::null);
    CHECK(a[5].is_object());
    CHECK(root->member("b").text() == "1");
    CHECK(root->member("c").integer() == std::nullopt);
    CHECK_FALSE(root->member("none"));
    CHECK_FALSE(a[0].member("a"));
    CHECK(root->elements().empty());
}

TEST_CASE("What is wrong with JSON is said as a clause") {
    CHECK(wrong(R"({"a": "b)") == "is cut short inside a string");
    CHECK(wrong(R"({"a": 1)") == "is no valid JSON, or is cut short");
    CHECK(wrong(R"({"a": 1e999999})") == "has a number that is wrong or too large");
    CHECK(wrong(std::string(101, '[') + std::string(101, ']')) ==
          "opens more than 100 arrays and objects inside one another");
    CHECK(wrong("") == "is empty");
    CHECK(wrong("\"\xFF\"") == "is not UTF-8");
}

TEST_CASE("Half a surrogate pair becomes U+FFFD, and a whole pair stays") {
    json::Parser parser(100);
    std::size_t mended = 0;
    const auto value = parser.parse(R"(["\ud83d", "\ud83d\ude00", "\\ud83d", "\ude00x"])", mended);
    REQUIRE(value);
    const auto strings = value->elements();
    CHECK(strings[0].string() == "\uFFFD");
    CHECK(strings[1].string() == "\U0001F600");
    CHECK(strings[2].string() == "\\ud83d");
    CHECK(strings[3].string() == "\uFFFDx");
    CHECK(mended == 2);
}
