#include "cli/parse.hpp"

#include <catch2/catch.hpp>

using namespace rejoinder::cli;

namespace {

CommandLine parse(std::vector<const char*> words) {
    words.insert(words.begin(), "rejoinder");
    return parse_command_line(static_cast<int>(words.size()), words.data());
}

}  // namespace

TEST_CASE("A command line becomes a command and its arguments") {
    const CommandLine line =
        parse({"analyze", "a.html", "-", "--forum", "invision", "--format", "json", "-o", "out", "--strict"});
    REQUIRE(line.command != nullptr);
    CHECK(line.command->name == "analyze");
    CHECK(line.arguments.paths == std::vector<std::string>{"a.html", "-"});
    CHECK(line.arguments.forum == "invision");
    CHECK(line.arguments.format == "json");
    CHECK(line.arguments.output == "out");
    CHECK(line.arguments.strict);
}

TEST_CASE("Without a format the command chooses one") {
    CHECK(parse({"analyze", "a"}).arguments.format.empty());
}

TEST_CASE("The first word after `profile check` is the profile, the rest are pages") {
    const CommandLine line = parse({"profile", "check", "new.toml", "a.html", "b.html"});
    REQUIRE(line.command != nullptr);
    CHECK(line.command->group == "profile");
    CHECK(line.arguments.file == "new.toml");
    CHECK(line.arguments.paths == std::vector<std::string>{"a.html", "b.html"});
}

TEST_CASE("The configuration folder may be named before or after the command") {
    CHECK(parse({"--config", "dir", "profile", "list"}).arguments.config == "dir");
    CHECK(parse({"profile", "list", "--config", "dir"}).arguments.config == "dir");
}

TEST_CASE("Every command has help with an example that names the command") {
    for (const Command& command : commands()) {
        const std::string group(command.group), name(command.name);
        std::vector<const char*> words;
        if (!group.empty()) words.push_back(group.c_str());
        words.push_back(name.c_str());
        words.push_back("-h");
        const CommandLine line = parse(words);
        INFO(group << " " << name);
        CHECK(line.command == nullptr);
        CHECK(line.error.empty());
        const std::string full = "rejoinder " + (group.empty() ? name : group + " " + name);
        CHECK(line.help.find("Usage: " + full + " ") != std::string::npos);
        CHECK(line.help.find("Example:\n  " + full) != std::string::npos);
        CHECK(line.help.ends_with('\n'));
    }
}

TEST_CASE("`help` and `help COMMAND` give what -h gives") {
    CHECK(parse({"help"}).help == parse({"-h"}).help);
    CHECK(parse({"help", "-h"}).help == parse({"-h"}).help);
    CHECK(parse({"help", "run"}).help == parse({"run", "-h"}).help);
    CHECK(parse({"help", "profile"}).help == parse({"profile", "-h"}).help);
    CHECK(parse({"help", "profile", "check"}).help == parse({"profile", "check", "-h"}).help);
    CHECK(parse({"help", "rum"}).error ==
          "There is no command \"rum\" (did you mean \"run\"?); 'rejoinder -h' lists them all.");
    CHECK(parse({"help", "profile", "chek"}).error.starts_with("There is no command \"profile chek\""));
}

TEST_CASE("Every group of the command table is described") {
    for (const Command& command : commands()) {
        bool described = command.group.empty();
        for (const CommandGroup& group : command_groups()) described = described || group.name == command.group;
        CHECK(described);
    }
}
