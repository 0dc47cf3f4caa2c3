#include "findings/moderation.hpp"

#include <catch2/catch.hpp>

#include "findings/roles.hpp"
#include "unit/findings/phrases.hpp"
#include "unit/measure/sample.hpp"

using namespace rejoinder;
using namespace rejoinder::detail;
using namespace rejoinder::test;

namespace {

constexpr const char* notice =
    "Removed a post that claimed a member was paid to post. If you have any actual evidence please forward it to "
    "support. If it's just a lame debating tactic, further references like that may find you without posting rights.";

std::vector<ModerationEvent> events_of(const Sample& sample) {
    Diagnostics diagnostics;
    auto events = find_moderation(sample.thread, sample.resolution, phrase_books(), false, diagnostics);
    CHECK(diagnostics.empty());
    return events;
}

std::vector<ModerationEvent> events_of(const std::string& text) {
    Sample sample;
    sample.post("Ann", text);
    return events_of(sample);
}

}  // namespace

TEST_CASE("A line between the posts is an event in page order, by its markup or by its words") {
    Sample sample;
    sample.post("Ann", "The clock is slow.");
    sample.post("Bo", "Mine is slower.");
    sample.thread.events.push_back({ModerationKind::pin, "Warden", {}, "Warden did what its icon says", 1});
    sample.thread.events.push_back({{}, "Warden", {}, "Warden says: topic closed", 2});
    sample.thread.events.push_back({{}, "Warden", {}, "Warden joined the chat", 2});
    const auto events = events_of(sample);
    REQUIRE(events.size() == 2);
    CHECK(events[0].kind == ModerationKind::pin);
    CHECK(events[0].event == 0);
    CHECK(events[0].post == 1);
    CHECK(events[1].kind == ModerationKind::lock);
    CHECK(events[1].sentence == "Warden says: topic closed");
}

TEST_CASE("The Thai-visa notice is a removal with object, reason and warning, and may explain both ghosts") {
    Sample sample = thai_visa_thread();
    sample.resolution.posts[4].text = notice;
    const auto events = events_of(sample);
    REQUIRE(events.size() == 1);
    CHECK(events[0].kind == ModerationKind::removal);
    CHECK(events[0].post == 4);
    CHECK(events[0].object == "a post");
    CHECK(events[0].reason == "claimed a member was paid to post");
    CHECK(events[0].sentence == "Removed a post that claimed a member was paid to post.");
    CHECK(events[0].warning ==
          "If it's just a lame debating tactic, further references like that may find you without posting rights.");
    CHECK(events[0].may_explain == std::vector<std::uint32_t>{0, 1});
}

TEST_CASE("A ghost first quoted below the notice is not explained by it") {
    Sample sample = thai_visa_thread();
    sample.resolution.posts[4].text = notice;
    sample.resolution.ghosts[1].quoted_by = {5, 6};
    CHECK(events_of(sample)[0].may_explain == std::vector<std::uint32_t>{0});
}

TEST_CASE("A closed topic explains no ghost") {
    Sample sample;
    sample.post("Ann");
    sample.post("Bob", "Topic closed.");
    sample.ghost("Cid", {0});
    const auto events = events_of(sample);
    REQUIRE(events.size() == 1);
    CHECK(events[0].kind == ModerationKind::lock);
    CHECK(events[0].object == "Topic");
    CHECK(events[0].reason.empty());
    CHECK(events[0].warning.empty());
    CHECK(events[0].may_explain.empty());
}

TEST_CASE("A member who writes of a removal makes no event") {
    CHECK(events_of("They removed a post that I wrote, and nobody knows why.").empty());
    CHECK(events_of("I like it here. Removed a post that I wrote, did they.").empty());
    CHECK(events_of("Removed a post that I wrote?").empty());
    CHECK(events_of("The mods have edited a post of mine.").empty());
}

TEST_CASE("A notice may follow another, and may have a line to itself") {
    const auto two = events_of("Removed several posts. Thread closed.");
    REQUIRE(two.size() == 2);
    CHECK(two[1].kind == ModerationKind::lock);
    CHECK(events_of("This is going nowhere.\n\nThread locked.").size() == 1);
    CHECK(events_of("This is going nowhere. Thread locked.").empty());
}

TEST_CASE("A label or signs may stand before a notice") {
    CHECK(events_of("Mod note: removed a post.").size() == 1);
    CHECK(events_of("** Topic closed **").size() == 1);
    CHECK(events_of("I've removed a post.").size() == 1);
    CHECK(events_of("[b]A note from staff[/b] - thread closed.").empty());
    CHECK(events_of("A note from staff - thread closed.").size() == 1);
    CHECK(events_of("[Moderator] “Thread closed”").size() == 1);
    CHECK(events_of("⚠️ Thread closed.").size() == 1);
    CHECK(events_of("Fast-thread closed.").empty());
    CHECK(events_of("A long note from the staff: thread closed.").empty());
}

TEST_CASE("In a post with quotes only the beginning of its own words can be a notice") {
    Sample sample;
    sample.post("Ann");
    sample.post("Bob", "Thread locked.");
    sample.post("Cid", "I say:\n\nThread locked.");
    sample.quote(1, post_ref(0));
    sample.quote(2, post_ref(0));
    const auto events = events_of(sample);
    REQUIRE(events.size() == 1);
    CHECK(events[0].post == 1);
}

TEST_CASE("A printed moderator may say it anywhere") {
    Sample sample;
    sample.post("Ann", "Please keep to the topic. Removed a post that did not. Thanks.");
    CHECK(events_of(sample).empty());
    sample.thread.posts[0].role = "Global Moderators";
    REQUIRE(events_of(sample).size() == 1);
    CHECK(events_of(sample)[0].reason == "did not");
    CHECK(is_staff("Forum Staff"));
    CHECK_FALSE(is_staff("Advanced Member"));
    CHECK_FALSE(is_staff(""));
}

TEST_CASE("A pingback states nothing") {
    Sample sample;
    sample.post("Blog", "Topic closed.");
    sample.thread.posts[0].kind = PostKind::pingback;
    CHECK(events_of(sample).empty());
}

TEST_CASE("A pattern that gives up is noted with the post, and the rest goes on") {
    Sample sample;
    sample.thread.origins = {"page.html"};
    sample.post("Ann", std::string(40, 'a') + "!");
    auto book = std::make_shared<PhraseBook>();
    book->notices = {{ModerationKind::ban, pattern("^(?:a|aa)+$")}, {ModerationKind::lock, pattern("aaa")}};
    Diagnostics diagnostics;
    const auto events = find_moderation(sample.thread, sample.resolution, {book}, false, diagnostics);
    CHECK(events.size() == 1);
    REQUIRE(diagnostics.size() == 1);
    CHECK(diagnostics[0].where == "page.html, post 1");
}

TEST_CASE("A text without the trigger's words is not searched") {
    Sample sample;
    sample.post("Ann", "Thread closed.");
    sample.post("Bob", "Thread locked.");
    auto book = std::make_shared<PhraseBook>(*phrase_books().front());
    book->trigger = pattern("locked");
    Diagnostics diagnostics;
    const auto events = find_moderation(sample.thread, sample.resolution, {book}, false, diagnostics);
    REQUIRE(events.size() == 1);
    CHECK(events[0].post == 1);
}

TEST_CASE("A role is printed, or inferred from a notice") {
    Sample sample;
    sample.post("Ann");
    sample.post("Bob");
    sample.post("Cid");
    sample.post("Dan");
    sample.thread.posts[1].role = "Member";
    std::vector<ModerationEvent> events(3);
    events[0].post = 1;
    events[1].post = 2;
    events[2].post = 3;
    events[2].kind = ModerationKind::edit;
    const auto roles = find_roles(sample.thread, events);
    REQUIRE(roles.size() == 4);
    CHECK(roles[0].source == NameSource::unknown);
    CHECK(roles[0].name.empty());
    CHECK(roles[1].name == "Member");
    CHECK(roles[1].source == NameSource::printed);
    CHECK(roles[2].name == "moderator");
    CHECK(roles[2].source == NameSource::inferred);
    CHECK(roles[2].evidence == "states a removal");
    CHECK(roles[3].evidence == "states an edit");
}

TEST_CASE("What a source records of a post is an event, and makes nobody a moderator") {
    Sample sample;
    sample.post("Ann", "I like kettles.");
    sample.thread.posts[0].acts.push_back({ModerationKind::lock, "locked"});
    const auto events = events_of(sample);
    REQUIRE(events.size() == 1);
    CHECK(events[0].kind == ModerationKind::lock);
    CHECK(events[0].sentence == "locked");
    CHECK(events[0].recorded);
    CHECK(find_roles(sample.thread, events)[0].source == NameSource::unknown);
}
