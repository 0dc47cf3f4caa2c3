// What the JSON writers share. Only src/report names nlohmann-json.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "base/calendar.hpp"
#include "rejoinder/analyze.hpp"

namespace rejoinder::report {

using Json = nlohmann::ordered_json;

struct Field {
    std::string_view key;
    Json value;
};

/// A JSON object of these fields, in this order. Values are moved in: nlohmann's own braces copy them, and a report
/// made so took twice as long.
template <std::size_t N>
Json object(Field (&&fields)[N]) {
    Json::object_t map;
    map.reserve(N);
    for (Field& field : fields) map.emplace_back(std::string(field.key), std::move(field.value));
    return map;
}

/// What a page does not print is null.
inline Json text_or_null(std::string_view text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

/// Whole numbers without a point, others with at most six decimals; what is no number is null.
inline Json number_value(double number) {
    if (!std::isfinite(number)) return nullptr;
    const double rounded = std::round(number * 1e6) / 1e6;
    if (rounded == std::floor(rounded) && std::abs(rounded) < 9e15) return static_cast<std::int64_t>(rounded);
    return rounded;
}

inline Json ref_value(Ref ref) {
    if (ref.kind == Ref::Kind::post) return ref.index + 1;
    return "g" + std::to_string(ref.index + 1);
}

/// From 1.
inline Json post_numbers(std::span<const std::uint32_t> indices) {
    Json numbers = Json::array();
    for (const std::uint32_t index : indices) numbers.push_back(index + 1);
    return numbers;
}

inline Json ghost_ids(std::span<const std::uint32_t> indices) {
    Json ids = Json::array();
    for (const std::uint32_t index : indices) ids.push_back(ref_value(ghost_ref(index)));
    return ids;
}

/// The number of the post above which a notice stands, or null if it stands below all of them.
inline Json post_below(std::size_t post, const Thread& thread) {
    return post < thread.posts.size() ? Json(post + 1) : Json(nullptr);
}

/// `utc` is the first second of what is printed, `utc_before` the first second after it; null for a relative time or
/// none.
inline Json time_value(const PrintedTime& time) {
    return object({{"printed", text_or_null(time.text)},
                   {"utc", time.at ? Json(iso_time(time.at->at_least)) : Json(nullptr)},
                   {"utc_before", time.at ? Json(iso_time(time.at->below)) : Json(nullptr)}});
}

/// In page order.
inline Json attachments_value(const std::vector<Attachment>& attachments) {
    Json values = Json::array();
    for (const Attachment& file : attachments)
        values.push_back(object({{"name", text_or_null(file.name)}, {"url", text_or_null(file.url)}}));
    return values;
}

/// An object from name to count, in page order.
inline Json reactions_value(const std::vector<Reaction>& reactions) {
    Json value = Json::object();
    for (const Reaction& reaction : reactions) {
        Json& count = value[reaction.name];
        count = (count.is_null() ? 0 : count.get<std::int64_t>()) + reaction.count;
    }
    return value;
}

/// null for a page that a profile read.
inline Json layout_value(const std::optional<GuessedLayout>& layout) {
    if (!layout) return nullptr;
    return object({{"source", layout->source}, {"confidence", number_value(layout->confidence)}});
}

inline Json edit_value(const std::optional<EditNote>& edit) {
    if (!edit) return nullptr;
    return object({{"text", edit->text},
                   {"by", text_or_null(edit->by)},
                   {"time", time_value(edit->time)},
                   {"reason", text_or_null(edit->reason)}});
}

/// The text of a value and a newline: indented, or on one line if `indent` is negative. Numbers are those that fit into
/// 64 bits with a sign. A byte that is no UTF-8 becomes U+FFFD.
std::string dump(const Json& value, int indent);

}  // namespace rejoinder::report
