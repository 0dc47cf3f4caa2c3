#include "rejoinder/capture.hpp"

#include <fmt/format.h>
#include <unistd.h>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

using namespace rejoinder;

namespace {

namespace fs = std::filesystem;

/// A folder that is gone when the test is.
class Folder {
public:
    Folder() : path_(fs::temp_directory_path() / fmt::format("rejoinder-read-{}", ::getpid())) {
        fs::remove_all(path_);
        fs::create_directories(path_);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { fs::remove_all(path_); }

    std::string write(const std::string& name, std::string_view bytes) const {
        const fs::path file = path_ / name;
        fs::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << bytes;
        return file.string();
    }
    std::string path(const std::string& name = "") const {
        return name.empty() ? path_.string() : (path_ / name).string();
    }

private:
    fs::path path_;
};

}  // namespace

TEST_CASE("A file is read as it is, and its ending tells its type") {
    const Folder folder;
    const Captures captures =
        read_captures({folder.write("a.HTML", "<p>\r\nx"), folder.write("b.txt", "x"), folder.write("c", "y")});
    CHECK(captures.skipped.empty());
    REQUIRE(captures.pages.size() == 3);
    CHECK(captures.pages[0].bytes == "<p>\r\nx");
    CHECK(captures.pages[0].origin == folder.path("a.HTML"));
    CHECK(captures.pages[0].media_type == MediaType::html);
    CHECK(captures.pages[1].media_type == MediaType::text);
    CHECK(captures.pages[2].media_type == MediaType::unknown);
    CHECK_FALSE(captures.pages[0].captured_at);
}

TEST_CASE("A folder gives its pages by name, those of folders below too") {
    const Folder folder;
    folder.write("b/2.htm", "2");
    folder.write("c.xhtml", "3");
    folder.write("a.txt", "1");
    folder.write("picture.png", "no page");
    const Captures captures = read_captures({folder.path()});
    CHECK(captures.skipped.empty());
    REQUIRE(captures.pages.size() == 3);
    CHECK(captures.pages[0].bytes == "1");
    CHECK(captures.pages[1].bytes == "2");
    CHECK(captures.pages[2].bytes == "3");
}

TEST_CASE("A path that does not exist is told, and the rest is read") {
    const Folder folder;
    const Captures captures = read_captures({folder.path("none.html"), folder.write("a.txt", "x")});
    REQUIRE(captures.skipped.size() == 1);
    CHECK(captures.skipped[0] ==
          Error{ErrorCode::not_found, folder.path("none.html") + " does not exist; check the path"});
    CHECK(captures.pages.size() == 1);
}

TEST_CASE("An address is not fetched, and the rest is read") {
    const Folder folder;
    const Captures captures =
        read_captures({"https://pets.example/1", "http://pets.example/2", folder.write("a.txt", "x")});
    REQUIRE(captures.skipped.size() == 2);
    CHECK(captures.skipped[0] ==
          Error{ErrorCode::not_found,
                "https://pets.example/1: Rejoinder fetches nothing: save the page and give the file"});
    CHECK(captures.pages.size() == 1);
}

TEST_CASE("A folder without pages is told") {
    const Folder folder;
    folder.write("picture.png", "x");
    const Captures captures = read_captures({folder.path()});
    REQUIRE(captures.skipped.size() == 1);
    CHECK(
        captures.skipped[0] ==
        Error{ErrorCode::unreadable,
              folder.path() +
                  " is a folder without pages; put .html, .htm, .xhtml, .txt, .json, .jsonl or .ndjson files into it"});
}

TEST_CASE("Bad files of a folder are skipped one by one") {
    const Folder folder;
    folder.write("a.txt", "");
    folder.write("b.html", std::string_view("GIF\0\0", 5));
    folder.write("c.txt", "good");
    const Captures captures = read_captures({folder.path()});
    REQUIRE(captures.skipped.size() == 2);
    CHECK(captures.skipped[0] == Error{ErrorCode::unreadable, folder.path("a.txt") + " is empty; save the page again"});
    CHECK(captures.skipped[1] ==
          Error{ErrorCode::unreadable,
                folder.path("b.html") +
                    " is neither HTML nor text (it holds NUL bytes); give saved pages as .html or .txt"});
    REQUIRE(captures.pages.size() == 1);
    CHECK(captures.pages[0].bytes == "good");
}

TEST_CASE("UTF-16 with its mark is text although it holds NUL bytes") {
    const Folder folder;
    CHECK(read_captures({folder.write("a.txt", std::string_view("\xFF\xFEh\0i\0", 6))}).pages.size() == 1);
}

TEST_CASE("A file above the limit is refused with its size and the limit, and one at the limit is read") {
    const Folder folder;
    const Captures captures = read_captures(
        {folder.write("a.txt", std::string(2049, 'x')), folder.write("b.txt", std::string(2048, 'x'))}, {2048});
    REQUIRE(captures.skipped.size() == 1);
    CHECK(captures.skipped[0] ==
          Error{ErrorCode::too_large, folder.path("a.txt") + " has 2.1 KB, more than the limit of 2 KB for one page; "
                                                             "give the pages of the thread one by one"});
    CHECK(captures.pages.size() == 1);
}

TEST_CASE("A huge file is refused without being read") {
    const Folder folder;
    const std::string file = folder.write("huge.html", "x");
    fs::resize_file(file, std::uintmax_t{200} << 30);  // a hole: reading it would not fit into memory
    const Captures captures = read_captures({file});
    REQUIRE(captures.skipped.size() == 1);
    CHECK(captures.skipped[0].code == ErrorCode::too_large);
    CHECK(captures.skipped[0].message ==
          file + " has 200 GB, more than the limit of 64 MB for one page; give the pages of the thread one by one");
}

TEST_CASE("A device that never ends is read only up to the limit") {
    const Captures captures = read_captures({"/dev/zero"}, {1000});
    REQUIRE(captures.skipped.size() == 1);
    CHECK(captures.skipped[0] == Error{ErrorCode::too_large,
                                       "/dev/zero has no end in sight, more than the limit of 1000 bytes for one page; "
                                       "give the pages of the thread one by one"});
}

TEST_CASE("A file without permission is told") {
    if (::geteuid() == 0) return;  // root may read everything
    const Folder folder;
    const std::string file = folder.write("a.txt", "x");
    fs::permissions(file, fs::perms::none);
    const Captures captures = read_captures({file});
    REQUIRE(captures.skipped.size() == 1);
    CHECK(captures.skipped[0] ==
          Error{ErrorCode::unreadable,
                file + " cannot be read: there is no permission; change its permissions or run as its owner"});
}

TEST_CASE("A link that leads in a circle is not followed") {
    const Folder folder;
    folder.write("a.txt", "x");
    fs::create_directory_symlink(folder.path(), folder.path("again"));
    CHECK(read_captures({folder.path()}).pages.size() == 1);
}
