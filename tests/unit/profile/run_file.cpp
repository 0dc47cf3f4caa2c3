#include "profile/run_file.hpp"

#include <catch2/catch.hpp>

#include "unit/profile/config_folder.hpp"

using namespace rejoinder;
using rejoinder::test::ConfigFolder;

TEST_CASE("The paths of a run file count from its folder") {
    const ConfigFolder folder;
    folder.write("runs/a.toml", R"(inputs = ["../pages/1.html", "/tmp/2.html", "-"]
forum = "asean-now"
[output]
folder = "../out"
formats = ["markdown", "json"]
)");
    const auto run = read_run_file("runs/a.toml");
    REQUIRE(run.has_value());
    CHECK(*run == RunFile{{"pages/1.html", "/tmp/2.html", "-"}, "asean-now", {"markdown", "json"}, "out", {}, false});
}

TEST_CASE("A run file may name its inputs alone") {
    const ConfigFolder folder;
    folder.write("a.toml", "inputs = \"page.html\"\n");
    CHECK(read_run_file("a.toml") == RunFile{{"page.html"}, "", {}, "", {}, false});
}

TEST_CASE("A run file may ask for inferences") {
    const ConfigFolder folder;
    folder.write("a.toml", "inputs = \"page.html\"\ninfer = \"adjacency\"\n");
    CHECK(read_run_file("a.toml")->infer == std::vector<std::string>{"adjacency"});
}

TEST_CASE("A run file's trouble is told with its place") {
    const ConfigFolder folder;
    folder.write("a.toml", "inputs = [\"x\"]\n[output]\nformat = [\"json\"]\n");
    folder.write("b.toml", "forum = \"x\"\n");
    CHECK(read_run_file("a.toml").error() == Error{ErrorCode::bad_config,
                                                   "a.toml:3:1: unknown key \"format\"; did you mean \"formats\"?\n"
                                                   "format = [\"json\"]\n"
                                                   "^"});
    CHECK(read_run_file("b.toml").error() == Error{ErrorCode::bad_config,
                                                   "b.toml:1:1: the key \"inputs\" is missing\n"
                                                   "forum = \"x\"\n"
                                                   "^"});
    CHECK(read_run_file("none.toml").error() ==
          Error{ErrorCode::not_found, "none.toml: there is no such file; check the path"});
}

TEST_CASE("The run file of the worked example is in order") {
    const auto run = read_run_file(REJOINDER_ROOT "/config/runs/thai-visa.toml");
    REQUIRE(run.has_value());
    CHECK(run->forum == "asean-now");
    CHECK(run->inputs == std::vector<std::string>{REJOINDER_ROOT "/fixtures/invision/thai-visa-text/page.txt"});
    CHECK(run->output == REJOINDER_ROOT "/build/thai-visa");
}
