#include "pattern/pattern.hpp"

#include <catch2/catch.hpp>
#include <thread>

using namespace rejoinder;

namespace {

Pattern compiled(std::string_view source) {
    const auto pattern = Pattern::compile(source);
    REQUIRE(pattern.has_value());
    return *pattern;
}

}  // namespace

TEST_CASE("A match tells its place and its groups by name") {
    const Pattern pattern = compiled(R"(^(?<when>\d+ \w+ ago), (?<author>.+) said:$)");
    PatternMatch match;
    const std::string text = "before\n7 minutes ago, thaibeachlovers said:\nafter";
    REQUIRE(pattern.find(text, 0, match) == true);
    CHECK(match.begin == 7);
    CHECK(match.end == 43);
    CHECK(match.groups[pattern.group("when")] == "7 minutes ago");
    CHECK(match.groups[pattern.group("author")] == "thaibeachlovers");
    CHECK(match.groups[0].data() == text.data() + 7);
    CHECK(pattern.group("nobody") == 0);
}

TEST_CASE("A search goes on from where it is told, and sees what stands before") {
    const Pattern pattern = compiled("(?<=a)b");
    PatternMatch match;
    REQUIRE(pattern.find("abab", 1, match) == true);
    CHECK(match.begin == 1);
    REQUIRE(pattern.find("abab", 2, match) == true);
    CHECK(match.begin == 3);
    CHECK(pattern.find("abab", 4, match) == false);
    CHECK(pattern.find("abab", 5, match) == false);
    CHECK(pattern.find({}, 0, match) == false);
}

TEST_CASE("A group that took no part is told from an empty one") {
    const Pattern pattern = compiled("(a)|(b*)c");
    PatternMatch match;
    REQUIRE(pattern.find("c", 0, match) == true);
    REQUIRE(match.groups.size() == 3);
    CHECK(match.groups[1].data() == nullptr);
    CHECK(match.groups[2].empty());
    CHECK(match.groups[2].data() != nullptr);
}

TEST_CASE("Letters and digits follow Unicode, and a dot stops at a line's end") {
    CHECK(compiled(R"(^\w+$)").matches("ไทย"));
    CHECK(compiled(R"(^\h$)").matches("\u00A0"));
    CHECK(compiled("(?i)ÄRGER").matches("ärger"));
    CHECK_FALSE(compiled("a.b").matches("a\nb"));
    CHECK(compiled("(?s)a.b").matches("a\nb"));
}

TEST_CASE("Bytes that are no UTF-8 do not stop a search") {
    const Pattern pattern = compiled("said:");
    PatternMatch match;
    REQUIRE(pattern.find("\xFF\xFE said:", 0, match) == true);
    CHECK(match.begin == 3);
    CHECK_FALSE(compiled("^.$").matches("\xFF"));
}

TEST_CASE("A bad pattern tells what is wrong and where") {
    const auto pattern = Pattern::compile("abc(def");
    REQUIRE_FALSE(pattern.has_value());
    CHECK(pattern.error().offset == 7);
    CHECK(pattern.error().message == "missing closing parenthesis");
}

TEST_CASE("A pattern that runs away is stopped, and the error names it") {
    const Pattern pattern = compiled("^(a+)+$");
    const std::string text = std::string(60, 'a') + "!";
    PatternMatch match;
    const auto found = pattern.find(text, 0, match);
    REQUIRE_FALSE(found.has_value());
    CHECK(found.error().code == ErrorCode::bad_config);
    CHECK(found.error().message ==
          "the pattern '^(a+)+$' takes too long on this page (match limit exceeded); make it more specific, or use "
          "possessive "
          "repeats such as '[^\\n]*+'");
    CHECK_FALSE(pattern.matches(text));
}

TEST_CASE("A long lazy run is matched although it outgrows the matcher's stack") {
    const std::string text = "<" + std::string(100'000, 'x') + ">";
    PatternMatch match;
    CHECK(compiled("<(?:x|y)*>").find(text, 0, match) == true);
}

TEST_CASE("A pattern may be copied and shared between threads") {
    const Pattern pattern = compiled("(\\d+)");
    std::vector<std::string> found(4);
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < found.size(); ++i) {
        threads.emplace_back([&found, copy = pattern, i] {
            PatternMatch match;
            const std::string text = "number " + std::to_string(i * 1000);
            if (copy.find(text, 0, match) == true) found[i] = match.groups[1];
        });
    }
    for (std::thread& thread : threads) thread.join();
    CHECK(found == std::vector<std::string>{"0", "1000", "2000", "3000"});
    CHECK(pattern.source() == "(\\d+)");
}
