#include "extract/guess/embedded_state.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "base/unicode.hpp"
#include "extract/guess/embedded_json.hpp"
#include "extract/guess/shape.hpp"
#include "extract/guess/state_fields.hpp"
#include "extract/json/json_body.hpp"
#include "extract/time/times.hpp"
#include "profile/load_profile.hpp"

namespace rejoinder {

namespace {

constexpr std::size_t most_nesting = 512;
constexpr std::size_t most_found = 50'000;
constexpr std::size_t least_posts = 2;

// How bodies are read: as HTML with quotes that name their author, or as lines of which ">" marks quotes.
constexpr std::string_view html_body = R"(name = "embedded-html"
[detect]
json = ["text author time"]
[json.post]
body = "text"
body_is = "html"
[html.quote]
each = "blockquote"
header = ["blockquote > cite", "blockquote > header"]
)";
constexpr std::string_view plain_body = R"(name = "embedded-text"
[detect]
json = ["text author time"]
[json.post]
body = "text"
body_is = "markdown"
)";

struct FoundPost {
    StateFields fields;
    std::ptrdiff_t around = -1;  // index of the one that it stands in; -1 if none
};

/// What a page shows beside the thread.
bool is_beside(std::string_view key) {
    constexpr std::array words = {"related", "recommend", "similar", "trending",
                                  "popular", "suggest",   "sidebar", "latest"};
    const std::string plain = plain_key(key);
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return plain.find(word) != std::string::npos; });
}

class Finder {
public:
    explicit Finder(const StateDocument& document) : document_(document) {}

    void look_at(json::Value value, std::ptrdiff_t around) {
        if (found.size() >= most_found) return;
        if (value.is_object()) {
            StateFields fields = read_state_fields(document_, value);
            if (!fields.text.empty() && !fields.author.empty() && !fields.time.empty()) {
                found.push_back({std::move(fields), around});
                around = static_cast<std::ptrdiff_t>(found.size()) - 1;
            }
        }
        if (document_.is_flat()) return;  // each of its values is looked at by itself
        for (const json::Value element : value.elements()) look_at(element, around);
        for (const auto& [key, member] : value.members()) {
            if (!is_beside(key)) look_at(member, around);
        }
    }

    std::vector<FoundPost> found;

private:
    const StateDocument& document_;
};

/// Whether the objects are about other pages: nearly all have titles, and the titles differ.
bool lists_pages(const std::vector<FoundPost>& found, const std::vector<std::size_t>& kind) {
    std::set<std::string> titles;
    std::size_t titled = 0;
    for (const std::size_t i : kind) {
        if (found[i].fields.title.empty()) continue;
        ++titled;
        titles.insert(found[i].fields.title);
    }
    return titled * 10 >= kind.size() * 7 && titles.size() * 10 >= kind.size() * 7;
}

/// The posts: the kind that says most, and those around them.
std::vector<std::size_t> choose(const std::vector<FoundPost>& found, bool is_article) {
    std::map<std::string, std::vector<std::size_t>> kinds;
    for (std::size_t i = 0; i < found.size(); ++i) kinds[found[i].fields.kind].push_back(i);
    double best = 0.0;
    const std::vector<std::size_t>* chosen = nullptr;
    for (const auto& [name, kind] : kinds) {
        std::set<std::string_view> texts;
        double score = 0.0;
        for (const std::size_t i : kind) {
            if (texts.insert(found[i].fields.text).second)
                score += std::pow(static_cast<double>(found[i].fields.text.size()), 0.75);
        }
        if (texts.size() < least_posts || score <= best || lists_pages(found, kind)) continue;
        best = score;
        chosen = &kind;
    }
    if (chosen == nullptr) return {};
    std::set<std::size_t> posts(chosen->begin(), chosen->end());
    for (const std::size_t i : *chosen) {
        for (std::ptrdiff_t at = found[i].around; !is_article && at >= 0;
             at = found[static_cast<std::size_t>(at)].around)
            posts.insert(static_cast<std::size_t>(at));
    }
    return {posts.begin(), posts.end()};
}

bool is_html(std::string_view text) {
    return text.find("</") != std::string_view::npos || text.find("<br") != std::string_view::npos ||
           text.find("<p>") != std::string_view::npos;
}

/// The text of BBCode as HTML: quotes become elements, other tags go.
std::string html_of_bbcode(std::string_view text) {
    constexpr std::array tags = {"b",     "i",    "u",      "s",       "url",    "img",  "size",
                                 "color", "font", "center", "left",    "right",  "list", "code",
                                 "quote", "user", "email",  "spoiler", "indent", "*"};
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::size_t end = text[at] == '[' ? text.find(']', at) : std::string_view::npos;
        std::string_view tag = end == std::string_view::npos ? std::string_view() : text.substr(at + 1, end - at - 1);
        const bool closes = tag.starts_with('/');
        if (closes) tag.remove_prefix(1);
        const std::string name = plain_key(tag.substr(0, tag.find_first_of("= ")));
        if (tag.empty() || tag.size() > 300 || std::find(tags.begin(), tags.end(), name) == tags.end()) {
            const char c = text[at];
            out += c == '<' ? "&lt;" : c == '&' ? "&amp;" : c == '\n' ? "<br>" : std::string(1, c);
            continue;
        }
        at = end;
        if (name != "quote") continue;
        std::string_view writer = tag.find('=') == tag.npos ? std::string_view() : tag.substr(tag.find('=') + 1);
        writer = trim(writer.substr(0, writer.find_first_of(";,]")));
        if (writer.size() > 1 && writer.front() == '"' && writer.back() == '"')
            writer = writer.substr(1, writer.size() - 2);
        out += closes           ? "</blockquote>"
               : writer.empty() ? "<blockquote>"
                                : fmt::format("<blockquote><cite>{}</cite>", writer);
    }
    return out;
}

bool is_bbcode(std::string_view text) {
    return text.find("[/") != std::string_view::npos && !is_html(text);
}

class Writer {
public:
    explicit Writer(const Profile& languages) : languages_(languages) {
        html_ = compile_profile(std::string(html_body), "embedded-html", {});
        plain_ = compile_profile(std::string(plain_body), "embedded-text", {});
    }

    /// The chosen objects as posts, each once.
    void add(const std::vector<FoundPost>& found, const std::vector<std::size_t>& chosen) {
        std::set<std::string> known;
        for (const std::size_t i : chosen) {
            const StateFields& fields = found[i].fields;
            const std::string identity =
                !fields.key.empty() ? fields.key : fields.author + '\n' + fields.time + '\n' + fields.text;
            if (!known.insert(fields.kind + '\n' + identity).second) continue;
            Post post;
            post.author = one_line(fields.author);
            post.time = read_time(fields.time, languages_);
            post.key = fields.key;
            post.parent_key = fields.parent;
            if (post.parent_key.empty() && found[i].around >= 0)
                post.parent_key = found[static_cast<std::size_t>(found[i].around)].fields.key;
            post.body = body_of(fields.text);
            if (!post.body.empty()) thread.posts.push_back(std::move(post));
        }
        // A parent that is no post here is a thread, or elsewhere.
        std::set<std::string_view> keys;
        for (const Post& post : thread.posts) keys.insert(post.key);
        for (Post& post : thread.posts) {
            if (!keys.contains(post.parent_key) || post.parent_key == post.key) post.parent_key.clear();
        }
    }

    StructuredThread thread;

private:
    std::vector<Block> body_of(const std::string& text) const {
        if (!html_ || !plain_) return {{text}};
        const bool bbcode = is_bbcode(text);
        auto body = bbcode          ? read_json_body(html_of_bbcode(text), **html_, most_nesting)
                    : is_html(text) ? read_json_body(text, **html_, most_nesting)
                                    : read_json_body(text, **plain_, most_nesting);
        return body ? std::move(*body) : std::vector<Block>{{text}};
    }

    const Profile& languages_;
    Result<std::shared_ptr<const Profile>> html_, plain_;
};

}  // namespace

StructuredThread read_embedded_state(const dom::Document& document, bool is_article, const Profile& languages) {
    const EmbeddedJson embedded = read_embedded_json(document);
    StructuredThread best;
    std::size_t best_text = 0;
    json::Parser parser(most_nesting);
    for (const std::string& text : embedded.values) {
        std::size_t mended = 0;
        const auto value = parser.parse(text, mended);
        if (!value) continue;
        const StateDocument state(*value, embedded.texts);
        Finder finder(state);
        for (const json::Value root : state.roots()) finder.look_at(root, -1);
        const auto chosen = choose(finder.found, is_article);
        std::size_t size = 0;
        for (const std::size_t i : chosen) size += finder.found[i].fields.text.size();
        if (size <= best_text) continue;
        Writer writer(languages);
        writer.add(finder.found, chosen);
        best = std::move(writer.thread);
        best_text = size;
    }
    return best;
}

}  // namespace rejoinder
