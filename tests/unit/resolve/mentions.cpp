#include "resolve/mentions.hpp"

#include <catch2/catch.hpp>

#include "support/threads.hpp"

using namespace rejoinder;
using test::post;
using test::quote;
using test::text;
using test::thread;

namespace {

/// Three people speak, then Dora says `words`.
Thread talk(const std::string& words) {
    return thread({post("Gweiloman", {text("Trains are late.")}, "1001"), post("Mary Ann", {text("Not mine.")}, "1002"),
                   post("Well", {text("I wait.")}, "1003"), post("Dora", {text(words)}, "1004")});
}

std::vector<Reply> replies_to(const std::string& words) {
    return resolve(talk(words)).replies;
}

void check_one(const std::string& words, std::size_t to, EvidenceKind kind) {
    INFO(words);
    const std::vector<Reply> replies = replies_to(words);
    REQUIRE(replies.size() == 1);
    CHECK(replies.front().to == post_ref(to));
    CHECK(replies.front().evidence == std::vector<Evidence>{{kind, 0, 0}});
    CHECK(replies.front().primary);
    CHECK(replies.front().confidence < 0.9);
}

}  // namespace

TEST_CASE("A post answers whom it names, without a quote") {
    check_one("Gweiloman, you are right.", 0, EvidenceKind::addressed_name);
    check_one("I see. gweiloman: no.", 0, EvidenceKind::addressed_name);
    check_one("Gwei, you are right.", 0, EvidenceKind::short_name);
    check_one("True, @Mary Ann is early.", 1, EvidenceKind::mentioned_name);
    check_one("As #2 says.", 1, EvidenceKind::numbered_post);
}

TEST_CASE("Words that only look like a name are none") {
    for (const char* words : {"Gweiloman said so.", "mail me at dora@gweiloman, please", "We are #1!", "See #12.",
                              "See #4.", "Dora, that is me", "Tra, la la", "@Gweilo is nobody", "Gwe, too short"}) {
        INFO(words);
        CHECK(replies_to(words).empty());
    }
    Thread thread = talk("Well, who knows.");
    thread.posts[2].body.insert(thread.posts[2].body.begin(), text("Well, I wait."));
    CHECK(resolve(thread).replies.empty());
}

TEST_CASE("A cut name that two people share calls neither") {
    const Resolution resolution = resolve(thread(
        {post("Martin", {text("a")}), post("Martina", {text("b")}), post("Dora", {text("Mart, you are right.")})}));
    CHECK(resolution.replies.empty());
}

TEST_CASE("A link leads to the post of its address") {
    Thread thread = talk("See there.");
    thread.posts[3].links = {{"there", "https://forum.example.org/topic/5#comment-1002"}};
    const Resolution by_key = resolve(thread);
    REQUIRE(by_key.replies.size() == 1);
    CHECK(by_key.replies.front().to == post_ref(1));
    CHECK(by_key.replies.front().evidence.front().kind == EvidenceKind::linked_post);
    thread.posts[2].permalink = "https://forum.example.org/p/77";
    thread.posts[3].links = {{"there", "https://forum.example.org/p/77"}, {"later", "#comment-1004"}};
    const Resolution by_address = resolve(thread);
    REQUIRE(by_address.replies.size() == 1);
    CHECK(by_address.replies.front().to == post_ref(2));
}

TEST_CASE("A name never stands above a quote, and adds nothing for the quoted writer") {
    Thread thread = talk("Gweiloman, listen. @Mary Ann too.");
    thread.posts[3].body.insert(thread.posts[3].body.begin(), quote("Mary Ann", "Mine"));
    const Resolution resolution = resolve(thread);
    REQUIRE(resolution.replies.size() == 2);
    CHECK(resolution.replies[0].evidence.back().kind == EvidenceKind::attributed_author);
    CHECK(resolution.replies[0].primary);
    CHECK(resolution.replies[1].to == post_ref(0));
    CHECK_FALSE(resolution.replies[1].primary);
}
