#include <catch2/catch.hpp>

#include "support/threads.hpp"

using namespace rejoinder;

namespace {

Page page(int number, std::vector<std::string> keys, std::string thread = "t") {
    Page page;
    page.origin = "page" + std::to_string(number);
    page.thread_key = std::move(thread);
    page.title = "A thread";
    page.number = number;
    for (std::string& key : keys) page.posts.push_back(test::post("Ann", {test::text("words of " + key)}, key));
    return page;
}

std::string keys(const Thread& thread) {
    std::string all;
    for (const Post& post : thread.posts) all += post.key;
    return all;
}

}  // namespace

TEST_CASE("Pages of a thread are put in order, whatever order they come in") {
    const Assembly assembly = assemble({page(3, {"e"}), page(1, {"a", "b"}), page(2, {"c", "d"})});
    REQUIRE(assembly.threads.size() == 1);
    CHECK(keys(assembly.threads[0]) == "abcde");
    CHECK(assembly.diagnostics.empty());
}

TEST_CASE("A post that stands on two pages is kept once, and that is said") {
    const Assembly assembly = assemble({page(1, {"a", "b"}), page(2, {"b", "c"})});
    CHECK(keys(assembly.threads[0]) == "abc");
    REQUIRE(assembly.diagnostics.size() == 1);
    CHECK(assembly.diagnostics[0].where == "page2");
}

TEST_CASE("A page given twice changes nothing") {
    const Assembly assembly = assemble({page(1, {"a"}), page(1, {"a"})});
    CHECK(keys(assembly.threads[0]) == "a");
    CHECK(assembly.threads[0].origins.size() == 1);
    CHECK(assembly.diagnostics.empty());
}

TEST_CASE("Missing pages are named as ranges") {
    Page fifth = page(5, {"c"});
    fifth.count = 7;
    const Assembly assembly = assemble({fifth, page(1, {"a"})});
    REQUIRE(assembly.diagnostics.size() == 1);
    CHECK(assembly.diagnostics[0].message == "Pages 2–4 and 6–7 of 7 were not given; their posts count as absent.");
}

TEST_CASE("Of two captures of a post the newer text counts and the older is kept") {
    Page old_page = page(1, {"a", "b"}), new_page = page(1, {"a", "c", "b"});
    old_page.captured_at = 1000;
    new_page.captured_at = 2000;
    new_page.posts[0].body = {test::text("other words")};
    for (const auto& pages : {std::vector<Page>{old_page, new_page}, std::vector<Page>{new_page, old_page}}) {
        const Assembly assembly = assemble(pages);
        REQUIRE(assembly.threads.size() == 1);
        CHECK(keys(assembly.threads[0]) == "acb");
        const Post& post = assembly.threads[0].posts[0];
        CHECK(post.body == std::vector<Block>{test::text("other words")});
        REQUIRE(post.earlier_texts.size() == 1);
        CHECK(post.earlier_texts[0].body == std::vector<Block>{test::text("words of a")});
        CHECK(post.earlier_texts[0].captured_at == 1000);
        CHECK(assembly.threads[0].posts[2].earlier_texts.empty());
    }
}

TEST_CASE("Of two captures without a time the one that was edited later counts") {
    Page plain = page(1, {"a"}), edited = page(1, {"a"});
    edited.posts[0].body = {test::text("mended")};
    edited.posts[0].edit.emplace().text = "Edited";
    CHECK(assemble({edited, plain}).threads[0].posts[0].body == edited.posts[0].body);
}

TEST_CASE("Threads of one key stay apart on two hosts, in two engines and under two titles") {
    Page one = page(1, {"a"}), other_host = page(1, {"b"}), other_engine = page(1, {"c"}),
         other_title = page(1, {"d"}, "u");
    Page second = page(1, {"e"}, "u");
    one.url = "https://one.example/t/5";
    other_host.url = "https://two.example/t/5";
    other_engine.profile = "other";
    other_title.title = "Quite another";
    CHECK(assemble({one, other_host, other_engine, other_title, second}).threads.size() == 5);
}

TEST_CASE("A page without an address joins the only thread that it fits") {
    Page one = page(1, {"a"}), second = page(2, {"b"});
    one.url = "https://one.example/t/5";
    CHECK(assemble({second, one}).threads.size() == 1);
}

TEST_CASE("Pages without a key are joined by their address without its page") {
    Page one = page(1, {"a"}, ""), second = page(2, {"b"}, "");
    one.url = "http://www.one.example/news/kettles/";
    second.url = "https://one.example/news/kettles/comment-page-2/#comments";
    second.title = "A thread - Page 2";
    CHECK(assemble({second, one}).threads.size() == 1);
}

TEST_CASE("Pages that pagination names and nobody gave are missing") {
    Page second = page(2, {"c"});
    second.count = 4;
    const Assembly assembly = assemble({second});
    CHECK(assembly.threads[0].missing_pages == std::vector<int>{1, 3, 4});
}

TEST_CASE("Pages of different threads stay apart, in order of their first page") {
    const Assembly assembly = assemble({page(1, {"x"}, "two"), page(1, {"a"}, "one"), page(2, {"y"}, "two")});
    REQUIRE(assembly.threads.size() == 2);
    CHECK(keys(assembly.threads[0]) == "xy");
    CHECK(keys(assembly.threads[1]) == "a");
}

TEST_CASE("Pingbacks are no posts of a thread") {
    Page one = page(1, {"a", "b"});
    one.posts[0].kind = PostKind::pingback;
    CHECK(keys(assemble({one}).threads[0]) == "b");
}

TEST_CASE("A notice of a deleted post has its place between the posts and is none of them") {
    Page first = page(1, {"a", "gone", "b"});
    first.posts[1].kind = PostKind::deleted;
    first.locked = true;
    const Assembly assembly = assemble({first, page(2, {"c"})});
    CHECK(keys(assembly.threads[0]) == "abc");
    REQUIRE(assembly.threads[0].deleted.size() == 1);
    const DeletedPost& deleted = assembly.threads[0].deleted[0];
    CHECK(deleted.key == "gone");
    CHECK(deleted.author == "Ann");
    CHECK(deleted.notice == "words of gone");
    CHECK(deleted.before == 1);
    CHECK(assembly.threads[0].locked);
}

TEST_CASE("An opening post that stands on every page draws no other post to it") {
    // Pages without numbers, in the order of their times.
    CHECK(keys(assemble({page(0, {"a", "b", "c"}), page(0, {"a", "d"})}).threads[0]) == "abcd");
    // Two captures of one page: what only one holds keeps its place.
    CHECK(keys(assemble({page(0, {"a", "c"}), page(0, {"a", "b", "c", "d"})}).threads[0]) == "abcd");
}

TEST_CASE("A post that one capture still holds is kept beside the notice of its deletion") {
    Page later = page(1, {"a", "b"});
    later.posts[0].kind = PostKind::deleted;
    const Assembly assembly = assemble({later, page(1, {"a", "b"})});
    CHECK(keys(assembly.threads[0]) == "ab");
    REQUIRE(assembly.threads[0].deleted.size() == 1);
    CHECK(assembly.threads[0].deleted[0].before == 0);
}
