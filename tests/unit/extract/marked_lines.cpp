#include "extract/marked_lines.hpp"

#include <catch2/catch.hpp>

using namespace rejoinder;

namespace {

std::string first_text(const std::vector<Block>& body) {
    return body.empty() || body.front().text() == nullptr ? "" : *body.front().text();
}

}  // namespace

TEST_CASE("A line of HTML text that begins with the mark of a quote is a quote, and its neighbours are not") {
    std::vector<Block> body{{std::string("Hello.\n\n> Is this lock open?\n\nIt is.\n\nSince noon.")}};
    divide_marked_lines(body);
    REQUIRE(body.size() == 3);
    CHECK(first_text(body) == "Hello.");
    REQUIRE(body[1].quote() != nullptr);
    CHECK(first_text(body[1].quote()->body) == "Is this lock open?");
    REQUIRE(body[2].text() != nullptr);
    CHECK(*body[2].text() == "It is.\n\nSince noon.");
}

TEST_CASE("A sign that compares, points or frames a heading marks no quote") {
    for (const char* text : {"a > b", ">50 % of locks", ">= 3 gates", ">>THE LOCK<<", "->", ">"}) {
        std::vector<Block> body{{std::string(text)}};
        divide_marked_lines(body);
        REQUIRE(body.size() == 1);
        CHECK(first_text(body) == text);
    }
}

TEST_CASE("Two marks are a quote within a quote, and indented lines around a quote keep their spaces") {
    std::vector<Block> body{{std::string(">> open?\n> no\n\nif (open)\n    close();")}};
    divide_marked_lines(body);
    REQUIRE(body.size() == 2);
    REQUIRE(body[0].quote() != nullptr);
    REQUIRE(body[0].quote()->body.size() == 2);
    CHECK(body[0].quote()->body[0].quote() != nullptr);
    CHECK(*body[1].text() == "if (open)\n    close();");
}
