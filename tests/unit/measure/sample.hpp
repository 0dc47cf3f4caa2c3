// Threads and resolutions made by hand, as `resolve` would make them.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rejoinder/measure.hpp"

namespace rejoinder::test {

struct Sample {
    Thread thread;
    Resolution resolution;

    /// Adds a post; an empty author is unknown. Returns its index.
    std::uint32_t post(const std::string& author = {}, const std::string& text = {}, std::uint32_t words = 0) {
        Post printed;
        printed.author = author;
        thread.posts.push_back(printed);
        ResolvedPost resolved;
        resolved.text = text;
        resolved.words = words;
        resolved.author.name = author;
        resolved.author.source = author.empty() ? NameSource::unknown : NameSource::printed;
        resolution.posts.push_back(resolved);
        resolution.timeline.posts.emplace_back();
        return static_cast<std::uint32_t>(resolution.posts.size() - 1);
    }

    std::uint32_t ghost(const std::string& author, std::vector<std::uint32_t> quoted_by, const std::string& text = {},
                        std::uint32_t words = 0) {
        Ghost absent;
        absent.author = author;
        absent.text = text;
        absent.words = words;
        absent.quoted_by = std::move(quoted_by);
        resolution.ghosts.push_back(absent);
        resolution.timeline.ghosts.emplace_back();
        return static_cast<std::uint32_t>(resolution.ghosts.size() - 1);
    }

    void reply(std::uint32_t from, Ref to, double confidence = 1, bool primary = true) {
        Reply edge;
        edge.from = from;
        edge.to = to;
        edge.confidence = confidence;
        edge.primary = primary;
        resolution.replies.push_back(edge);
    }

    void quote(std::uint32_t post, Ref source, const std::string& text = {}, Match match = Match::excerpt) {
        ResolvedQuote quoted;
        quoted.source = source;
        quoted.text = text;
        quoted.match = match;
        resolution.posts[post].quotes.push_back(quoted);
    }

    Measures measures() const { return measure(thread, resolution); }
};

/// The Thai-visa thread as its hand-made truth has it: posts 1 to 7, ghosts A and B.
inline Sample thai_visa_thread() {
    Sample sample;
    sample.post("Social Media", {}, 400);
    for (int unnamed = 2; unnamed <= 7; ++unnamed) sample.post(unnamed == 4 ? "Nick Carter icp" : "", {}, 10);
    sample.resolution.posts[3].author.source = NameSource::inferred;
    sample.ghost("thaibeachlovers", {1});
    sample.ghost("Gweiloman", {2, 3, 6});
    const std::initializer_list<std::pair<std::uint32_t, Ref>> answers = {
        {1, ghost_ref(0)}, {2, ghost_ref(1)}, {3, ghost_ref(1)}, {5, post_ref(3)}, {6, ghost_ref(1)}};
    for (const auto& [from, to] : answers) {
        sample.reply(from, to);
        sample.quote(from, to);
    }
    return sample;
}

inline const MeasureValue& value_of(const std::vector<MeasureValue>& values, std::string_view key) {
    for (const MeasureValue& value : values) {
        if (value.info->key == key) return value;
    }
    throw std::out_of_range(std::string(key));
}

/// The value, which must be there.
inline double number(const std::vector<MeasureValue>& values, std::string_view key) {
    return value_of(values, key).value.value();
}

inline std::string why_absent(const std::vector<MeasureValue>& values, std::string_view key) {
    return std::string(value_of(values, key).absent_because);
}

}  // namespace rejoinder::test
