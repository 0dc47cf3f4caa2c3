#include "profile/phrase_book.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include <cstdlib>
#include <set>
#include "base/words.hpp"

#include "profile/profile.hpp"
#include "rejoinder/profile.hpp"
#include "unit/profile/config_folder.hpp"

using namespace rejoinder;
using rejoinder::test::ConfigFolder;

namespace {

/// The configuration that the program ships with.
const ProfileSet& shipped() {
    static const ProfileSet set = [] {
        auto loaded = ProfileSet::load(REJOINDER_ROOT "/config");
        INFO((loaded ? std::string() : loaded.error().message));
        REQUIRE(loaded.has_value());
        return std::move(*loaded);
    }();
    return set;
}

const PhraseBook& book_of(std::string_view language) {
    const auto& books = shipped().phrase_books();
    const auto at =
        std::find_if(books.begin(), books.end(), [&](const auto& book) { return book->language == language; });
    REQUIRE(at != books.end());
    return **at;
}

const PhraseBook& english() {
    return book_of("en");
}

std::string group(const Pattern& pattern, const PatternMatch& match, std::string_view name) {
    const std::size_t index = pattern.group(name);
    return index == 0 ? std::string() : std::string(match.groups[index]);
}

/// "KIND|object|reason" of the first notice that begins the sentence; empty if none does. Whatever is a notice has to
/// hold a verb of the trigger.
std::string notice_in(std::string_view sentence, const PhraseBook& book = english()) {
    for (const PhraseBook::Notice& notice : book.notices) {
        PatternMatch match;
        if (notice.pattern.find(sentence, 0, match) != true || match.begin != 0) continue;
        if (book.trigger) CHECK(book.trigger->matches(sentence));
        return std::string(moderation_kind_name(notice.kind)) + "|" + group(notice.pattern, match, "object") + "|" +
               group(notice.pattern, match, "reason");
    }
    return {};
}

/// "author|when" of a quote's header; empty if it is none.
std::string said_in(std::string_view line) {
    for (const Pattern& pattern : english().said) {
        PatternMatch match;
        if (pattern.find(line, 0, match) == true)
            return group(pattern, match, "author") + "|" + group(pattern, match, "when");
    }
    return {};
}

bool matches_any(const std::vector<Pattern>& patterns, std::string_view text) {
    for (const Pattern& pattern : patterns) {
        if (pattern.matches(text)) return true;
    }
    return false;
}

std::string book_error(std::string_view text) {
    const ConfigFolder folder;
    folder.phrases("x", text);
    const auto set = ProfileSet::load("config");
    REQUIRE_FALSE(set.has_value());
    return set.error().message;
}

}  // namespace

TEST_CASE("The shipped profiles load, and the forum's is more special than its engine's") {
    CHECK(shipped().find("asean-now")->generation == 1);
    CHECK(shipped().find("asean-now")->engine == "Invision Community");
    CHECK(shipped().find("asean-now")->zone_seconds == 7 * 3600);
    CHECK(shipped().find("invision")->generation == 0);
    CHECK(shipped().find("wordpress") != nullptr);
}

TEST_CASE("Ages are read in numbers and in words") {
    const auto age = [](std::string_view text) {
        PatternMatch match;
        for (const Pattern& pattern : english().ages) {
            if (pattern.find(text, 0, match) == true)
                return group(pattern, match, "count") + "|" + group(pattern, match, "unit");
        }
        return std::string();
    };
    CHECK(age("7 minutes ago") == "7|minutes");
    CHECK(age("An hour ago") == "An|hour");
    CHECK(age("about 3 hours ago") == "3|hours");
    CHECK(age("5h") == "5|h");
    CHECK(age("August 26").empty());
    CHECK(english().numbers.at("an") == 1);
    CHECK(english().units.at("hours") == 3600);
    CHECK(matches_any(english().just_now, "Just now"));
}

TEST_CASE("Every shipped phrase book knows the words of times, and says what its language writes first") {
    CHECK(shipped().phrase_books().size() == 11);
    for (const auto& book : shipped().phrase_books()) {
        INFO(book->language);
        CHECK(book->stop_words.size() >= 50);
        CHECK_FALSE(book->ages.empty());
        CHECK_FALSE(book->said.empty());
        CHECK_FALSE(book->notices.empty());
        CHECK_FALSE(book->comment_forms.empty());
        CHECK(book->order.has_value() == (book->language != "en" && book->language != "ja"));
        for (int days = 0; days <= 1; ++days) {
            CHECK(std::any_of(book->date_words.begin(), book->date_words.end(),
                              [&](const auto& word) { return word.second.days_ago == days; }));
        }
    }
    CHECK(english().date_words.at("aug").month == 8);
    CHECK(english().date_words.at("p.m").afternoon);
}

TEST_CASE("Headers of quotes give the author and when it was written") {
    CHECK(said_in("7 minutes ago, thaibeachlovers said:") == "thaibeachlovers|7 minutes ago");
    CHECK(said_in("8 hours ago, Nick Carter icp said:") == "Nick Carter icp|8 hours ago");
    CHECK(said_in("  On 3/5/2024 at 7:29 PM, Jim, the Man said:") == "Jim, the Man|3/5/2024 at 7:29 PM");
    CHECK(said_in("On August 26, 2024 at 5:29 PM, ron said:") == "ron|August 26, 2024 at 5:29 PM");
    CHECK(said_in("Nick Carter icp said:") == "Nick Carter icp|");
    CHECK(said_in("chicken_legs wrote:") == "chicken_legs|");
    CHECK(said_in("Quote from: Somchai on August 26, 2024") == "Somchai|August 26, 2024");
}

TEST_CASE("Ordinary lines are no headers of quotes") {
    for (const char* line :
         {"He said:", "my wife said:", "the man in the street said:", "In the words of Lenin, who said:",
          "7 minutes ago, he said: come here", "Putin said that it was so.", "As Churchill once said:"}) {
        INFO(line);
        CHECK(said_in(line).empty());
    }
}

TEST_CASE("A notice of removal gives what was removed and why") {
    CHECK(notice_in("Removed a post that claimed a member was paid to post.") ==
          "removal|a post|claimed a member was paid to post");
    CHECK(notice_in("A post that broke rule 9 has been removed.") == "removal|A post|broke rule 9");
    CHECK(notice_in("A post that contravened our rules has been removed.") == "removal|A post|contravened our rules");
    CHECK(notice_in("Off-topic posts have been removed.") == "removal|Off-topic posts|");
    CHECK(notice_in("Several replies removed.") == "removal|Several replies|");
    CHECK(notice_in("I've deleted a number of posts by two members, as they were abusive.") ==
          "removal|a number of posts|they were abusive");
    CHECK(notice_in("Inappropriate image removed.") == "removal|Inappropriate image|");
    CHECK(notice_in("Topic cleaned up.") == "removal|Topic|");
    CHECK(notice_in("Off-topic posts removed.") == "removal|Off-topic posts|");
    CHECK(notice_in("A troll post and a reply to it have been removed.") == "removal|A troll post and a reply|");
    CHECK(notice_in("Your post was deleted for trolling.") == "removal|Your post|trolling");
    CHECK(notice_in("I have removed several posts that were flaming others.") ==
          "removal|several posts|were flaming others");
    CHECK(notice_in("Posts using silly nicknames have been removed.") == "removal|Posts|using silly nicknames");
}

TEST_CASE("Other notices are told apart") {
    CHECK(notice_in("Topic is now locked.") == "lock|Topic|");
    CHECK(notice_in("This topic is now closed to further replies.") == "lock|This topic|");
    CHECK(notice_in("I am closing this thread, because it has run its course.") ==
          "lock|this thread|it has run its course");
    CHECK(notice_in("Closed//") == "lock||");
    CHECK(notice_in("Topic locked.") == "lock|Topic|");
    CHECK(notice_in("This thread is now closed.") == "lock|This thread|");
    CHECK(notice_in("Thread reopened.") == "unlock|Thread|");
    CHECK(notice_in("Topic moved to the Pub forum.") == "move|Topic|");
    CHECK(notice_in("Moved to General.") == "move||");
    CHECK(notice_in("I have moved this thread to Family Law.") == "move|this thread|");
    CHECK(notice_in("Merged with an existing topic.") == "merge||");
    CHECK(notice_in("I have split the discussion off to a new topic.") == "split|the discussion|");
    CHECK(notice_in("Duplicate topics merged.") == "merge|Duplicate topics|");
    CHECK(notice_in("Posts split to a new topic.") == "split|Posts|");
    CHECK(notice_in("This thread has been pinned.") == "pin|This thread|");
    CHECK(notice_in("The member has been suspended for 7 days.") == "ban|The member|");
    CHECK(notice_in("Nick Carter has been banned from posting.") == "ban|Nick Carter|");
    CHECK(notice_in("One member banned for a week because of spam.") == "ban|One member|spam");
    CHECK(notice_in("Final warning.") == "warning||");
    CHECK(notice_in("Consider this a warning.") == "warning||");
    CHECK(notice_in("This is your final warning.") == "warning||");
    CHECK(notice_in("You have been warned.") == "warning||");
    CHECK(notice_in("Two members have been warned for flaming.") == "warning|Two members|flaming");
    CHECK(notice_in("A warning has been issued to a member.") == "warning||");
    CHECK(notice_in("Title edited to match the source.") == "edit|Title|match the source");
}

TEST_CASE("Notices are read in each language") {
    struct Example {
        std::string_view language, sentence, notice;
    };
    const Example example = GENERATE(values<Example>({
        {"de", "Mehrere Beiträge wurden gelöscht, weil sie vom Thema abwichen.",
         "removal|Mehrere Beiträge|sie vom Thema abwichen"},
        {"de", "Dieses Thema wurde geschlossen.", "lock|Dieses Thema|"},
        {"de", "Thema verschoben.", "move|Thema|"},
        {"de", "Bearbeitet von einem Moderator.", "edit||"},
        {"de", "Wir haben den Zaun entfernt.", ""},
        {"fr", "Plusieurs messages ont été supprimés car hors sujet.", "removal|Plusieurs messages|hors sujet"},
        {"fr", "Ce sujet est verrouillé.", "lock|Ce sujet|"},
        {"fr", "Sujet déplacé.", "move|Sujet|"},
        {"es", "Este mensaje ha sido eliminado por insultos.", "removal|Este mensaje|insultos"},
        {"es", "Tema cerrado.", "lock|Tema|"},
        {"it", "Il messaggio è stato rimosso.", "removal|Il messaggio|"},
        {"it", "Discussione chiusa.", "lock|Discussione|"},
        {"pt", "A mensagem foi removida.", "removal|A mensagem|"},
        {"pt", "Tópico fechado.", "lock|Tópico|"},
        {"nl", "Enkele berichten zijn verwijderd wegens spam.", "removal|Enkele berichten|spam"},
        {"nl", "Dit topic is gesloten.", "lock|Dit topic|"},
        {"pl", "Post został usunięty.", "removal|Post|"},
        {"pl", "Temat zamknięty.", "lock|Temat|"},
        {"ru", "Сообщение было удалено.", "removal|Сообщение|"},
        {"ru", "Тема закрыта.", "lock|Тема|"},
        {"ru", "Тема перенесена в другой раздел.", "move|Тема|"},
        {"th", "ข้อความนี้ถูกลบ", "removal|ข้อความนี้|"},
        {"th", "กระทู้นี้ถูกล็อก", "lock|กระทู้นี้|"},
        {"ja", "この投稿は削除されました。", "removal|この投稿|"},
        {"ja", "このスレッドはロックされました。", "lock|このスレッド|"},
    }));
    INFO(example.language << ": " << example.sentence);
    CHECK(notice_in(example.sentence, book_of(example.language)) == example.notice);
}

TEST_CASE("Ordinary sentences are no notices") {
    for (const char* sentence : {"They removed the statue.",
                                 "they removed the statue",
                                 "I removed the engine.",
                                 "I removed the engine and posted pictures.",
                                 "Removed the engine and gearbox.",
                                 "I removed the post and drilled new holes.",
                                 "Removed the fence posts and set new ones.",
                                 "The statue has been removed.",
                                 "My post has been removed.",
                                 "I deleted my post.",
                                 "They removed my post because it was true.",
                                 "Comments that I made have been removed.",
                                 "I think the post has been removed.",
                                 "Moved to Thailand in 2003 and never looked back.",
                                 "The shop is closed.",
                                 "The border is now closed to travellers.",
                                 "Smoking has been banned in all parks.",
                                 "A tsunami warning has been issued.",
                                 "A warning has been issued because of the typhoon.",
                                 "A warning for the coast.",
                                 "He was banned for life.",
                                 "He has been banned from this forum.",
                                 "I moved to Thailand.",
                                 "EU members warned that the deal is off.",
                                 "I locked the door.",
                                 "I edited the video.",
                                 "The video has been removed by its owner.",
                                 "The airline has suspended flights.",
                                 "Russia has been banned from the Olympics."}) {
        INFO(sentence);
        CHECK(notice_in(sentence).empty());
    }
}

TEST_CASE("A threat of a further step is seen") {
    const std::vector<Pattern>& warnings = english().warnings;
    CHECK(matches_any(warnings, "Further remarks of that kind may find you without posting rights."));
    CHECK(matches_any(warnings, "Any further trolling will result in a suspension."));
    CHECK(matches_any(warnings, "Continue and you will be banned."));
    CHECK(matches_any(warnings, "Stay on topic or the thread will be closed."));
    CHECK_FALSE(matches_any(warnings, "If you have evidence please forward it to support."));
    CHECK_FALSE(matches_any(warnings, "You may well be right about that."));
}

TEST_CASE("The lines of a comment form are known") {
    const std::vector<Pattern>& forms = english().comment_forms;
    for (const char* line : {"Your Comment", "You are replying to: .", "Leave a comment", "Leave a Reply Cancel reply",
                             "No comments yet", "You must be logged in to post a comment."}) {
        INFO(line);
        CHECK(matches_any(forms, line));
    }
    CHECK_FALSE(matches_any(forms, "Thank you for your comment, it was kind."));
}

TEST_CASE("Stop words are kept as words") {
    CHECK(english().stop_words.contains(split_words("the").front().hash));
    CHECK(english().stop_words.contains(split_words("it's").front().hash));
    CHECK_FALSE(english().stop_words.contains(split_words("russia").front().hash));
    CHECK(english().stop_words.size() >= 200);
}

TEST_CASE("A phrase book's trouble is told with its place") {
    CHECK(book_error("language = \"x\"\n[moderation]\nremovals = 'x'\n") ==
          "config/phrases/x.toml:3:1: unknown key \"removals\"; did you mean \"removal\"?\n"
          "removals = 'x'\n"
          "^");
    CHECK(book_error("language = \"x\"\n[moderation]\ndefine = '(?<a>é'\nlock = 'x'\n") ==
          "config/phrases/x.toml:3:10: bad pattern: missing closing parenthesis (after 6 characters of it)\n"
          "define = '(?<a>é'\n"
          "         ^");
    CHECK(book_error("language = \"x\"\n[moderation]\ndefine = '(?(DEFINE)(?<a>é))'\nlock = '(?&a)*é)'\n") ==
          "config/phrases/x.toml:4:8: bad pattern: unmatched closing parenthesis (after 7 characters of it)\n"
          "lock = '(?&a)*é)'\n"
          "       ^");
    CHECK(book_error("language = \"x\"\n[quote]\nsaid = '^(.+) said:$'\n") ==
          "config/phrases/x.toml:3:8: this pattern needs a group named \"author\": (?<author>…)\n"
          "said = '^(.+) said:$'\n"
          "       ^");
    CHECK(book_error("language = \"x\"\n[date.months]\nsmarch = 13\n") ==
          "config/phrases/x.toml:3:10: \"smarch\" must be a whole number from 1 to 12\n"
          "smarch = 13\n"
          "         ^");
    CHECK(book_error("language = \"x\"\n[date]\norder = \"ymd\"\n") ==
          "config/phrases/x.toml:3:9: \"order\" must be \"dmy\" (day first) or \"mdy\" (month first)\n"
          "order = \"ymd\"\n"
          "        ^");
    CHECK(book_error("stop_words = []\n") ==
          "config/phrases/x.toml:1:1: the key \"language\" is missing\n"
          "stop_words = []\n"
          "^");
}

TEST_CASE("Every kind of moderation has a name of its own") {
    std::set<std::string_view> names;
    for (int kind = 0; kind <= static_cast<int>(ModerationKind::ban); ++kind)
        names.insert(moderation_kind_name(static_cast<ModerationKind>(kind)));
    CHECK(names.size() == 10);
    CHECK_FALSE(names.contains(""));
}

TEST_CASE("The configuration's folder is the one that the environment names") {
    ::setenv("REJOINDER_CONFIG", "/some/where", 1);
    CHECK(default_config_dir() == "/some/where");
    ::unsetenv("REJOINDER_CONFIG");
    CHECK(std::filesystem::is_directory(default_config_dir() / "forums"));
}
