// A small thread with its truth, for tests of scores.
#pragma once

#include "rejoinder/evaluate.hpp"
#include "support/threads.hpp"

namespace rejoinder::test {

inline TrueSource post_source(std::uint32_t index) {
    return {TrueSource::Kind::post, index};
}
inline TrueSource ghost_source(std::uint32_t index) {
    return {TrueSource::Kind::ghost, index};
}

/// Ada opens; Ben quotes her; Cy and Di quote a post of Eve's that is gone; Fay quotes Ben, who is quoted with Ada
/// inside.
inline Thread sample_thread() {
    const std::string lost = "the lighthouse keeper sold every lamp to the mayor last winter";
    Thread made =
        thread({post("Ada", {text("Our bridge was painted green in the spring of last year")}),
                post("Ben", {quote("Ada", "painted green in the spring of last year"), text("Red was better I think")}),
                post("Cy", {quote("Eve", lost), text("Nobody believes this story")}),
                post("Di", {quote("Eve", lost), text("It is true all the same")}),
                post("Fay", {quote("Ben", "Red was better I think"), text("So it was")})});
    made.engine = "Testboard";
    return made;
}

inline Truth sample_truth() {
    const std::string lost = "the lighthouse keeper sold every lamp to the mayor last winter";
    Truth truth;
    truth.origin = "truth.json";
    truth.kind = "sample";
    truth.ghosts = {{"g1", "Eve"}};
    truth.posts = {
        {"", "Ada", "Our bridge was painted green in the spring of last year", {}},
        {"", "Ben", "Red was better I think", {{1, "Ada", "painted green in the spring of last year", post_source(0)}}},
        {"", "Cy", "Nobody believes this story", {{1, "Eve", lost, ghost_source(0)}}},
        {"", "Di", "It is true all the same", {{1, "Eve", lost, ghost_source(0)}}},
        {"", "Fay", "So it was", {{1, "Ben", "Red was better I think", post_source(1)}}}};
    return truth;
}

inline Analysis analysis_of(Thread thread) {
    Analysis analysis;
    analysis.thread = std::move(thread);
    analysis.resolution = resolve(analysis.thread);
    return analysis;
}

}  // namespace rejoinder::test
