#include <algorithm>
#include <catch2/catch.hpp>

#include "base/columns.hpp"
#include "unit/report/sample.hpp"

using namespace rejoinder;
using namespace rejoinder::test;

namespace {

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::size_t widest(const std::string& text) {
    std::size_t most = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = text.find('\n', begin);
        most = std::max(most, columns_of(std::string_view(text).substr(begin, end - begin)));
        begin = end + 1;
    }
    return most;
}

std::string on(const Terminal& terminal, const Analysis& analysis) {
    return find_report_format("text")->write_terminal(analysis, terminal);
}

/// Each post answers the one before it.
Analysis chain(std::uint32_t posts) {
    Analysis analysis;
    analysis.thread.title = "A long chain";
    for (std::uint32_t i = 0; i < posts; ++i) {
        add_post(analysis, "日本語の名前",
                 "A sentence that is much too long for what is left of a line of eighty columns.", 9);
        if (i > 0) add_reply(analysis, i, post_ref(i - 1), {{EvidenceKind::parent_id, 0, 0}}, 1);
    }
    return analysis;
}

}  // namespace

TEST_CASE("The tree shows ghosts, inferred names, doubtful replies and moderation") {
    const std::string text = written_as("text", quarrel());
    CHECK(holds(text, "g1  Mia · not on the page · “Cats are better. They wash themselves.”\n"));
    CHECK(holds(text, "  2  ├ unnamed · “No.”\n"));
    CHECK(holds(text, "  3  └ ? Bo* · “Dogs obey.”\n"));
    CHECK(holds(text, "  5    └ unnamed · “So they do.”\n"));
    CHECK(holds(text, "  4  unnamed · removed a post\n"));
}

TEST_CASE("Text names what needs a look, and what moderators did, with the posts") {
    const std::string text = written_as("text", quarrel());
    CHECK(holds(text, "• Two posts (2 and 3), by "));
    CHECK(holds(text, "• post 4: Removal: Removed a post that was rude.\n"));
}

TEST_CASE("No line is wider than the terminal, however deep the thread and wide its letters") {
    CHECK(widest(written_as("text", chain(300))) <= 80);
    CHECK(widest(written_as("text", quarrel())) <= 80);
    CHECK(widest(on({40, false}, chain(50))) <= 40);
    CHECK(holds(written_as("text", chain(300)), "(depth 299) "));
}

TEST_CASE("Colours are for terminals that want them, and what a page prints cannot make any") {
    Analysis analysis = quarrel();
    analysis.thread.posts[0].author = analysis.resolution.posts[0].author.name = "\x1b[31mAnn";
    CHECK_FALSE(holds(written_as("text", analysis), "\x1b"));
    CHECK_FALSE(holds(on({80, true}, analysis), "\x1b[31mAnn"));
    CHECK(holds(on({80, true}, analysis), "\x1b[1mCats or dogs\x1b[0m"));
}
