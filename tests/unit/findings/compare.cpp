#include "rejoinder/compare.hpp"

#include <catch2/catch.hpp>

#include "support/threads.hpp"

using namespace rejoinder;
using namespace rejoinder::test;

namespace {

Thread monday() {
    Thread one = thread({post("Ann", {text("The bridge is closed again this spring.")}, "1"),
                         post("Bo", {text("That is a lie and everybody knows it.")}, "2"),
                         post("Cid", {text("Please stay calm, both of you.")}, "3"),
                         post("Ann", {text("I am calm, as always.")}, "4")});
    one.captured_at = 1'000'000;
    return one;
}

Thread friday() {
    Thread one = monday();
    one.captured_at = 1'400'000;
    return one;
}

Thread without_keys(Thread one) {
    for (Post& each : one.posts) each.key.clear();
    return one;
}

ThreadEvent line_by(const char* author, ModerationKind kind, const char* text, std::size_t before) {
    ThreadEvent line;
    line.kind = kind;
    line.author = author;
    line.text = text;
    line.before = before;
    return line;
}

}  // namespace

TEST_CASE("Two captures of an unchanged thread have no changes, with keys and without") {
    const Comparison same = compare(monday(), friday());
    CHECK(same.matched == 4);
    CHECK(same.changes.empty());
    CHECK_FALSE(same.locked);
    CHECK_FALSE(same.title);
    CHECK(compare(without_keys(monday()), without_keys(friday())).matched == 4);
    CHECK(compare(without_keys(monday()), friday()).matched == 4);
    CHECK(compare(Thread{}, Thread{}).changes.empty());
}

TEST_CASE("A post that is gone from between others was deleted between the captures") {
    Thread later = friday();
    later.posts.erase(later.posts.begin() + 1);
    for (const bool keys : {true, false}) {
        const Comparison found = keys ? compare(monday(), later) : compare(without_keys(monday()), without_keys(later));
        REQUIRE(found.changes.size() == 1);
        const PostChange& change = found.changes[0];
        CHECK(change.kind == PostChangeKind::deleted);
        CHECK(change.first == 1);
        CHECK_FALSE(change.second);
        CHECK(change.certain);
        CHECK(change.time.after == 1'000'000);
        CHECK(change.time.before == 1'400'000);
        CHECK_FALSE(change.time.printed);
    }
}

TEST_CASE("A post that is gone from the end may stand on a page that was not given") {
    Thread later = friday();
    later.posts.pop_back();
    REQUIRE(compare(monday(), later).changes.size() == 1);
    CHECK_FALSE(compare(monday(), later).changes[0].certain);
}

TEST_CASE("A notice or a placeholder in a post's place says that it was deleted") {
    Thread notice = friday();
    notice.posts.pop_back();
    notice.deleted.push_back({"4", "Ann", "", "Deleted by Warden", 3, {}});
    const Comparison by_notice = compare(monday(), notice);
    REQUIRE(by_notice.changes.size() == 1);
    CHECK(by_notice.changes[0].certain);
    CHECK(by_notice.changes[0].deleted == 0);
    CHECK(by_notice.changes[0].notice == "Deleted by Warden");

    Thread placeholder = friday();
    placeholder.posts[1].body.clear();
    placeholder.posts[1].acts = {{ModerationKind::removal, "[removed]"}};
    const Comparison by_act = compare(monday(), placeholder);
    REQUIRE(by_act.changes.size() == 1);
    CHECK(by_act.changes[0].kind == PostChangeKind::deleted);
    CHECK(by_act.changes[0].notice == "[removed]");
    CHECK(compare(placeholder, placeholder).changes.empty());
}

TEST_CASE("An edited post is found by its key, or by its writer and half of its words") {
    Thread later = friday();
    later.posts[1].body = {text("That is a mistake and everybody knows it.")};
    for (const bool keys : {true, false}) {
        const Comparison found = keys ? compare(monday(), later) : compare(without_keys(monday()), without_keys(later));
        REQUIRE(found.changes.size() == 1);
        CHECK(found.changes[0].kind == PostChangeKind::edited);
        CHECK(found.changes[0].before == "That is a lie and everybody knows it.");
        CHECK(found.changes[0].after == "That is a mistake and everybody knows it.");
        CHECK_FALSE(found.changes[0].only_signs);
    }
    later.posts[1].body = {text("Nothing of what stood here before.")};
    CHECK(compare(without_keys(monday()), without_keys(later)).changes.size() == 2);
}

TEST_CASE("An edit that changes no word says so, and one that only moves lines is none") {
    Thread later = friday();
    later.posts[1].body = {text("That is a LIE, and everybody knows it!")};
    REQUIRE(compare(monday(), later).changes.size() == 1);
    CHECK(compare(monday(), later).changes[0].only_signs);
    later.posts[1].body = {text("That is a lie\nand everybody  knows it.")};
    CHECK(compare(monday(), later).changes.empty());
}

TEST_CASE("An edit note narrows the time of an edit") {
    Thread later = friday();
    later.posts[1].body = {text("That is a mistake and everybody knows it.")};
    EditNote note;
    note.text = "Edited by Bo";
    note.time.at = SecondsRange{1'200'000, 1'200'060};
    later.posts[1].edit = note;
    const Comparison found = compare(monday(), later);
    REQUIRE(found.changes.size() == 1);
    CHECK(found.changes[0].time.after == 1'200'000);
    CHECK(found.changes[0].time.before == 1'200'060);
    CHECK(found.changes[0].time.printed);
}

TEST_CASE("An edit of a quote is an edit of the post") {
    Thread first = monday();
    first.posts[3].body.insert(first.posts[3].body.begin(), quote("Cid", "Please stay calm"));
    Thread later = friday();
    later.posts[3].body.insert(later.posts[3].body.begin(), quote("Cid", "Please stay"));
    CHECK(compare(first, later).changes.size() == 1);
}

TEST_CASE("A new post was added, at the time that it prints") {
    Thread later = friday();
    later.posts.push_back(post("Dee", {text("What happened here?")}, "5"));
    later.posts.back().time.at = SecondsRange{1'300'000, 1'300'001};
    const Comparison found = compare(monday(), later);
    REQUIRE(found.changes.size() == 1);
    CHECK(found.changes[0].kind == PostChangeKind::added);
    CHECK(found.changes[0].second == 4);
    CHECK(found.changes[0].certain);
    CHECK(found.changes[0].time.printed);
    CHECK(found.changes[0].time.after == 1'300'000);
}

TEST_CASE("Changed reactions are a change of their own, or go with an edit") {
    Thread first = monday();
    first.posts[0].reactions = {{"Like", 2}, {"Haha", 1}};
    Thread later = friday();
    later.posts[0].reactions = {{"Like", 5}, {"Sad", 1}};
    const Comparison found = compare(first, later);
    REQUIRE(found.changes.size() == 1);
    CHECK(found.changes[0].kind == PostChangeKind::reactions);
    REQUIRE(found.changes[0].reactions.size() == 3);
    CHECK(found.changes[0].reactions[1].name == "Like");
    CHECK(found.changes[0].reactions[1].before == 2);
    CHECK(found.changes[0].reactions[1].after == 5);
    CHECK(found.changes[0].reactions[0].after == 0);
    later.posts[0].body = {text("The bridge is open again this spring.")};
    CHECK(compare(first, later).changes[0].kind == PostChangeKind::edited);
    CHECK(compare(first, later).changes[0].reactions.size() == 3);
}

TEST_CASE("A lock, another title and new lines between the posts are told") {
    Thread later = friday();
    later.locked = true;
    later.title = "The bridge [closed]";
    later.events.push_back(line_by("Warden", ModerationKind::lock, "Warden closed this topic", 4));
    const Comparison found = compare(monday(), later);
    CHECK(found.locked == true);
    CHECK(found.locked_time.before == 1'400'000);
    CHECK(found.title == "The bridge [closed]");
    CHECK(found.events == std::vector<std::size_t>{0});
    CHECK(compare(later, monday()).locked == false);
    CHECK(compare(later, later).events.empty());
}

TEST_CASE("Captures in the wrong order are told, and their bounds stay in order") {
    Thread later = friday();
    later.posts.erase(later.posts.begin() + 1);
    const Comparison found = compare(later, monday());
    CHECK(found.swapped);
    REQUIRE(found.changes.size() == 1);
    CHECK(found.changes[0].kind == PostChangeKind::added);
    CHECK(found.changes[0].time.after == 1'000'000);
    CHECK(found.changes[0].time.before == 1'400'000);
}

TEST_CASE("Captures of different threads have no post in common, and nothing is sure") {
    Thread other = thread({post("Zoe", {text("Entirely other words stand here.")}, "99")});
    const Comparison found = compare(monday(), other);
    CHECK(found.matched == 0);
    CHECK(found.changes.size() == 5);
    for (const PostChange& change : found.changes) CHECK_FALSE(change.certain);
}
