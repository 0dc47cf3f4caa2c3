#include "cli/output.hpp"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

using namespace rejoinder::cli;
namespace fs = std::filesystem;

namespace {

struct Folder {
    fs::path path = fs::temp_directory_path() / ("rejoinder-output-" + std::to_string(::getpid()));
    Folder() { fs::remove_all(path); }
    ~Folder() { fs::remove_all(path); }
};

std::string bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::size_t entries(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

TEST_CASE("Files are written into a folder that is made for them") {
    const Folder folder;
    const auto written = write_files(folder.path / "deep", {{"a.md", "one"}, {"b.md", "two"}});
    REQUIRE(written.has_value());
    CHECK(*written == std::vector<fs::path>{folder.path / "deep/a.md", folder.path / "deep/b.md"});
    CHECK(bytes_of(folder.path / "deep/a.md") == "one");
    CHECK(entries(folder.path / "deep") == 2);
}

TEST_CASE("A file that stood there before is replaced") {
    const Folder folder;
    REQUIRE(write_files(folder.path, {{"a.md", "a long first version"}}));
    REQUIRE(write_files(folder.path, {{"a.md", "new"}}));
    CHECK(bytes_of(folder.path / "a.md") == "new");
}

TEST_CASE("If one file cannot be written nothing is left behind") {
    const Folder folder;
    const std::string too_long(300, 'x');
    const auto written = write_files(folder.path, {{"a.md", "one"}, {too_long, "two"}});
    REQUIRE_FALSE(written.has_value());
    CHECK(written.error().code == rejoinder::ErrorCode::unwritable);
    CHECK_FALSE(fs::exists(folder.path));
}

TEST_CASE("A file is no folder to write into") {
    const Folder folder;
    REQUIRE(write_files(folder.path, {{"a.md", "one"}}));
    const auto written = write_files(folder.path / "a.md", {{"b.md", "two"}});
    REQUIRE_FALSE(written.has_value());
    CHECK(written.error().message.find("a.md cannot be written: ") != std::string::npos);
    CHECK(bytes_of(folder.path / "a.md") == "one");
}

TEST_CASE("File names are made from titles and never collide") {
    FileNames names;
    CHECK(names.next("Cats & Dogs: who's best?", "1") == "cats-dogs-whos-best");
    CHECK(names.next("Cats, dogs -- whos best", "2") == "cats-dogs-whos-best-2");
    CHECK(names.next("cats dogs whos best 2", "2") == "cats-dogs-whos-best-2-2");
    CHECK(names.next("?!", "4711") == "thread-4711");
    CHECK(names.next("", "") == "thread");
    CHECK(names.next("../../etc/passwd", "") == "etc-passwd");
    CHECK(names.next(std::string(500, 'a'), "").size() <= 80);
}

TEST_CASE("File names keep the letters of every script and are cut between them") {
    FileNames names;
    CHECK(names.next("แมว หรือ/หมา?", "1") == "แมว-หรือ-หมา");
    CHECK(names.next("Кошки или собаки", "1") == "Кошки-или-собаки");
    CHECK(names.next("Café – “who’s best”…", "1") == "café-whos-best");
    CHECK(names.next("猫\u3000犬\u202E\u0085\n", "1") == "猫-犬");
    CHECK(names.next("\xff\xfe", "ไทย 7") == "thread-ไทย-7");
    std::string cats = "a";
    for (int i = 0; i < 50; ++i) cats += "猫";
    CHECK(names.next(cats, "") == cats.substr(0, 79));
}
