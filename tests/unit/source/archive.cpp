#include "rejoinder/capture.hpp"

#include <unistd.h>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

using namespace rejoinder;

namespace {

/// A folder of its own with two pages, packed in several ways by the system's own tools.
class Packed {
public:
    Packed() : folder_(std::filesystem::temp_directory_path() / ("rejoinder-archive-" + std::to_string(::getpid()))) {
        std::filesystem::create_directories(folder_ / "in");
        write("in/one.html", "<!DOCTYPE html><p>one</p>");
        write("in/two.txt", "two\n");
        write("in/picture.bin", std::string("\0\1\2", 3));
        run("tar -cf all.tar in && tar -czf all.tgz in && gzip -k in/one.html && mv in/one.html.gz one.html.gz && "
            "tar -cf nested.tar one.html.gz && head -c 60 one.html.gz > x && head -c 30 one.html.gz > cut.html.gz");
    }
    ~Packed() { std::filesystem::remove_all(folder_); }

    std::string path(const std::string& name) const { return (folder_ / name).string(); }
    void write(const std::string& name, const std::string& bytes) const {
        std::ofstream(folder_ / name, std::ios::binary) << bytes;
    }
    void run(const std::string& command) const {
        REQUIRE(std::system(("cd '" + folder_.string() + "' && " + command).c_str()) == 0);
    }

private:
    std::filesystem::path folder_;
};

std::vector<std::string> pages(const Captures& captures, const Packed& packed) {
    std::vector<std::string> found;
    for (const Capture& page : captures.pages) {
        found.push_back(page.origin.substr(packed.path("").size()) + " = " + page.bytes);
    }
    return found;
}

}  // namespace

TEST_CASE("A compressed page is read as the page") {
    const Packed packed;
    const Captures captures = read_captures({packed.path("one.html.gz")});
    CHECK(captures.skipped.empty());
    CHECK(pages(captures, packed) == std::vector<std::string>{"one.html.gz = <!DOCTYPE html><p>one</p>"});
    CHECK(captures.pages[0].media_type == MediaType::html);
}

TEST_CASE("An archive gives the pages in it and passes over what is none") {
    const Packed packed;
    for (const std::string name : {"all.tar", "all.tgz"}) {
        const Captures captures = read_captures({packed.path(name)});
        CHECK(captures.skipped.empty());
        std::vector<std::string> found = pages(captures, packed);
        std::sort(found.begin(), found.end());
        CHECK(found == std::vector<std::string>{name + ":in/one.html = <!DOCTYPE html><p>one</p>",
                                                name + ":in/two.txt = two\n"});
    }
}

TEST_CASE("A compressed page in an archive is opened too") {
    const Packed packed;
    const Captures captures = read_captures({packed.path("nested.tar")});
    CHECK(captures.skipped.empty());
    REQUIRE(captures.pages.size() == 1);
    CHECK(captures.pages[0].bytes == "<!DOCTYPE html><p>one</p>");
}

TEST_CASE("A damaged archive is named and the others are read") {
    const Packed packed;
    const Captures captures = read_captures({packed.path("cut.html.gz"), packed.path("one.html.gz")});
    CHECK(captures.pages.size() == 1);
    REQUIRE(captures.skipped.size() == 1);
    CHECK(captures.skipped[0].code == ErrorCode::unreadable);
    CHECK(captures.skipped[0].message.find("cut.html.gz is damaged (") != std::string::npos);
}

TEST_CASE("What unpacks to more than a page may hold is refused while it unpacks") {
    const Packed packed;
    packed.run("head -c 30000000 /dev/zero | tr '\\0' 'a' | gzip > bomb.txt.gz");
    ReadLimits limits;
    limits.bytes_per_page = 1 << 20;
    const Captures captures = read_captures({packed.path("bomb.txt.gz")}, limits);
    REQUIRE(captures.skipped.size() == 1);
    CHECK(captures.skipped[0].code == ErrorCode::too_large);
    CHECK(captures.skipped[0].message.find("unpacks to more than the limit of 1 MB") != std::string::npos);
}

TEST_CASE("An archive as a whole has a limit too, and what came before it is kept") {
    const Packed packed;
    ReadLimits limits;
    limits.bytes_per_archive = 27;
    const Captures captures = read_captures({packed.path("all.tar")}, limits);
    REQUIRE(captures.skipped.size() == 1);
    CHECK(captures.skipped[0].code == ErrorCode::too_large);
}
