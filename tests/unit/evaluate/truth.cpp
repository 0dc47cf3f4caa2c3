#include <catch2/catch.hpp>
#include <cstdio>
#include <fstream>

#include "support/thread_writer/thread_writer.hpp"
#include "unit/evaluate/sample.hpp"

namespace rejoinder {
namespace {

/// A truth file that lives as long as the test.
struct File {
    explicit File(const std::string& bytes)
        : path(std::filesystem::temp_directory_path() / ("rejoinder-truth-" + std::to_string(std::rand()) + ".json")) {
        std::ofstream(path, std::ios::binary) << bytes;
    }
    ~File() { std::filesystem::remove(path); }
    std::filesystem::path path;
};

TEST_CASE("A truth file is read with pages relative to it, and sources by number, key and ghost") {
    const File file(R"({"kind": "text", "forum": "invision", "pages": ["sub/page.html"],
        "ghosts": [{"id": "g1", "author": "Eve"}],
        "posts": [{"key": "880", "author": "Ada", "text": "One."},
                  {"author": "Ben", "text": "Two.", "quotes": [
                      {"author": "Ada", "text": "One.", "source": 1}, {"source": "880", "depth": 2},
                      {"source": "g1"}, {"source": null}]}]})");
    const auto truth = read_truth(file.path);
    REQUIRE(truth);
    CHECK(truth->pages == std::vector<std::string>{(file.path.parent_path() / "sub/page.html").string()});
    CHECK(truth->forum == "invision");
    REQUIRE(truth->posts.size() == 2);
    REQUIRE(truth->posts[1].quotes.size() == 4);
    CHECK(truth->posts[1].quotes[0].source == test::post_source(0));
    CHECK(truth->posts[1].quotes[1].source == test::post_source(0));
    CHECK(truth->posts[1].quotes[1].depth == 2);
    CHECK(truth->posts[1].quotes[2].source == test::ghost_source(0));
    CHECK(truth->posts[1].quotes[3].source == TrueSource{});
}

TEST_CASE("A truth file that is wrong is refused with its name and what is wrong") {
    const auto message = [](const std::string& bytes) {
        const File file(bytes);
        const auto truth = read_truth(file.path);
        REQUIRE_FALSE(truth);
        CHECK(truth.error().message.find(file.path.string()) == 0);
        return truth.error().message;
    };
    CHECK(message("[1]").find("is no JSON object") != std::string::npos);
    CHECK(message("{").find("the truth file ") != std::string::npos);
    CHECK(message(R"({"posts": [{"text": "a"}]})").find("names no page") != std::string::npos);
    CHECK(message(R"({"pages": ["a"]})").find("names no post") != std::string::npos);
    CHECK(message(R"({"pages": ["a"], "posts": [{"quotes": [{"source": 2}]}]})").find("has no post 2, which post 1") !=
          std::string::npos);
    CHECK(message(R"({"pages": ["a"], "posts": [{"quotes": [{"source": "g7"}]}]})").find("post or ghost \"g7\"") !=
          std::string::npos);
    CHECK(read_truth("no/such/truth.json").error().code == ErrorCode::not_found);
}

TEST_CASE("The truth that the thread writer writes is read back as it was") {
    const test::WrittenThread thread = test::write_thread({});
    const Truth truth = test::truth_of(thread, test::Rendering::phpbb, true);
    const File file(test::truth_json(truth, {"page.html"}));
    const auto read = read_truth(file.path);
    REQUIRE(read);
    REQUIRE(read->posts.size() == truth.posts.size());
    CHECK(read->ghosts.size() == truth.ghosts.size());
    for (std::size_t i = 0; i < truth.posts.size(); ++i) {
        REQUIRE(read->posts[i].text == truth.posts[i].text);
        REQUIRE(read->posts[i].quotes.size() == truth.posts[i].quotes.size());
        for (std::size_t k = 0; k < truth.posts[i].quotes.size(); ++k) {
            REQUIRE(read->posts[i].quotes[k].source == truth.posts[i].quotes[k].source);
            REQUIRE(read->posts[i].quotes[k].text == truth.posts[i].quotes[k].text);
        }
    }
}

}  // namespace
}  // namespace rejoinder
