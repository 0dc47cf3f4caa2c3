#include "findings/phrase_books.hpp"

#include <catch2/catch.hpp>

#include "rejoinder/profile.hpp"

using namespace rejoinder;

namespace {

std::string languages(std::initializer_list<const char*> texts, const char* profile = "phpbb") {
    static const ProfileSet set = ProfileSet::load(REJOINDER_ROOT "/config").value();
    Thread thread;
    thread.profile = profile;
    for (const char* text : texts) {
        thread.posts.emplace_back();
        thread.posts.back().body.push_back({std::string(text)});
    }
    std::string all;
    for (const auto& book : detail::books_of(thread, set)) all += (all.empty() ? "" : " ") + book->language;
    return all;
}

}  // namespace

TEST_CASE("The languages of a thread are those whose stop words its posts use") {
    CHECK(languages({"The war on the die was what they had in mind, and so it was."}) == "en");
    CHECK(languages({"Ich habe das auch so gemacht, aber es war nicht gut.",
                     "Das ist ja die Höhe, was man so liest."}) == "de");
    CHECK(languages({"Я тоже так думаю, но это не всё, что он сказал."}) == "ru");
    CHECK(languages({"ผมคิดว่ากระทู้นี้ดีมาก"}) == "th");
    CHECK(languages({"これはとても良いと思います。"}) == "ja");
}

TEST_CASE("A thread in two languages has both, and one without known words has all") {
    CHECK(languages({"I think that this is what they said to us.", "Ich habe das auch so gemacht, aber es war gut."}) ==
          "de en");
    CHECK(languages({"Xyzzy."}).size() > 20);
}
