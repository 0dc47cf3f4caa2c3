#include <catch2/catch.hpp>
#include <limits>

#include "report/json/values.hpp"
#include "unit/report/sample.hpp"

using namespace rejoinder;
using namespace rejoinder::test;

namespace {

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// The JSON without white space between its values, so that a test reads on one line.
std::string compact(const std::string& json) {
    std::string out;
    bool inside = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        if (json[i] == '"' && (i == 0 || json[i - 1] != '\\')) inside = !inside;
        if (inside || (json[i] != ' ' && json[i] != '\n')) out += json[i];
    }
    return out;
}

}  // namespace

TEST_CASE("JSON names posts by number and ghosts by id") {
    const std::string json = compact(written_as("json", quarrel()));
    CHECK(holds(json, R"({"id":"g1","author":"Mia","key":null,)"));
    CHECK(holds(json, R"("quoted_by":[2,3])"));
    CHECK(holds(json, R"("from":2,"to":"g1")"));
    CHECK(holds(json, R"("from":5,"to":3)"));
    CHECK(holds(json, R"("chains":[["g1",3,5]])"));
}

TEST_CASE("JSON says of every author whether the name is printed, inferred or unknown") {
    const std::string json = compact(written_as("json", quarrel()));
    CHECK(holds(
        json,
        R"("author":{"name":"Ann","source":"printed","evidence":"the name stands in the byline above the first post"})"));
    CHECK(holds(json,
                R"("author":{"name":"Bo","source":"inferred","evidence":"post 5 quotes its words under that name"})"));
    CHECK(holds(json, R"("author":{"name":null,"source":"unknown","evidence":null})"));
}

TEST_CASE("JSON gives a quote's age as printed, without \"ago\"") {
    const std::string json = compact(written_as("json", quarrel()));
    CHECK(holds(json, R"("age":"3 hours","time":{"printed":"3 hours ago","utc":null,"utc_before":null})"));
    CHECK(holds(json, R"("age":"7 minutes")"));
}

TEST_CASE("JSON keeps the order of reactions and the whole boundary of a quote") {
    const std::string json = compact(written_as("json", quarrel()));
    CHECK(holds(json, R"("reactions":{"Like":2,"Haha":1})"));
    CHECK(holds(json, R"("boundary":{"decided_by":"shared_quote","ambiguous":true,"witnesses":[2]})"));
}

TEST_CASE("JSON counts known people as participants") {
    const std::string json = compact(written_as("json", quarrel()));
    CHECK(holds(json, R"("post_count":6,"participants":3,)"));
}

TEST_CASE("JSON gives times in seconds after the anchor, or in UTC without one") {
    Analysis analysis = quarrel();
    CHECK(holds(compact(written_as("json", analysis)),
                R"({"ref":2,"earliest":10800,"latest":14400,"unit":"seconds","relative_to":"g1"})"));
    analysis.resolution.timeline.anchor.reset();
    CHECK(holds(compact(written_as("json", analysis)),
                R"({"ref":1,"earliest":null,"latest":"1970-01-01T04:00:00Z","unit":"utc","relative_to":null})"));
}

TEST_CASE("JSON holds moderation with its reason, and what it may explain") {
    const std::string json = compact(written_as("json", quarrel()));
    CHECK(holds(
        json,
        R"({"kind":"removal","post":4,"before":null,"by":null,"time":{"printed":null,"utc":null,"utc_before":null},"object":"a post","reason":"was rude","warning":"Next time you go.",)"));
    CHECK(holds(json, R"("may_explain":["g1"])"));
    CHECK(holds(json, R"("role":"moderator","role_source":"inferred","role_evidence":"states a removal")"));
}

TEST_CASE("JSON marks the primary reply and gives each piece of evidence") {
    const std::string json = compact(written_as("json", quarrel()));
    CHECK(holds(
        json,
        R"("evidence":[{"kind":"quoted_text","words":2,"quote":1},{"kind":"attributed_author","words":null,"quote":1}],"confidence":0.97,"primary":true)"));
    CHECK(holds(json, R"("evidence":[{"kind":"parent_id","words":null,"quote":null}],"confidence":1,"primary":false)"));
}

TEST_CASE("JSON rounds numbers to six decimals and never holds what is no number") {
    Analysis analysis = quarrel();
    CHECK(holds(compact(written_as("json", analysis)), R"("depth":{"value":0.666667,"unit":"replies")"));
    analysis.measures.thread[0].value = std::numeric_limits<double>::quiet_NaN();
    analysis.resolution.replies[0].confidence = std::numeric_limits<double>::infinity();
    const std::string json = compact(written_as("json", analysis));
    CHECK(holds(json, R"("depth":{"value":null)"));
    CHECK(holds(json, R"("confidence":null)"));
}

TEST_CASE("JSON says why a measure has no value") {
    Analysis analysis = quarrel();
    analysis.measures.thread[0].value.reset();
    analysis.measures.thread[0].absent_because = "the thread has one post";
    CHECK(holds(written_as("json", analysis), R"("absent_because": "the thread has one post")"));
}

TEST_CASE("JSON replaces bytes that are not UTF-8") {
    Analysis analysis = quarrel();
    analysis.thread.title = "bad \xff byte";
    CHECK(holds(written_as("json", analysis), "bad \uFFFD byte"));
}

TEST_CASE("JSON is written as nlohmann's own writer does") {
    using report::Json;
    std::string signs;
    for (char c = 1; c < 127; ++c) signs += c;
    const Json value = report::object({{"empty", Json::array()},
                                       {"none", Json::object()},
                                       {"n\"k\n", nullptr},
                                       {"text", signs + std::string(1, '\0') + "\x7f ไทย 😞 \u2028"},
                                       {"broken", "a\xff\xe0\xb8 b\xed\xa0\x80\xf5\"\xc3"},
                                       {"numbers", Json::array({0, -7, 1u, 1.5, 1e-7, 1e300, 9000000000000000})},
                                       {"nested", Json::array({Json::array({true}), report::object({{"a", false}})})}});
    for (const int indent : {-1, 0, 2}) {
        CHECK(report::dump(value, indent) == value.dump(indent, ' ', false, Json::error_handler_t::replace) + '\n');
    }
}

TEST_CASE("An empty analysis is written in every format") {
    for (const ReportFormat& format : report_formats()) {
        if (format.write != nullptr) CHECK(format.write(Analysis{}).ends_with('\n'));
        if (format.write_run != nullptr) CHECK_FALSE(format.write_run({Analysis{}}).empty());
    }
}

TEST_CASE("The same analysis gives the same bytes") {
    for (const ReportFormat& format : report_formats()) {
        if (format.write != nullptr) CHECK(format.write(quarrel()) == format.write(quarrel()));
        if (format.write_run != nullptr) CHECK(format.write_run({quarrel()}) == format.write_run({quarrel()}));
    }
}

TEST_CASE("An unknown format is none") {
    CHECK(find_report_format("markdown") != nullptr);
    CHECK(find_report_format("Markdown") == nullptr);
}

TEST_CASE("JSON says how far off a measure may be, and why nothing is left of it without doubtful replies") {
    Analysis analysis = quarrel();
    MeasureValue& value = analysis.measures.thread[0];
    value.value = 3;
    value.error = 0.5;
    value.absent_without_doubtful = "no post answers another";
    const std::string json = compact(written_as("json", analysis));
    CHECK(holds(json, R"("value":3,"unit":"replies","error":0.5,"without_doubtful":null,)"));
    CHECK(holds(json, R"("absent_without_doubtful":"no post answers another")"));
}

TEST_CASE("JSON holds degree distributions and volleys under their names") {
    Analysis analysis = quarrel();
    analysis.measures.degrees = {{"people_answered", "", {measured(MeasureScope::thread, 1.5)}}};
    analysis.measures.people.resize(2);
    analysis.measures.people[0].name = "Ann";
    analysis.measures.people[1].name = "Bob";
    analysis.measures.volleys = {{{ghost_ref(0), post_ref(1), post_ref(2)}, 1, 0}};
    const std::string json = compact(written_as("json", analysis));
    CHECK(holds(json, R"("degrees":{"people_answered":{"depth":{"value":1.5,"unit":"replies"}}})"));
    CHECK(holds(json, R"("volleys":[{"people":["Bob","Ann"],"posts":["g1",2,3]}])"));
}
