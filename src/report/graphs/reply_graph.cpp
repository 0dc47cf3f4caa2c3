#include "report/graphs/reply_graph.hpp"

#include <fmt/format.h>

#include "base/calendar.hpp"
#include "base/utf8.hpp"
#include "report/names.hpp"

namespace rejoinder::report {
namespace {

bool is_ghost(Ref ref) {
    return ref.kind == Ref::Kind::ghost;
}

const TimeBounds& bounds_of(const Analysis& analysis, Ref ref) {
    static const TimeBounds none;
    const Timeline& timeline = analysis.resolution.timeline;
    const auto& all = is_ghost(ref) ? timeline.ghosts : timeline.posts;
    return ref.index < all.size() ? all[ref.index] : none;
}

/// UTC, or seconds after the post or ghost from which the thread's times count.
std::string bound_text(const Analysis& analysis, const std::optional<std::int64_t>& bound) {
    if (!bound) return {};
    return analysis.resolution.timeline.anchor ? fmt::format("{}", *bound) : iso_time(*bound);
}

std::string key_of(const Analysis& analysis, Ref ref) {
    return is_ghost(ref) ? analysis.resolution.ghosts[ref.index].key : analysis.thread.posts[ref.index].key;
}

std::string text_of(const Analysis& analysis, Ref ref) {
    return is_ghost(ref) ? analysis.resolution.ghosts[ref.index].text : analysis.resolution.posts[ref.index].text;
}

std::string words_of(const Analysis& analysis, Ref ref) {
    return std::to_string(is_ghost(ref) ? analysis.resolution.ghosts[ref.index].words
                                        : analysis.resolution.posts[ref.index].words);
}

std::string author_source_of(const Analysis& analysis, Ref ref) {
    if (!is_ghost(ref)) return std::string(name_source_name(analysis.resolution.posts[ref.index].author.source));
    const bool known = !analysis.resolution.ghosts[ref.index].author.empty();
    return std::string(name_source_name(known ? NameSource::inferred : NameSource::unknown));
}

std::string evidence_of(const Reply& reply) {
    std::string names;
    for (const Evidence& evidence : reply.evidence) {
        names += fmt::format("{}{}", names.empty() ? "" : " ", evidence_name(evidence.kind));
    }
    return names;
}

}  // namespace

const std::vector<NodeAttribute>& node_attributes() {
    static const std::vector<NodeAttribute> attributes = {
        {"kind", "string", [](const Analysis&, Ref ref) { return std::string(is_ghost(ref) ? "ghost" : "post"); }},
        {"number", "int", [](const Analysis&, Ref ref) { return std::to_string(ref.index + 1); }},
        {"author", "string", [](const Analysis& a, Ref ref) { return std::string(writer_name(a, ref)); }},
        {"author_source", "string", author_source_of},
        {"key", "string", key_of},
        {"printed_time", "string",
         [](const Analysis& a, Ref ref) { return is_ghost(ref) ? "" : a.thread.posts[ref.index].time.text; }},
        {"earliest", "string", [](const Analysis& a, Ref ref) { return bound_text(a, bounds_of(a, ref).earliest); }},
        {"latest", "string", [](const Analysis& a, Ref ref) { return bound_text(a, bounds_of(a, ref).latest); }},
        {"words", "int", words_of},
        {"text", "string", text_of},
    };
    return attributes;
}

const std::vector<EdgeAttribute>& edge_attributes() {
    static const std::vector<EdgeAttribute> attributes = {
        {"confidence", "double",
         [](const Analysis&, const Reply& reply) { return fmt::format("{}", reply.confidence); }},
        {"primary", "boolean",
         [](const Analysis&, const Reply& reply) { return std::string(reply.primary ? "true" : "false"); }},
        {"evidence", "string", [](const Analysis&, const Reply& reply) { return evidence_of(reply); }},
    };
    return attributes;
}

std::vector<Ref> nodes_of(const Analysis& analysis) {
    std::vector<Ref> nodes;
    for (std::size_t i = 0; i < analysis.thread.posts.size(); ++i) nodes.push_back(post_ref(i));
    for (std::size_t i = 0; i < analysis.resolution.ghosts.size(); ++i) nodes.push_back(ghost_ref(i));
    return nodes;
}

std::string node_id(Ref ref) {
    return fmt::format("{}{}", is_ghost(ref) ? 'g' : 'p', ref.index + 1);
}

void append_xml(std::string& out, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const std::int32_t code = detail::next_code_point(text, at);
        switch (code) {
            case '&':
                out += "&amp;";
                continue;
            case '<':
                out += "&lt;";
                continue;
            case '>':
                out += "&gt;";
                continue;
            case '"':
                out += "&quot;";
                continue;
            case '\t':
                out += "&#9;";
                continue;
            case '\n':
                out += "&#10;";
                continue;
            case '\r':
                out += "&#13;";
                continue;
            default:
                break;
        }
        const bool allowed = code >= 0x20 && code != 0xFFFE && code != 0xFFFF && (code < 0xD800 || code > 0xDFFF);
        if (allowed) out += text.substr(begin, at - begin);
    }
}

}  // namespace rejoinder::report
