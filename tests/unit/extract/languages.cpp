// Times of every phrase book, as forums print them.
#include <fmt/format.h>
#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "base/calendar.hpp"
#include "base/unicode.hpp"
#include "extract/quote_header.hpp"
#include "extract/time/printed_date.hpp"
#include "extract/time/times.hpp"
#include "rejoinder/extract.hpp"
#include "rejoinder/profile.hpp"

using namespace rejoinder;

namespace {

constexpr UnixTime captured = 1730646240;  // Sunday, 2024-11-03 15:04:00 UTC

const ProfileSet& shipped() {
    static const ProfileSet set = ProfileSet::load(REJOINDER_ROOT "/config").value();
    return set;
}

/// A profile that reads every language, of a forum on UTC.
Profile any_language() {
    Profile profile = *shipped().find("phpbb");
    profile.zone_seconds = 0;
    return profile;
}

struct Settled {
    PrintedTime time;
    Diagnostics diagnostics;
};

/// The time of the first post of a page that prints these times.
Settled settle(std::vector<std::string> printed, std::string_view language, const Profile& profile = any_language(),
               std::optional<UnixTime> captured_at = captured) {
    Page page;
    page.origin = "page.html";
    page.captured_at = captured_at;
    for (const std::string& text : printed) {
        page.posts.emplace_back();
        page.posts.back().time = read_time(text, profile);
    }
    Settled settled;
    settle_times(page, profile, language, settled.diagnostics);
    settled.time = page.posts.front().time;
    return settled;
}

std::string moment(const PrintedTime& time) {
    return time.at ? iso_time(time.at->at_least) : std::string();
}

struct Example {
    std::string_view language, printed, utc;
};

const std::string day = "2024-11-03T00:00:00Z";
const std::string clock_time = "2024-11-03T15:04:00Z";

}  // namespace

TEST_CASE("Dates that forums print in each language are read") {
    const Example example = GENERATE_COPY(values<Example>({
        // phpBB, vBulletin, SMF, MyBB, XenForo, WordPress, Discourse
        {"en", "Sun Nov 03, 2024 3:04 pm", clock_time},
        {"en", "November 3rd, 2024, 03:04 PM", clock_time},
        {"en", "11-23-2024, 03:04 PM", "2024-11-23T15:04:00Z"},
        {"en", "3 Nov '24", day},
        {"en", "2024-11-03 03:04 PM", clock_time},
        {"en", "2024-11-03, 15:04:09", "2024-11-03T15:04:09Z"},
        {"en", "November 3, 2024 at 12:04 am", "2024-11-03T00:04:00Z"},
        {"en", "November 3, 2024 12:04 p.m.", "2024-11-03T12:04:00Z"},
        {"en", "Nov 3, 2024 3 pm", "2024-11-03T15:00:00Z"},
        {"en", "3 Nov 2024 17:04 UTC+2", clock_time},
        {"en", "3 Nov 2024 17:04 +0200", clock_time},
        {"de", "So 3. Nov 2024, 15:04", clock_time},
        {"de", "Sonntag, 3. November 2024, 15:04 Uhr", clock_time},
        {"de", "am 03.11.2024 um 15:04 Uhr", clock_time},
        {"de", "03.11.2024, 15:04", clock_time},
        {"de", "03.11.24, 15:04", clock_time},
        {"de", "13. März 2024", "2024-03-13T00:00:00Z"},
        {"de", "15.04 Uhr, 3.11.2024", clock_time},
        {"de", "3.11.2024 um 15.04", clock_time},
        {"de", "03.11.2024 // 15:04", clock_time},
        {"de", "Heute, 10:32", "2024-11-03T10:32:00Z"},
        {"de", "Gestern, 10:32 Uhr", "2024-11-02T10:32:00Z"},
        {"de", "Freitag um 10:32", "2024-11-01T10:32:00Z"},
        {"fr", "dim. 3 nov. 2024 15:04", clock_time},
        {"fr", "dimanche 3 novembre 2024 à 15h04", clock_time},
        {"fr", "le 03/11/2024 à 15:04:09", "2024-11-03T15:04:09Z"},
        {"fr", "1er août 2024", "2024-08-01T00:00:00Z"},
        {"fr", "mar. 5 mars 2024", "2024-03-05T00:00:00Z"},
        {"fr", "Hier à 10:32", "2024-11-02T10:32:00Z"},
        {"fr", "Aujourd’hui à 10h32", "2024-11-03T10:32:00Z"},
        {"es", "Dom Nov 03, 2024 3:04 pm", clock_time},
        {"es", "3 de noviembre de 2024 a las 15:04", clock_time},
        {"es", "mié 13 mar 2024", "2024-03-13T00:00:00Z"},
        {"es", "mar 5 mar 2024", "2024-03-05T00:00:00Z"},
        {"es", "03/11/2024 15:04 hs", clock_time},
        {"es", "Ayer, 10:32", "2024-11-02T10:32:00Z"},
        {"it", "dom 3 nov 2024, 15:04", clock_time},
        {"it", "3 Novembre 2024 alle 15:04", clock_time},
        {"it", "mar 5 mar 2024", "2024-03-05T00:00:00Z"},
        {"it", "ieri, 10:32", "2024-11-02T10:32:00Z"},
        {"pt", "Dom Nov 03, 2024 3:04 pm", clock_time},
        {"pt", "3 de novembro de 2024 às 15:04", clock_time},
        {"pt-BR", "03/11/2024, 15h04", clock_time},
        {"pt", "segunda-feira, 4 de novembro de 2024", "2024-11-04T00:00:00Z"},
        {"pt", "Hoje às 10:32", "2024-11-03T10:32:00Z"},
        {"nl", "zo 3 nov 2024, 15:04", clock_time},
        {"nl", "zondag 3 november 2024 om 15:04 uur", clock_time},
        {"nl", "3-11-2024 15:04", clock_time},
        {"nl", "13 mrt 2024", "2024-03-13T00:00:00Z"},
        {"nl", "gisteren om 10:32", "2024-11-02T10:32:00Z"},
        {"pl", "ndz lis 03, 2024 3:04 pm", clock_time},
        {"pl", "niedziela, 3 listopada 2024 o godz. 15:04", clock_time},
        {"pl", "3 lis 2024", day},
        {"pl", "środa, 13 marca 2024 r.", "2024-03-13T00:00:00Z"},
        {"pl", "wczoraj, 10:32", "2024-11-02T10:32:00Z"},
        {"ru", "Вс ноя 03, 2024 3:04 pm", clock_time},
        {"ru", "3 ноября 2024 г. в 15:04", clock_time},
        {"ru", "03 Май 2024, 15:04", "2024-05-03T15:04:00Z"},
        {"ru", "03.11.2024 15:04", clock_time},
        {"ru", "Вчера в 10:32", "2024-11-02T10:32:00Z"},
        {"th", "3 พ.ย. 2567", day},
        {"th", "วันอาทิตย์ที่ 3 พฤศจิกายน พ.ศ. 2567 เวลา 15:04 น.", clock_time},
        {"th", "03 พฤศจิกายน 2024, 15:04:09", "2024-11-03T15:04:09Z"},
        {"th", "3 พ.ย. 2567 15.04 น.", clock_time},
        {"th", "03/11/2567 15:04", clock_time},
        {"th", "วันนี้ เวลา 10:32", "2024-11-03T10:32:00Z"},
        {"th", "เมื่อวานนี้ 10:32", "2024-11-02T10:32:00Z"},
        {"ja", "2024年11月3日 15:04", clock_time},
        {"ja", "2024年11月3日(日) 15時04分", clock_time},
        {"ja", "２０２４年１１月３日（日）１５：０４：０９", "2024-11-03T15:04:09Z"},
        {"ja", "2024/11/03 15:04", clock_time},
        {"ja", "2024年11月3日 日曜日 午後3:04", clock_time},
        {"ja", "昨日 10:32", "2024-11-02T10:32:00Z"},
    }));
    INFO(example.language << ": " << example.printed);
    CHECK(moment(settle({std::string(example.printed)}, example.language).time) == example.utc);
}

TEST_CASE("Ages are read in each language") {
    struct Age {
        std::string_view printed;
        SecondsRange seconds;
    };
    const Age age = GENERATE(values<Age>({
        {"3 hours ago", {10800, 14400}},
        {"2 years, 3 months ago", {70848000, 73440000}},
        {"vor 3 Stunden", {10800, 14400}},
        {"vor einem Tag", {86400, 172800}},
        {"il y a 2 jours", {172800, 259200}},
        {"à l’instant", {0, 60}},
        {"hace 2 semanas", {1209600, 1814400}},
        {"2 giorni fa", {172800, 259200}},
        {"un'ora fa", {3600, 7200}},
        {"há 5 minutos", {300, 360}},
        {"5 minutos atrás", {300, 360}},
        {"3 uur geleden", {10800, 14400}},
        {"5 minut temu", {300, 360}},
        {"2 godziny temu", {7200, 10800}},
        {"5 минут назад", {300, 360}},
        {"только что", {0, 60}},
        {"3 ชั่วโมงที่แล้ว", {10800, 14400}},
        {"2 วันก่อน", {172800, 259200}},
        {"3時間前", {10800, 14400}},
        {"2か月前", {5184000, 7776000}},
        {"50 Minuten 46 Sekunden her", {3046, 3047}},
    }));
    INFO(age.printed);
    const PrintedTime time = read_time(age.printed, any_language());
    CHECK(time.age == age.seconds);
    CHECK_FALSE(time.at);
}

TEST_CASE("A date that could be two days stays as printed, and the page is told") {
    const Example trap = GENERATE(values<Example>({
        {"en", "3/5/2024", ""},                      // March or May
        {"", "3/5/2024, 10:15", ""},                 // a page that does not say its language
        {"fi", "3/5/2024", ""},                      // a language without a phrase book
        {"en", "03-05-2024, 10:15 AM", ""},          //
        {"de", "03-05-2024, 10:15 AM", ""},          // the form in which MyBB and vBulletin are delivered
        {"en", "03/05/07", ""},                      // three that could be anything
        {"th", "3 พ.ย. 67", ""},                     // 2024, or 1967
        {"en", "Monday, 3 November 2024", ""},       // it was a Sunday
        {"en", "30 February 2024", ""},              //
        {"en", "3 Nov 2024 25:10", ""},              //
        {"en", "3 Nov 2024 15:04 AM", ""},           //
        {"en", "3 November", ""},                    // no year
        {"en", "Sunday at 10:32", ""},               // of the capture: this one or the one before
        {"en", "joined 3 Nov 2024 by mistake", ""},  // words that no date has
        {"en", "3 Nov 2024 - 5 Nov 2024", ""},       //
        {"de", "3. Foo 2024", ""},                   //
        {"en", "Nov 3/11/2024", ""},
        {"it", "mer 5/3/2024", ""},  // it was a Tuesday in March, and a Friday in May
        {"en", "3 Nov 9024", ""},    //
    }));
    INFO(trap.language << ": " << trap.printed);
    const Settled settled = settle({std::string(trap.printed)}, trap.language);
    CHECK_FALSE(settled.time.at);
    CHECK_FALSE(settled.time.age);
    CHECK(settled.time.text == trap.printed);
    REQUIRE(settled.diagnostics.size() == 1);
    CHECK(settled.diagnostics[0].where == "page.html");
    CHECK(settled.diagnostics[0].message.find(trap.printed) != std::string::npos);
}

TEST_CASE("The page's own dates prove the order of its numbers, and beat profile and language") {
    Profile profile = any_language();
    CHECK(moment(settle({"3/5/2024", "3/25/2024"}, "de", profile).time) == "2024-03-05T00:00:00Z");
    CHECK(moment(settle({"3/5/2024", "25/3/2024"}, "en", profile).time) == "2024-05-03T00:00:00Z");
    CHECK(moment(settle({"3/5/2024", "25/3/2024", "3/25/2024"}, "de", profile).time).empty());
    CHECK(moment(settle({"3/5/2024", "25.3.2024"}, "en", profile).time).empty());
    profile.date_order = DateOrder::month_day_year;
    CHECK(moment(settle({"3/5/2024"}, "de", profile).time) == "2024-03-05T00:00:00Z");
    CHECK(moment(settle({"3/5/2024", "25/3/2024"}, "de", profile).time) == "2024-05-03T00:00:00Z");
}

TEST_CASE("The languages that a profile states decide before the page's") {
    Profile profile = any_language();
    std::erase_if(profile.phrases, [](const auto& book) { return book->language != "de"; });
    profile.states_languages = true;
    CHECK(moment(settle({"3.5.2024"}, "en", profile).time) == "2024-05-03T00:00:00Z");
    CHECK(moment(settle({"3 février 2024"}, "fr", profile).time).empty());
}

TEST_CASE("Where two phrase books read different days, neither counts") {
    auto one = std::make_shared<PhraseBook>();
    auto other = std::make_shared<PhraseBook>();
    one->date_words["maj"].month = 5;
    other->date_words["maj"].month = 6;
    Profile profile = any_language();
    profile.phrases = {one};
    CHECK(moment(read_time("3 maj 2024", profile)) == "2024-05-03T00:00:00Z");
    profile.phrases = {one, other};
    CHECK_FALSE(read_time("3 maj 2024", profile).at);
}

TEST_CASE("Relative days need the moment of the capture, and widen where the zone is unknown") {
    Profile profile = any_language();
    CHECK_FALSE(settle({"Yesterday, 10:32"}, "en", profile, std::nullopt).time.at);
    CHECK(settle({"Yesterday, 10:32"}, "en", profile).time.at == SecondsRange{1730543520, 1730543580});
    profile.zone_seconds = std::nullopt;
    const auto wide = settle({"Yesterday, 10:32"}, "en", profile).time.at;
    REQUIRE(wide);
    CHECK(wide->at_least <= 1730543520 - 14 * 3600);
    CHECK(wide->below >= 1730543580 + 12 * 3600);
}

TEST_CASE("A zone that has several meanings is no zone") {
    CHECK(read_time("3 Nov 2024 15:04 CST", any_language()).at == in_zone({1730646240, 1730646300}, std::nullopt));
}

TEST_CASE("A page's language decides the order of its numbers, and its edit notes and quotes are read too") {
    const auto page_in = [](std::string_view language) {
        Capture capture;
        capture.origin = "page.html";
        capture.bytes = fmt::format(
            "<html lang=\"{}\"><body id=\"phpbb\"><div class=\"post\" id=\"p1\"><div class=\"postbody\">"
            "<p class=\"author\">von <strong><span class=\"username\">Ada</span></strong> » 03.05.2024, 15:04</p>"
            "<div class=\"content\"><blockquote><div><cite>Bo schrieb: <span class=\"responsive-hide\">3. Mai 2024, "
            "14:00</span></cite>Wann?</div></blockquote>Heute.</div>"
            "<div class=\"notice\">Zuletzt geändert von <span class=\"username\">Ada</span> am 04.05.2024, 9:00, "
            "insgesamt 1-mal geändert.</div></div></div></body></html>",
            language);
        Diagnostics diagnostics;
        auto page = extract(capture, shipped(), {"phpbb"}, diagnostics);
        INFO((page ? std::string() : page.error().message));
        REQUIRE(page);
        REQUIRE(page->posts.size() == 1);
        return std::pair{page->posts[0], diagnostics.size()};
    };
    const auto [post, told] = page_in("de-DE");
    CHECK(told == 0);
    CHECK(post.time.at == in_zone({1714748640, 1714748700}, std::nullopt));
    REQUIRE(post.edit);
    CHECK(post.edit->time.at == in_zone({1714813200, 1714813260}, std::nullopt));
    REQUIRE(post.body.front().quote() != nullptr);
    CHECK(post.body.front().quote()->time.at == in_zone({1714744800, 1714744860}, std::nullopt));
    const auto [unknown, told_unknown] = page_in("en");
    CHECK_FALSE(unknown.time.at);
    CHECK(told_unknown == 1);
}

TEST_CASE("A read page says nothing") {
    CHECK(settle({"3 Nov 2024", "vor 3 Stunden", ""}, "en").diagnostics.empty());
}

TEST_CASE("Every name of a month and a day that CLDR knows is read") {
    for (const auto& book : shipped().phrase_books()) {
        if (book->language == "ja") continue;  // its months are numbers
        UErrorCode error = U_ZERO_ERROR;
        const icu::DateFormatSymbols symbols(icu::Locale(book->language.c_str()), error);
        REQUIRE(U_SUCCESS(error));
        for (const auto context : {icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::STANDALONE}) {
            for (const auto width : {icu::DateFormatSymbols::WIDE, icu::DateFormatSymbols::ABBREVIATED}) {
                std::int32_t count = 0;
                const icu::UnicodeString* names = symbols.getMonths(count, context, width);
                REQUIRE(count == 12);
                for (std::int32_t month = 0; month < count; ++month) {
                    std::string name;
                    names[month].toUTF8String(name);
                    INFO(book->language << ": " << name);
                    const auto date = read_printed_date("28 " + name + " 2024", *book, {{}, {}, 0});
                    CHECK(date.at == read_printed_date(fmt::format("2024-{}-28", month + 1), *book, {{}, {}, 0}).at);
                    CHECK(date.at.has_value());
                }
                names = symbols.getWeekdays(count, context, width);  // from 1, Sunday
                for (std::int32_t weekday = 1; weekday < count; ++weekday) {
                    std::string name;
                    names[weekday].toUTF8String(name);
                    INFO(book->language << ": " << name);
                    const int september = weekday == 1 ? 7 : weekday - 1;  // 2 September 2024 was a Monday
                    CHECK(read_printed_date(fmt::format("{}, 2024-09-{}", name, september + 1), *book, {{}, {}, 0}).at);
                    CHECK_FALSE(
                        read_printed_date(fmt::format("{}, 2024-09-{}", name, september + 2), *book, {{}, {}, 0}).at);
                }
            }
        }
    }
}

TEST_CASE("Headers of quotes are read in each language") {
    struct Header {
        std::string_view line, author, when;
    };
    const Header header = GENERATE(values<Header>({
        {"Ada schrieb:", "Ada", ""},
        {"Am 3. November 2024 um 15:04 schrieb Ada Byron:", "Ada Byron", "3. November 2024 um 15:04"},
        {"Zitat von Ada", "Ada", ""},
        {"Ada a écrit :", "Ada", ""},
        {"Envoyé par Ada", "Ada", ""},
        {"Le 03/11/2024 à 15:04, Ada a dit :", "Ada", "03/11/2024 à 15:04"},
        {"Ada escribió:", "Ada", ""},
        {"El 3/11/2024 a las 15:04, Ada dijo:", "Ada", "3/11/2024 a las 15:04"},
        {"Ada ha scritto:", "Ada", ""},
        {"Ada escreveu:", "Ada", ""},
        {"Ada schreef:", "Ada", ""},
        {"Op 3-11-2024 om 15:04 schreef Ada:", "Ada", "3-11-2024 om 15:04"},
        {"Ada napisał(a):", "Ada", ""},
        {"Ada писал(а):", "Ada", ""},
        {"Сообщение от Ада", "Ада", ""},
        {"อ้างจาก: Ada เมื่อ 3 พ.ย. 2567", "Ada", "3 พ.ย. 2567"},
        {"Adaさんが書きました:", "Ada", ""},
    }));
    INFO(header.line);
    const auto found = find_quote_headers(header.line, any_language());
    REQUIRE(found);
    REQUIRE(found->size() == 1);
    CHECK(found->front().author == header.author);
    CHECK(found->front().when == header.when);
}

TEST_CASE("Ordinary lines of any language are no headers of quotes") {
    for (const std::string_view line : {"Sie schrieb:", "Wer schrieb:", "Il a dit :", "Él dijo:", "Hij zei:",
                                        "On napisał:", "Он сказал:", "Ada schrieb mir."}) {
        INFO(line);
        CHECK(find_quote_headers(line, any_language())->empty());
    }
}
