#include "source/lines.hpp"

#include <unistd.h>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

using namespace rejoinder;

namespace {

using Lines = std::vector<std::pair<std::string, std::size_t>>;

Capture text(std::string bytes) {
    return {std::move(bytes), "x", MediaType::json, {}};
}

Lines lines_of(const Capture& capture, std::size_t limit = 100) {
    Lines lines;
    const auto read = each_line(capture, limit, [&](std::string_view line, std::size_t number) {
        lines.emplace_back(line, number);
        return true;
    });
    CHECK(read);
    return lines;
}

/// A file that is gone when the test is.
struct File {
    explicit File(const std::string& bytes)
        : path(std::filesystem::temp_directory_path() / ("rejoinder-lines-" + std::to_string(::getpid()) + ".jsonl")) {
        std::ofstream(path, std::ios::binary) << bytes;
    }
    ~File() { std::filesystem::remove(path); }
    std::filesystem::path path;
};

}  // namespace

TEST_CASE("Lines come with their numbers, without blank ones and line ends") {
    CHECK(lines_of(text("\xEF\xBB\xBF"
                        "a\r\n\n  \nb")) == Lines{{"a", 1}, {"b", 4}});
    CHECK(lines_of(text("")).empty());
}

TEST_CASE("A line beyond the limit is given up to it, and the next one whole") {
    CHECK(lines_of(text("abcdef\ngh\n"), 4) == Lines{{"abcd", 1}, {"gh", 2}});
}

TEST_CASE("A file of lines that is too large for a page is read piece by piece") {
    std::string bytes;
    for (int i = 0; i < 300'000; ++i) bytes += "{\"n\": " + std::to_string(i) + "}\n";
    const File file(bytes);
    const Captures captures = read_captures({file.path.string()}, {1000, 1000});
    REQUIRE(captures.pages.size() == 1);
    CHECK(captures.pages[0].lines_in_file);
    CHECK(captures.pages[0].bytes.empty());
    const Lines lines = lines_of(captures.pages[0]);
    REQUIRE(lines.size() == 300'000);
    CHECK(lines[200'000].first == "{\"n\": 200000}");
    CHECK(lines[299'999].second == 300'000);
}

TEST_CASE("A file that went away is an error, and a reader may stop") {
    Capture gone = text("");
    gone.origin = "/no/such/file.jsonl";
    gone.lines_in_file = true;
    const auto read = each_line(gone, 10, [](std::string_view, std::size_t) { return true; });
    REQUIRE_FALSE(read);
    int seen = 0;
    CHECK(each_line(text("a\nb\nc"), 10, [&](std::string_view, std::size_t) { return ++seen < 2; }));
    CHECK(seen == 2);
}
