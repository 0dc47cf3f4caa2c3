#include "extract/json/json_body.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/unicode.hpp"
#include "extract/html/block_text.hpp"
#include "extract/html/html.hpp"

namespace rejoinder {

namespace {

constexpr std::size_t deepest_quote = 64;

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

/// How deep in quotes a line stands; its marks are cut off. ">!" opens a spoiler.
std::size_t take_marks(std::string_view& line) {
    std::size_t depth = 0;
    for (;;) {
        const std::size_t first = std::min(line.find_first_not_of(' '), line.size());
        if (first > 3 || !line.substr(first).starts_with('>') || line.substr(first).starts_with(">!")) return depth;
        line.remove_prefix(first + 1);
        depth = std::min(depth + 1, deepest_quote);
    }
}

/// Blocks while the lines that fill them are read; level 0 holds the post's own words.
class LineReader {
public:
    LineReader() : levels_(1) {}

    void add(std::size_t depth, std::string_view line) {
        if (trim(line).empty()) {
            // An empty line ends a quote unless it is marked as part of it.
            go_to(std::min(depth, levels_.size() - 1));
            text_.break_line(2);
            return;
        }
        go_to(depth);
        text_.add(line);
        text_.break_line(1);
    }

    std::vector<Block> take() {
        go_to(0);
        flush();
        return std::move(levels_.front());
    }

private:
    void flush() {
        if (std::string words = text_.take(); !words.empty()) levels_.back().push_back({std::move(words)});
    }

    void go_to(std::size_t depth) {
        if (depth + 1 != levels_.size()) flush();
        while (levels_.size() > depth + 1) {
            Quote quote;
            quote.body = std::move(levels_.back());
            levels_.pop_back();
            levels_.back().push_back({std::move(quote)});
        }
        levels_.resize(depth + 1);
    }

    std::vector<std::vector<Block>> levels_;
    BlockText text_;
};

std::vector<Block> read_lines(std::string_view text, bool quotes) {
    LineReader reader;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        std::string_view line = text.substr(at, end - at);
        const std::size_t depth = quotes ? take_marks(line) : 0;
        reader.add(depth, line);
        at = end + 1;
    }
    return reader.take();
}

}  // namespace

Result<std::vector<Block>> read_json_body(std::string_view body, const Profile& profile, std::size_t nesting) {
    switch (profile.json->post.body_is) {
        case JsonBody::text:
            break;
        case JsonBody::markdown:
            return read_lines(without_entities(body), true);
        case JsonBody::html:
            if (const auto document = dom::Document::parse(body, nesting)) return extract_html_body(*document, profile);
            break;
    }
    return read_lines(body, false);
}

}  // namespace rejoinder
