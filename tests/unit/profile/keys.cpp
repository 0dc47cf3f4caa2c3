#include "profile/keys.hpp"

#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "rejoinder/profile.hpp"
#include "unit/profile/config_folder.hpp"

using namespace rejoinder;
using rejoinder::test::ConfigFolder;

namespace {

/// The message about a profile in which this key of this table holds a date, which no key takes.
std::string message_about(std::string_view table, std::string_view key) {
    const ConfigFolder folder;
    const bool top = table == "top";
    std::string text = fmt::format("{} = 2026-01-01\n", key);
    if (!top) text = fmt::format("name = \"x\"\n[{}]\n{}", table, text);
    folder.forum("x", text);
    const auto set = ProfileSet::load("config");
    return set ? "" : set.error().message;
}

/// The names in the first column.
std::vector<std::string> names_in(std::string_view markdown) {
    std::vector<std::string> names;
    for (std::size_t at = markdown.find("\n| `"); at != std::string_view::npos; at = markdown.find("\n| `", at + 1))
        names.emplace_back(markdown.substr(at + 4, markdown.find('`', at + 4) - at - 4));
    return names;
}

}  // namespace

TEST_CASE("Every key of the tables is read by the loader, which refuses a date in it") {
    for (const KeyTable& table : key_tables()) {
        const std::vector<std::string> names = names_in(table.markdown);
        CHECK_FALSE(names.empty());
        for (const std::string& name : names) {
            const std::string message = message_about(table.name, name);
            INFO(table.name << "." << name << ": " << message);
            CHECK_FALSE(message.empty());
            CHECK(message.find("unknown key") == std::string::npos);
        }
    }
}

TEST_CASE("A table says what its keys hold, which must be there and which groups a pattern may use") {
    for (const KeyTable& table : key_tables()) {
        if (table.name == "html.post")
            CHECK(table.markdown.find("| `each` | selectors, required |") != std::string::npos);
        if (table.name == "html.quote")
            CHECK(table.markdown.find("| `source_key` | value rule |") != std::string::npos);
        if (table.name == "text")
            CHECK(table.markdown.find("| `reaction` | pattern that must have the groups `name`, `count` |") !=
                  std::string::npos);
    }
}

TEST_CASE("A switch of a profile must be true or false") {
    const ConfigFolder folder;
    folder.forum("x", "name = \"x\"\n[html.post]\neach = \"p\"\nbody = \"p\"\n[html.quote]\nmarked_lines = \"yes\"\n");
    const auto set = ProfileSet::load("config");
    REQUIRE_FALSE(set.has_value());
    CHECK(set.error().message.find("\"marked_lines\" must be true or false, and is a string") != std::string::npos);
}
