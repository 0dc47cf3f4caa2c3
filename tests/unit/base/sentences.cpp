#include "base/sentences.hpp"

#include <catch2/catch.hpp>

using namespace rejoinder;

namespace {

using Sentences = std::vector<std::string_view>;

}  // namespace

TEST_CASE("Sentences end at full stops, question marks and exclamation marks before white space") {
    CHECK(split_sentences("One two. Three? four! Five") == Sentences{"One two.", "Three?", "four!", "Five"});
}

TEST_CASE("A full stop before a lower-case letter, inside a number or after a title ends no sentence") {
    CHECK(split_sentences("It is 3.5 e.g. here, approx. that").size() == 1);
    CHECK(split_sentences("The official Mr. Masoud met J. Smith. He said so.") ==
          Sentences{"The official Mr. Masoud met J. Smith.", "He said so."});
}

TEST_CASE("A line's end is a sentence's end, and empty lines are none") {
    CHECK(split_sentences("no stop\nnext line\n\n\nlast") == Sentences{"no stop", "next line", "last"});
}

TEST_CASE("Closing quotes and brackets belong to the sentence, opening ones to the next") {
    CHECK(split_sentences("\"It is so.\" \"No.\" (Yes.) He left.") ==
          Sentences{"\"It is so.\"", "\"No.\"", "(Yes.)", "He left."});
    CHECK(split_sentences("He said “stop.” Then… nothing… And on") ==
          Sentences{"He said “stop.”", "Then… nothing…", "And on"});
}

TEST_CASE("Marks in a row are one end") {
    CHECK(split_sentences("What?! No... Really!!! ok") == Sentences{"What?!", "No...", "Really!!!", "ok"});
    CHECK(split_sentences("... and so on. ...") == Sentences{"... and so on.", "..."});
}

TEST_CASE("Cyrillic and emoji take the plain rules, Chinese and Hindi those of Unicode") {
    CHECK(split_sentences("Да. нет. Нет 😞. Да") == Sentences{"Да. нет.", "Нет 😞.", "Да"});
    CHECK(split_sentences("你好。再见。") == Sentences{"你好。", "再见。"});
    CHECK(split_sentences("यह है। वह है।") == Sentences{"यह है।", "वह है।"});
    CHECK(split_sentences("你好\n再见") == Sentences{"你好", "再见"});
}

TEST_CASE("Empty and blank texts have no sentences") {
    CHECK(split_sentences("").empty());
    CHECK(split_sentences(" \n \n").empty());
}

TEST_CASE("Sentences are views into the text") {
    const std::string_view text = "One. Two.";
    CHECK(split_sentences(text)[1].data() == text.data() + 5);
}
