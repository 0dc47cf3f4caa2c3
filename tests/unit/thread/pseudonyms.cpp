#include "rejoinder/pseudonyms.hpp"

#include <catch2/catch.hpp>

using namespace rejoinder;

namespace {

constexpr auto key = "a key of thirty-two bytes, or so";

Thread sample() {
    Thread thread;
    thread.title = "Is Lungbert right?";
    thread.url = "https://pets.example/topic/3-is-lungbert-right/";
    thread.origins = {"saved/lungbert.html"};
    Post post;
    post.author = "Ann";
    post.author_id = "17";
    post.permalink = "https://pets.example/ann/1";
    Quote quote;
    quote.author = "Lungbert";
    quote.author_id = "4";
    quote.body.push_back({std::string("I, Lungbert, say so.")});
    post.body.push_back({quote});
    post.body.push_back({std::string("No, lungbert. Mia said no too.")});
    post.links.push_back({"Lungbert's page", "/profile/4-lungbert/"});
    post.signature = "Ann, not Lungbert";
    post.edit = EditNote{"Edited by Mia", "Mia", {}, "Mia was here"};
    thread.posts.push_back(post);
    thread.deleted.push_back({"9", "Zed", "5", "Zed's post was deleted", 1, {}});
    thread.events.push_back({ModerationKind::lock, "Mia", {}, "Mia closed this", 1});
    return thread;
}

}  // namespace

TEST_CASE("Every name of a thread is replaced wherever it stands, with one pseudonym each") {
    Pseudonyms pseudonyms(key);
    Thread thread = sample();
    pseudonyms.learn(thread);
    pseudonyms.apply(thread);
    const std::string lungbert = pseudonyms.of_name("Lungbert"), ann = pseudonyms.of_name("Ann"),
                      mia = pseudonyms.of_name("Mia"), zed = pseudonyms.of_name("Zed");
    const Post& post = thread.posts[0];
    const Quote& quote = *post.body[0].quote();
    CHECK(thread.title == "Is " + lungbert + " right?");
    CHECK(thread.url == "https://pets.example/topic/3-is-" + lungbert + "-right/");
    CHECK(thread.origins[0] == "saved/" + lungbert + ".html");
    CHECK(post.author == ann);
    CHECK(post.permalink == "https://pets.example/" + ann + "/1");
    CHECK(quote.author == lungbert);
    CHECK(*quote.body[0].text() == "I, " + lungbert + ", say so.");
    CHECK(*post.body[1].text() == "No, " + lungbert + ". " + mia + " said no too.");
    CHECK(post.links[0] == Link{lungbert + "'s page", "/profile/4-" + lungbert + "/"});
    CHECK(post.signature == ann + ", not " + lungbert);
    CHECK(*post.edit == EditNote{"Edited by " + mia, mia, {}, mia + " was here"});
    CHECK(thread.deleted[0].author == zed);
    CHECK(thread.deleted[0].notice == zed + "'s post was deleted");
    CHECK(thread.events[0].author == mia);
    CHECK(thread.events[0].text == mia + " closed this");
}

TEST_CASE("Ids of people are replaced too, and equal ones stay equal") {
    Pseudonyms pseudonyms(key);
    Thread thread = sample();
    thread.posts.push_back(thread.posts[0]);
    pseudonyms.apply(thread);
    CHECK(thread.posts[0].author_id.starts_with("u"));
    CHECK(thread.posts[0].author_id == thread.posts[1].author_id);
    CHECK(thread.posts[0].author_id != thread.posts[0].body[0].quote()->author_id);
}

TEST_CASE("The same key gives the same pseudonym, another key another one") {
    CHECK(Pseudonyms(key).of_name("Ann") == Pseudonyms(key).of_name("ANN "));
    CHECK(Pseudonyms(key).of_name("Ann") != Pseudonyms("another key, quite as long").of_name("Ann"));
    CHECK(Pseudonyms(key).of_name("Ann").size() == 13);
    CHECK(Pseudonyms(key).of_name("").empty());
}
