#include "findings/key_terms.hpp"

#include <catch2/catch.hpp>

#include "unit/findings/phrases.hpp"
#include "unit/measure/sample.hpp"

using namespace rejoinder;
using namespace rejoinder::detail;
using namespace rejoinder::test;

namespace {

using Terms = std::vector<std::string>;

Terms terms_of(const Sample& sample) {
    return find_key_terms(sample.thread, sample.resolution, sample.measures().people, phrase_books());
}

Terms terms_of(std::initializer_list<const char*> texts) {
    Sample sample;
    for (const char* text : texts) sample.post("", text);
    return terms_of(sample);
}

}  // namespace

TEST_CASE("Key terms are the words that most posts share, most posts first") {
    CHECK(terms_of({"Iran and Russia", "iran, Israel", "Iran", "Russia; Peru"}) == Terms{"Iran", "Russia"});
}

TEST_CASE("A word that one post repeats is not shared") {
    CHECK(terms_of({"wolves wolves wolves", "bears", "bears"}) == Terms{"bears"});
}

TEST_CASE("Of words that as many posts share, the more used comes first, then the first to appear") {
    CHECK(terms_of({"apples bears wolves wolves", "wolves bears apples"}) == Terms{"wolves", "apples", "bears"});
}

TEST_CASE("Stop words, short words, numbers and participants' names are no key terms") {
    Sample sample;
    sample.post("Nick Carter", "They have war, 2024, Carter and peace");
    sample.post("", "they Have war, 2024, carter and peace");
    CHECK(terms_of(sample) == Terms{"peace"});
}

TEST_CASE("Addresses and file names are no key terms") {
    CHECK(terms_of({"see https://example.org/path/there and image.png, friends",
                    "https://example.org/path image.png friends."}) == Terms{"friends"});
}

TEST_CASE("A term is shown in its most common spelling, the first of equals") {
    CHECK(terms_of({"IRAN", "Iran", "Iran"}) == Terms{"Iran"});
    CHECK(terms_of({"IRAN", "Iran"}) == Terms{"IRAN"});
}

TEST_CASE("Four letters are counted as letters, not as bytes") {
    CHECK(terms_of({"été été élan", "été élan"}) == Terms{"élan"});
}

TEST_CASE("At most eight key terms") {
    const char* many = "apple banana cherry damson elder figs grape hazel iris";
    CHECK(terms_of({many, many}).size() == 8);
}
