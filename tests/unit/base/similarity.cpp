#include "base/similarity.hpp"

#include <catch2/catch.hpp>

using namespace rejoinder;

namespace {

std::string runs_of(std::string_view a, std::string_view b) {
    const std::vector<std::uint32_t> left(a.begin(), a.end());
    const std::vector<std::uint32_t> right(b.begin(), b.end());
    std::string shown;
    for (const CommonRun& run : common_runs(left, right)) {
        CHECK(a.substr(run.a, run.length) == b.substr(run.b, run.length));
        if (!shown.empty()) shown += '|';
        shown += a.substr(run.a, run.length);
    }
    return shown;
}

}  // namespace

TEST_CASE("The nearest name is the one that was meant, whatever its case") {
    const std::vector<std::string> names{"invision", "asean-now", "select", "selection"};
    CHECK(nearest_name("selct", names) == "select");
    CHECK(nearest_name("INVISON", names) == "invision");
    CHECK(nearest_name("asean_now", names) == "asean-now");
}

TEST_CASE("Nothing is meant by a word that is like no name") {
    CHECK(nearest_name("phpbb", {"invision", "wordpress"}).empty());
    CHECK(nearest_name("x", {}).empty());
}

TEST_CASE("Of two names that are equally near the first is taken") {
    CHECK(nearest_name("boat", {"coat", "goat"}) == "coat");
}

TEST_CASE("What two sequences have in common comes as unbroken runs in order") {
    CHECK(runs_of("abcdef", "abcdef") == "abcdef");
    CHECK(runs_of("abcXdef", "abcdef") == "abc|def");
    CHECK(runs_of("abcdef", "abcYdef") == "abc|def");
    CHECK(runs_of("abXcd", "abYcd") == "ab|cd");
    CHECK(runs_of("cde", "abcdefg") == "cde");
    CHECK(runs_of("abc", "xyz").empty());
    CHECK(runs_of("", "abc").empty());
    CHECK(runs_of("abc", "").empty());
}

TEST_CASE("Runs work on sequences longer than a machine word") {
    std::string a(500, 'a');
    for (std::size_t i = 0; i < a.size(); ++i) a[i] = static_cast<char>('a' + i % 26);
    std::string b = a;
    b.erase(200, 30);
    CHECK(runs_of(a, b).size() == 470 + 1);
}
