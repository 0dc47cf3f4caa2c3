#include "profile/profile.hpp"

#include <catch2/catch.hpp>

#include "rejoinder/profile.hpp"
#include "unit/profile/config_folder.hpp"

using namespace rejoinder;
using rejoinder::test::ConfigFolder;

namespace {

constexpr const char* engine = R"(name = "engine"
title = "The engine"
engine = "Engine"
[detect]
html = ".engine"
text = ['^Made by Engine$', '^Engine 2$']
[html]
title = "h1"
url = {select = "link", attribute = "HREF", match = '^(?<value>[^#]+)'}
[html.post]
each = ["article.post", "li.post"]
body = ".body"
key = [{attribute = "id"}, ".key"]
author = "h1"
[text]
post_end = '^Share$'
reaction = '^(?<name>\w+) (?<count>\d+)$'
[time]
utc_offset = "-03:30"
)";

/// Loads config/, which has to work.
ProfileSet loaded() {
    auto set = ProfileSet::load("config");
    INFO((set ? std::string() : set.error().message));
    REQUIRE(set.has_value());
    return std::move(*set);
}

/// The error of loading config/ with one profile of this text.
std::string error_of(std::string_view text) {
    const ConfigFolder folder;
    folder.forum("x", text);
    const auto set = ProfileSet::load("config");
    REQUIRE_FALSE(set.has_value());
    CHECK(set.error().code == ErrorCode::bad_config);
    return set.error().message;
}

}  // namespace

TEST_CASE("A profile holds what its file says") {
    const ConfigFolder folder;
    folder.forum("engine", engine);
    const ProfileSet set = loaded();
    const Profile* profile = set.find("engine");
    REQUIRE(profile != nullptr);
    CHECK(profile->title == "The engine");
    CHECK(profile->engine == "Engine");
    CHECK(profile->file == "config/forums/engine.toml");
    CHECK(profile->generation == 0);
    CHECK(profile->zone_seconds == -(3 * 3600 + 30 * 60));
    CHECK(profile->detect_html.size() == 1);
    CHECK(profile->detect_text.size() == 2);
    CHECK(profile->detect_all_text.empty());
    REQUIRE(profile->text);
    CHECK(profile->text->post_end->matches("Share"));
    CHECK_FALSE(profile->text->post_begin);
}

TEST_CASE("All selectors of a page's rules are bits of one set, and equal ones share a bit") {
    const ConfigFolder folder;
    folder.forum("engine", engine);
    const ProfileSet set = loaded();
    const HtmlRules& html = *set.find("engine")->html;
    CHECK(html.selectors.size() == 6);  // h1, link, article.post, li.post, .body, .key
    REQUIRE(html.title.size() == 1);
    REQUIRE(html.post.author.size() == 1);
    CHECK(html.title[0].selector == html.post.author[0].selector);
    const std::uint64_t each = html.post.each;
    CHECK((each & (each - 1)) != 0);                      // two bits
    CHECK((html.post.body & (html.post.body - 1)) == 0);  // one bit
}

TEST_CASE("A value rule may be the record's own attribute, and attributes are written in any case") {
    const ConfigFolder folder;
    folder.forum("engine", engine);
    const ProfileSet set = loaded();
    const HtmlRules& html = *set.find("engine")->html;
    REQUIRE(html.post.key.size() == 2);
    CHECK(html.post.key[0].selector == -1);
    CHECK(html.post.key[0].attribute == "id");
    CHECK(html.post.key[1].attribute.empty());
    REQUIRE(html.url.size() == 1);
    CHECK(html.url[0].attribute == "href");
    CHECK(html.url[0].match->group("value") == 1);
}

TEST_CASE("A profile that extends another overrides it key by key") {
    const ConfigFolder folder;
    folder.forum("engine", engine);
    folder.forum("a-forum", R"(name = "a-forum"
forum = "The Forum"
extends = "engine"
[html.post]
author = {select = ".name", attribute = "title"}
key = "b"
[text]
post_end = '^Link$'
[time]
utc_offset = "+07:00"
)");
    const ProfileSet set = loaded();
    const Profile& child = *set.find("a-forum");
    CHECK(child.generation == 1);
    CHECK(child.engine == "Engine");
    CHECK(child.forum == "The Forum");
    CHECK(child.zone_seconds == 7 * 3600);
    REQUIRE(child.html);
    CHECK(child.html->title.size() == 1);
    CHECK(child.html->post.author[0].attribute == "title");
    CHECK(child.html->post.key.size() == 1);  // the parent's list is replaced, not added to
    CHECK(child.text->post_end->source() == "^Link$");
    CHECK(child.text->reaction->matches("Like 1"));
}

TEST_CASE("A value rule is inherited whole or not at all") {
    const ConfigFolder folder;
    folder.forum("engine", engine);
    folder.forum("a-forum", "name = \"a-forum\"\nextends = \"engine\"\n[html.url]\nselect = \"base\"\n");
    const ProfileSet set = loaded();
    const ValueRules& url = set.find("a-forum")->html->url;
    REQUIRE(url.size() == 1);
    CHECK(url[0].attribute.empty());
    CHECK_FALSE(url[0].match);
}

TEST_CASE("What tells a forum's pages apart is not inherited") {
    const ConfigFolder folder;
    folder.forum("engine", engine);
    folder.forum("a-forum", "name = \"a-forum\"\nextends = \"engine\"\n[detect]\nall_text = ['a', 'b']\n");
    const ProfileSet set = loaded();
    const Profile& child = *set.find("a-forum");
    CHECK(child.detect_html.size() == 0);
    CHECK(child.detect_text.empty());
    CHECK(child.detect_all_text.size() == 2);
}

TEST_CASE("Every language is read unless a profile names its own") {
    const ConfigFolder folder;
    folder.phrases("en", "language = \"en\"\n");
    folder.phrases("th", "language = \"th\"\n");
    folder.forum("one", "name = \"one\"\n");
    folder.forum("two", "name = \"two\"\nlanguages = [\"th\", \"en\"]\n");
    const ProfileSet set = loaded();
    CHECK(set.find("one")->phrases.size() == 2);
    CHECK_FALSE(set.find("one")->states_languages);
    CHECK(set.find("two")->states_languages);
    REQUIRE(set.find("two")->phrases.size() == 2);
    CHECK(set.find("two")->phrases[0]->language == "th");
}

TEST_CASE("Profiles are found by name, and the nearest name is known") {
    const ConfigFolder folder;
    folder.forum("b", "name = \"invision\"\n");
    folder.forum("a", "name = \"wordpress\"\n");
    const ProfileSet set = loaded();
    CHECK(set.names() == std::vector<std::string>{"invision", "wordpress"});
    CHECK(set.find("phpbb") == nullptr);
    CHECK(set.nearest("invison") == "invision");
    CHECK(set.nearest("q").empty());
}

TEST_CASE("An added profile may extend one of the set, and replaces one of its name") {
    const ConfigFolder folder;
    folder.forum("engine", engine);
    folder.write("mine.toml", "name = \"mine\"\nextends = \"engine\"\n");
    folder.write("again.toml", "name = \"mine\"\ntitle = \"Mine again\"\n");
    ProfileSet set = loaded();
    CHECK(set.add("mine.toml") == "mine");
    CHECK(set.find("mine")->engine == "Engine");
    CHECK(set.add("again.toml") == "mine");
    CHECK(set.find("mine")->title == "Mine again");
    CHECK(set.find("mine")->engine.empty());
    CHECK(set.names() == std::vector<std::string>{"engine", "mine"});
}

TEST_CASE("An added profile's trouble is told like any other's") {
    const ConfigFolder folder;
    folder.forum("engine", engine);
    folder.write("mine.toml", "name = \"mine\"\nextends = \"engin\"\n");
    folder.write("self.toml", "name = \"engine\"\nextends = \"engine\"\n");
    ProfileSet set = loaded();
    CHECK(set.add("mine.toml").error().message ==
          "mine.toml:2:11: unknown profile \"engin\"; did you mean \"engine\"?\n"
          "extends = \"engin\"\n"
          "          ^");
    CHECK(set.add("self.toml").error().message ==
          "self.toml:2:11: a profile cannot extend itself\n"
          "extends = \"engine\"\n"
          "          ^");
    CHECK(set.add("none.toml").error() ==
          Error{ErrorCode::not_found, "none.toml: there is no such file; check the path"});
}

TEST_CASE("An unknown key is told with its place and the key that was meant") {
    CHECK(error_of("name = \"x\"\n[html]\ntitle = {selct = \"h1\"}\n[html.post]\neach = \"a\"\nbody = \"b\"\n") ==
          "config/forums/x.toml:3:10: unknown key \"selct\"; did you mean \"select\"?\n"
          "title = {selct = \"h1\"}\n"
          "         ^");
    CHECK(error_of("name = \"x\"\n\tzzz = 1\n") ==
          "config/forums/x.toml:2:2: unknown key \"zzz\"\n"
          "\tzzz = 1\n"
          "\t^");
    CHECK(error_of("name = \"x\"\n[htlm]\n") ==
          "config/forums/x.toml:2:2: unknown key \"htlm\"; did you mean \"html\"?\n"
          "[htlm]\n"
          " ^");
}

TEST_CASE("A bad selector is told with the caret below it") {
    const std::string message = error_of("name = \"x\"\n[detect]\nhtml = [\".good\", \"a[\"]\n");
    CHECK(message.starts_with("config/forums/x.toml:3:18: bad selector: "));
    CHECK(message.ends_with("\nhtml = [\".good\", \"a[\"]\n                 ^"));
}

TEST_CASE("A bad pattern is told with PCRE2's words and the caret below it") {
    CHECK(error_of("name = \"x\"\n[text]\npost_end = '^(Share'\n") ==
          "config/forums/x.toml:3:12: bad pattern: missing closing parenthesis (after 7 characters of it)\n"
          "post_end = '^(Share'\n"
          "           ^");
}

TEST_CASE("A pattern without a group that it needs is told") {
    CHECK(error_of("name = \"x\"\n[text]\nreaction = '^(?<name>\\w+)$'\n") ==
          "config/forums/x.toml:3:12: this pattern needs a group named \"count\": (?<count>…)\n"
          "reaction = '^(?<name>\\w+)$'\n"
          "           ^");
}

TEST_CASE("A value of the wrong type is told") {
    CHECK(error_of("name = 7\n") ==
          "config/forums/x.toml:1:8: \"name\" must be a string, and is a whole number\n"
          "name = 7\n"
          "       ^");
    CHECK(error_of("name = \"x\"\ndetect = \"y\"\n") ==
          "config/forums/x.toml:2:10: \"detect\" must be a table, and is a string\n"
          "detect = \"y\"\n"
          "         ^");
    CHECK(error_of("name = \"x\"\n[detect]\ntext = ['a', true]\n") ==
          "config/forums/x.toml:3:14: \"text\" must hold strings only, and this is true or false\n"
          "text = ['a', true]\n"
          "             ^");
    CHECK(error_of("name = \"x\"\n[html]\ntitle = 1\n[html.post]\neach = \"a\"\nbody = \"b\"\n") ==
          "config/forums/x.toml:3:9: \"title\" must be a selector, a table such as {select = \"…\", attribute = "
          "\"…\"}, or a list of "
          "those\n"
          "title = 1\n"
          "        ^");
}

TEST_CASE("What is missing is told") {
    CHECK(error_of("title = \"x\"\n") ==
          "config/forums/x.toml:1:1: the key \"name\" is missing\n"
          "title = \"x\"\n"
          "^");
    CHECK(error_of("name = \"x\"\n[html.post]\neach = \"a\"\n") ==
          "config/forums/x.toml:2:1: [html.post] needs the key \"body\"\n"
          "[html.post]\n"
          "^");
    CHECK(error_of("name = \"x\"\n[html]\ntitle = \"h1\"\n") ==
          "config/forums/x.toml:2:1: [html] needs a table [html.post]\n"
          "[html]\n"
          "^");
    CHECK(error_of("name = \"x\"\n[html]\ntitle = {}\n[html.post]\neach = \"a\"\nbody = \"b\"\n") ==
          "config/forums/x.toml:3:9: a value rule needs \"select\", \"attribute\" or \"match\"\n"
          "title = {}\n"
          "        ^");
    CHECK(error_of("name = \"x\"\n[html]\ntitle = {match = 'a'}\n[html.post]\neach = \"a\"\nbody = \"b\"\n") ==
          "config/forums/x.toml:3:9: a rule of \"title\" lacks \"select\"; in [html] every rule needs it\n"
          "title = {match = 'a'}\n"
          "        ^");
}

TEST_CASE("A zone that is none is told") {
    for (const std::string zone : {"+7:00", "07:00", "+15:00", "+07:60", "UTC", ""}) {
        CHECK(error_of("name = \"x\"\n[time]\nutc_offset = \"" + zone + "\"\n") ==
              "config/forums/x.toml:3:14: \"utc_offset\" must look like \"+07:00\", between \"-14:59\" and \"+14:59\"\n"
              "utc_offset = \"" +
                  zone +
                  "\"\n"
                  "             ^");
    }
}

TEST_CASE("A file that is no TOML is told with its place") {
    const std::string message = error_of("name = \"x\"\ntitle \"y\"\n");
    CHECK(message.starts_with("config/forums/x.toml:2:7: "));
    CHECK(message.ends_with("\ntitle \"y\"\n      ^"));
}

TEST_CASE("Of several troubles the first in the file is told") {
    CHECK(error_of("name = \"x\"\n[detect]\ntext = '('\nzzz = 1\n[text]\npost_end = 3\n")
              .starts_with("config/forums/x.toml:3:8: bad pattern"));
}

TEST_CASE("A language without a phrase book is told") {
    const ConfigFolder folder;
    folder.phrases("en", "language = \"en\"\n");
    folder.forum("x", "name = \"x\"\nlanguages = [\"th\"]\n");
    CHECK(ProfileSet::load("config").error().message ==
          "config/forums/x.toml:2:14: there is no phrase book for the language \"th\"; there is en\n"
          "languages = [\"th\"]\n"
          "             ^");
}

TEST_CASE("An unknown parent is told with the one that was meant") {
    const ConfigFolder folder;
    folder.forum("engine", engine);
    folder.forum("x", "name = \"x\"\nextends = \"engin\"\n");
    CHECK(ProfileSet::load("config").error().message ==
          "config/forums/x.toml:2:11: unknown profile \"engin\"; did you mean \"engine\"?\n"
          "extends = \"engin\"\n"
          "          ^");
}

TEST_CASE("Profiles that extend each other in a circle are told") {
    const ConfigFolder folder;
    folder.forum("a", "name = \"a\"\nextends = \"b\"\n");
    folder.forum("b", "name = \"b\"\nextends = \"c\"\n");
    folder.forum("c", "name = \"c\"\nextends = \"b\"\n");
    CHECK(ProfileSet::load("config").error().message ==
          "config/forums/c.toml:2:11: profiles extend each other in a circle: b, c, b\n"
          "extends = \"b\"\n"
          "          ^");
}

TEST_CASE("Two profiles of one name are told") {
    const ConfigFolder folder;
    folder.forum("a", "name = \"same\"\n");
    folder.forum("b", "name = \"same\"\n");
    CHECK(ProfileSet::load("config").error().message ==
          "config/forums/b.toml:1:8: the name \"same\" is taken by config/forums/a.toml\n"
          "name = \"same\"\n"
          "       ^");
}

TEST_CASE("A folder that is not there is told") {
    const auto set = ProfileSet::load("/nowhere");
    CHECK(set.error() == Error{ErrorCode::not_found,
                               "/nowhere/phrases: there is no such folder of configuration; name the folder that holds "
                               "forums/ and phrases/, or set REJOINDER_CONFIG to it"});
}
