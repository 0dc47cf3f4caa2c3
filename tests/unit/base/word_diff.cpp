#include "base/word_diff.hpp"

#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "base/words.hpp"

using namespace rejoinder;

namespace {

/// "a [-b-] {+c+}".
std::string shown(std::string_view first, std::string_view second) {
    std::string out;
    for (const DiffPart& part : word_diff(first, second)) {
        if (!out.empty()) out += ' ';
        if (part.kind == DiffKind::same) out += part.text;
        if (part.kind == DiffKind::removed) out.append("[-").append(part.text).append("-]");
        if (part.kind == DiffKind::added) out.append("{+").append(part.text).append("+}");
    }
    return out;
}

std::size_t words_of(const std::vector<DiffPart>& diff, DiffKind kind) {
    std::size_t words = 0;
    for (const DiffPart& part : diff) words += part.kind == kind ? part.words : 0;
    return words;
}

std::string many_words(std::size_t count, unsigned seed, unsigned different) {
    std::mt19937 random(seed);
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += "w" + std::to_string(random() % different) + ' ';
    return text;
}

}  // namespace

TEST_CASE("A diff names the words that went and those that came") {
    CHECK(shown("the cat sat here", "the dog sat here") == "the [-cat-] {+dog+} sat here");
    CHECK(shown("the cat sat", "the cat sat down") == "the cat sat {+down+}");
    CHECK(shown("so the cat sat", "the cat sat") == "[-so-] the cat sat");
    CHECK(shown("a b c d e", "a c e") == "a [-b-] c [-d-] e");
}

TEST_CASE("Case, signs and white space alone are no difference") {
    CHECK_FALSE(differs(word_diff("The cat, sat.\n\nHere!", "the “cat” sat here")));
    CHECK_FALSE(differs(word_diff("", " … ")));
    CHECK(word_diff("", "").empty());
}

TEST_CASE("Texts without a common word are replaced as a whole") {
    CHECK(shown("one two", "three four five") == "[-one two-] {+three four five+}");
    CHECK(shown("", "three") == "{+three+}");
    CHECK(shown("one", "") == "[-one-]");
}

TEST_CASE("The parts hold all words of both texts, in order") {
    for (unsigned seed = 0; seed < 50; ++seed) {
        const std::string a = many_words(seed * 3, seed, 8);
        const std::string b = many_words(100 - seed, seed + 1000, 8);
        const auto diff = word_diff(a, b);
        CHECK(words_of(diff, DiffKind::same) + words_of(diff, DiffKind::removed) == count_words(a));
        CHECK(words_of(diff, DiffKind::same) + words_of(diff, DiffKind::added) == count_words(b));
        for (std::size_t i = 1; i < diff.size(); ++i) CHECK(diff[i].kind != diff[i - 1].kind);
    }
}

TEST_CASE("Very long texts are compared between the words that stand once in each") {
    const std::string body = many_words(12'000, 1, 12'000);
    const auto diff = word_diff("here " + body + "there", "hence " + body + "thither");
    CHECK(words_of(diff, DiffKind::removed) == 2);

    // Nothing is at their ends to hold on to, and most of their words are repeated.
    const std::string a = "x " + many_words(10'000, 1, 6'000) + "y " + many_words(10'000, 2, 6'000);
    const std::string b = "z " + many_words(10'000, 1, 6'000) + "q " + many_words(10'000, 2, 6'000) + "r";
    const auto long_diff = word_diff(a, b);
    CHECK(words_of(long_diff, DiffKind::removed) < 20);
    CHECK(words_of(long_diff, DiffKind::added) < 20);
}
