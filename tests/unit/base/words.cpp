#include "base/words.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace rejoinder;

namespace {

/// The words of a text as they stand in it, separated by "|".
std::string words_of(std::string_view text) {
    std::string shown;
    for (const Word& word : split_words(text)) {
        if (!shown.empty()) shown += '|';
        shown += text.substr(word.begin, word.end - word.begin);
    }
    return shown;
}

/// The hash of a text that is one word.
std::uint32_t hash_of(std::string_view text) {
    const Words words = split_words(text);
    REQUIRE(words.size() == 1);
    return words[0].hash;
}

}  // namespace

TEST_CASE("Letters and digits make words, and other signs do not") {
    CHECK(words_of("Well done NATO, Biden etc, NOT.") == "Well|done|NATO|Biden|etc|NOT");
    CHECK(words_of("in 2024, 3+3 = six_seven") == "in|2024|3|3|six|seven");
    CHECK(words_of("U.S. e-mail") == "U|S|e|mail");
    CHECK(words_of("").empty());
    CHECK(words_of(" … — ! ©").empty());
}

TEST_CASE("An apostrophe belongs to a word only between two letters") {
    CHECK(words_of("It's 'rock 'n' roll', the west's") == "It's|rock|n|roll|the|west's");
    CHECK(words_of("It’s ‘rock’ don’t’") == "It’s|rock|don’t");
}

TEST_CASE("A word is the same word in any case, with any apostrophe and in any Unicode form") {
    CHECK(hash_of("It's") == hash_of("IT'S"));
    CHECK(hash_of("It's") == hash_of("it’s"));
    CHECK(hash_of("naïve") == hash_of("NAI\xCC\x88VE"));
    CHECK(hash_of("Straße") == hash_of("STRASSE"));
    CHECK(hash_of("ﬁnd") == hash_of("find"));
    CHECK(hash_of("ＮＡＴＯ") == hash_of("nato"));
    CHECK(hash_of("co\xC2\xADoperate") == hash_of("cooperate"));
    CHECK(hash_of("internationalisation’s") == hash_of("INTERNATIONALISATION'S"));
}

TEST_CASE("Different words have different hashes, and what follows a word does not change it") {
    CHECK(hash_of("its") != hash_of("it's"));
    CHECK(hash_of("abcdefgh") != hash_of("abcdefg"));
    CHECK(hash_of("abcdefgh") != hash_of("abcdefghi"));
    for (const std::string tail : {"", " ", ".......", " and much more text"}) {
        CHECK(split_words("seven" + tail)[0].hash == hash_of("SEVEN"));
        CHECK(split_words("seventeen" + tail)[0].hash == hash_of("SEVENTEEN"));
    }
}

TEST_CASE("In scripts without spaces each letter is a word, and its marks belong to it") {
    CHECK(words_of("日本語 text") == "日|本|語|text");
    CHECK(words_of("カー") == "カ|ー");
    CHECK(words_of("ที่นี่") == "ที่|นี่");
    CHECK(words_of("abcไทยdef") == "abc|ไ|ท|ย|def");
    CHECK(hash_of("が") == hash_of("か\xE3\x82\x99"));
}

TEST_CASE("In scripts with spaces a word holds its marks") {
    CHECK(words_of("हिन्दी में") == "हिन्दी|में");
    CHECK(words_of("안녕하세요 여러분") == "안녕하세요|여러분");
    CHECK(words_of("привет, мир") == "привет|мир");
    CHECK(hash_of("ПРИВЕТ") == hash_of("привет"));
}

TEST_CASE("An emoji is one word, with its skin tone, its joined parts and both letters of its flag") {
    CHECK(words_of("sad 😞😞") == "sad|😞|😞");
    CHECK(words_of("👍🏽 👨‍👩‍👧 🇹🇭🇩🇪") == "👍🏽|👨‍👩‍👧|🇹🇭|🇩🇪");
    CHECK(hash_of("✔️") == hash_of("✔"));
}

TEST_CASE("Places of words count bytes of the text") {
    const Words words = split_words("«Ça va»");
    REQUIRE(words.size() == 2);
    CHECK(words[0].begin == 2);
    CHECK(words[0].end == 5);
    CHECK(words[1].begin == 6);
    CHECK(words[1].end == 8);
}

TEST_CASE("Counting words gives as many as splitting") {
    for (const std::string text : {"", "one", "It’s 2 emoji: 😞👍🏽", "日本語 and ไทย", "a'b c' 'd"}) {
        CHECK(count_words(text) == split_words(text).size());
    }
}

TEST_CASE("Appending words leaves those before") {
    Words words = split_words("one");
    append_words("two three", words);
    REQUIRE(words.size() == 3);
    CHECK(words[0].hash == hash_of("one"));
    CHECK(words[2].begin == 4);
}

TEST_CASE("Bytes that are no UTF-8 are no words and do no harm") {
    CHECK(words_of("a\xFF\xFE"
                   "b\xE2\x80") == "a|b");
    CHECK(words_of("\xF0\x9F\x98").empty());
}
