#include "extract/json/json_body.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "extract/html/html.hpp"
#include "extract/marked_lines.hpp"

namespace rejoinder {

namespace {

/// Markdown's own sources escape what HTML would take for markup.
std::string without_entities(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 7> entities{{{"&gt;", ">"},
                                                                                     {"&lt;", "<"},
                                                                                     {"&amp;", "&"},
                                                                                     {"&quot;", "\""},
                                                                                     {"&#39;", "'"},
                                                                                     {"&nbsp;", " "},
                                                                                     {"&#x200B;", ""}}};
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto entity =
            text[at] != '&' ? entities.end() : std::find_if(entities.begin(), entities.end(), [&](const auto& one) {
                return text.substr(at).starts_with(one.first);
            });
        if (entity == entities.end()) {
            plain += text[at++];
        } else {
            plain += entity->second;
            at += entity->first.size();
        }
    }
    return plain;
}

}  // namespace

Result<std::vector<Block>> read_json_body(std::string_view body, const Profile& profile, std::size_t nesting) {
    switch (profile.json->post.body_is) {
        case JsonBody::text:
            break;
        case JsonBody::markdown:
            return read_marked_lines(without_entities(body), true);
        case JsonBody::html:
            if (const auto document = dom::Document::parse(body, nesting)) return extract_html_body(*document, profile);
            break;
    }
    return read_marked_lines(body, false);
}

}  // namespace rejoinder
