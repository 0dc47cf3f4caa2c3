#include "base/name_replacer.hpp"

#include <catch2/catch.hpp>

using namespace rejoinder;

namespace {

NameReplacer with(const std::string& name) {
    NameReplacer names;
    names.add(name, "X");
    return names;
}

}  // namespace

TEST_CASE("A name is found whatever its case and whatever stands between its words") {
    const NameReplacer names = with("Somchai Fan");
    CHECK(names.replace("somchai fan, SOMCHAI FAN: Somchai\nFan's") == "X, X: X's");
    CHECK(names.replace("/profile/17-somchai-fan/?tab=SOMCHAI_FAN") == "/profile/17-X/?tab=X");
    CHECK(names.replace("/u/Somchai%20Fan and @SomchaiFan") == "/u/X and @X");
    CHECK(names.replace("Somchai is a fan.") == "Somchai is a fan.");
}

TEST_CASE("A short name is found as a word only, a long one also inside longer words") {
    CHECK(with("Bo").replace("Bo bobs, Bo's boat") == "X bobs, X's boat");
    CHECK(with("Lungbert").replace("Lungberts and lungbert99@example.org") == "Xs and X99@example.org");
}

TEST_CASE("In a script without spaces a name is found between other letters") {
    CHECK(with("สมชาย").replace("ขอบคุณสมชายมาก") == "ขอบคุณXมาก");
    CHECK(with("สมชาย").replace("/u/%E0%B8%AA%E0%B8%A1%E0%B8%8A%E0%B8%B2%E0%B8%A2/") == "/u/X/");
}

TEST_CASE("The longest name counts, and the first replacement of a name") {
    NameReplacer names;
    names.add("Ann", "A");
    names.add("Ann Lee", "L");
    names.add("ann", "other");
    CHECK(names.replace("Ann, Ann Lee") == "A, L");
}

TEST_CASE("A name without letters is found as it is written") {
    CHECK(with("<°))><").replace("says <°))>< here") == "says X here");
}

TEST_CASE("Text without names stays as it is, percent signs included") {
    const std::string text = "100% of “these”\n\n  words %zz %41 …";
    CHECK(with("Lungbert").replace(text) == text);
}
