#include "findings/records.hpp"

#include <catch2/catch.hpp>

#include "findings/moderation.hpp"
#include "findings/roles.hpp"
#include "unit/findings/phrases.hpp"
#include "unit/measure/sample.hpp"

using namespace rejoinder;
using namespace rejoinder::detail;
using namespace rejoinder::test;

namespace {

PhraseBooks books() {
    auto book = std::make_shared<PhraseBook>();
    book->removers = {pattern("(?i)deleted by (?<by>\\w+)(?:. Reason: (?<reason>.+))?")};
    return {book};
}

std::vector<ModerationEvent> events_of(const Sample& sample, bool others_edit = false) {
    Diagnostics diagnostics;
    return find_moderation(sample.thread, sample.resolution, books(), others_edit, diagnostics);
}

Sample edited_by(const std::string& name) {
    Sample sample;
    sample.post("Ann", "Tea.");
    sample.thread.posts[0].edit = EditNote{"Edited by " + name, name, {}, "rude"};
    return sample;
}

/// A post by Bo, and above it the notice of a deleted post of Ann's.
Sample placeholder(const std::string& notice, const std::string& author = "Ann") {
    Sample sample;
    sample.post("Bo", "Tea.");
    sample.thread.deleted.push_back({"7", author, "", notice, 0, {}});
    return sample;
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

TEST_CASE("An edit note that names somebody else than the author is an event") {
    const auto events = events_of(edited_by("Warden"));
    REQUIRE(events.size() == 1);
    CHECK(events[0].kind == ModerationKind::edit);
    CHECK(events[0].by == "Warden");
    CHECK(events[0].reason == "rude");
    CHECK(events[0].recorded);
    CHECK(events[0].hit == post_ref(0));
    CHECK(events_of(edited_by("Ann")).empty());
    CHECK(events_of(edited_by("ANN")).empty());
    CHECK(events_of(edited_by("")).empty());
}

TEST_CASE("Where members edit each other's posts, only a moderator's name makes an edit an event") {
    CHECK(events_of(edited_by("Warden"), true).empty());
    CHECK(events_of(edited_by("a moderator"), true).size() == 1);
    Sample known = edited_by("Warden");
    known.post("Warden", "Tea.");
    known.thread.posts[1].role = "Moderator";
    CHECK(events_of(known, true).size() == 1);
}

TEST_CASE("A notice that names somebody else than the author is a removal, the author's own is a deletion") {
    const auto removed = events_of(placeholder("Deleted by Warden. Reason: spam"));
    REQUIRE(removed.size() == 1);
    CHECK(removed[0].kind == ModerationKind::removal);
    CHECK(removed[0].by == "Warden");
    CHECK(removed[0].reason == "spam");
    CHECK(removed[0].deleted == 0);
    CHECK(removed[0].post == 0);
    const auto own = events_of(placeholder("Deleted by Ann"));
    REQUIRE(own.size() == 1);
    CHECK(own[0].kind == ModerationKind::deletion);
}

TEST_CASE("A notice that does not say who did it, or of whose post, is no event, unless the markup tells") {
    CHECK(events_of(placeholder("This post is gone.")).empty());
    CHECK(events_of(placeholder("Deleted by Warden", "")).empty());
    CHECK(events_of(placeholder("Deleted by moderator", "")).size() == 1);
    Sample known = placeholder("Deleted by Bo", "");
    known.thread.posts[0].role = "Moderator";
    CHECK(events_of(known).size() == 1);
    Sample marked = placeholder("This post is gone.");
    marked.thread.deleted[0].act = ModerationKind::removal;
    REQUIRE(events_of(marked).size() == 1);
    CHECK(events_of(marked)[0].by.empty());
}

TEST_CASE("A notice's post is the ghost of the same key, and a ghost that its author deleted explains no removal") {
    Sample sample = placeholder("Deleted by Ann");
    sample.post("Cid", "Tea.");
    sample.ghost("Ann", {0});
    sample.resolution.ghosts[0].key = "7";
    sample.thread.events.push_back(line_by("Warden", ModerationKind::removal, "Warden removed a post", 1));
    const auto events = events_of(sample);
    REQUIRE(events.size() == 2);
    CHECK(events[0].hit == ghost_ref(0));
    CHECK(events[1].may_explain.empty());
    sample.thread.deleted[0].notice = "Deleted by Warden";
    CHECK(events_of(sample)[1].may_explain == std::vector<std::uint32_t>{0});
}

TEST_CASE("A post without words whose record says that the thread was closed is a line in disguise") {
    Sample sample;
    sample.post("Warden");
    sample.thread.posts[0].acts = {{ModerationKind::lock, "closed.enabled"}};
    sample.post("Ann", "Tea.");
    sample.thread.posts[1].body.push_back({std::string("Tea.")});
    sample.thread.posts[1].acts = {{ModerationKind::lock, "locked"}};
    const auto events = events_of(sample);
    REQUIRE(events.size() == 2);
    CHECK(events[0].by == "Warden");
    CHECK_FALSE(events[0].hit);
    CHECK(events[1].by.empty());
    CHECK(events[1].hit == post_ref(1));
}

TEST_CASE("A moderator is known by a badge on another post, or by an act that a record names them for") {
    Sample sample = placeholder("Deleted by Warden");
    sample.post("Warden", "Tea.");
    sample.post("Mia", "Tea.");
    sample.post("Mia", "Tea.");
    sample.thread.posts[2].role = "Moderator";
    const auto roles = find_roles(sample.thread, events_of(sample));
    CHECK(roles[0].name.empty());
    CHECK(roles[1].name == "moderator");
    CHECK(roles[1].evidence == "is by a member whom the notice of a deleted post names for a removal");
    CHECK(roles[2].source == NameSource::printed);
    CHECK(roles[3].name == "Moderator");
    CHECK(roles[3].source == NameSource::inferred);
    CHECK(roles[3].evidence == "is by a member whose post 3 prints that role");
}

TEST_CASE("Who closes a thread that they opened need not be a moderator") {
    Sample sample;
    sample.post("Ann", "Tea.");
    sample.post("Bo", "Tea.");
    sample.thread.events.push_back(line_by("Ann", ModerationKind::lock, "Ann closed this", 2));
    CHECK(find_roles(sample.thread, events_of(sample))[0].name.empty());
    sample.thread.events[0].author = "Bo";
    CHECK(find_roles(sample.thread, events_of(sample))[1].name == "moderator");
}

TEST_CASE("At most 32 ghosts, the nearest above a notice, are named") {
    Sample sample;
    for (std::uint32_t i = 0; i < 40; ++i) {
        sample.post("Ann", "Tea.");
        sample.ghost("Cid", {i});
    }
    sample.thread.events.push_back(line_by("Warden", ModerationKind::removal, "Warden removed a post", 40));
    const auto events = events_of(sample);
    REQUIRE(events.size() == 1);
    REQUIRE(events[0].may_explain.size() == 32);
    CHECK(events[0].may_explain.front() == 8);
    CHECK(events[0].may_explain.back() == 39);
}
