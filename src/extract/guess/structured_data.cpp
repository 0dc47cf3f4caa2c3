#include "extract/guess/structured_data.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/unicode.hpp"
#include "extract/guess/shape.hpp"
#include "extract/time/times.hpp"
#include "json/json.hpp"

namespace rejoinder {

namespace {

constexpr std::size_t nesting = 512;  // of JSON; comments answer comments
constexpr std::size_t most_posts = 100'000;

constexpr std::array<std::string_view, 5> post_types = {"DiscussionForumPosting", "SocialMediaPosting", "Question",
                                                        "Answer", "Comment"};
constexpr std::array<std::string_view, 4> article_types = {"Article", "NewsArticle", "BlogPosting",
                                                           "ReportageNewsArticle"};
// Where further posts stand.
constexpr std::array<std::string_view, 8> holders = {
    "@graph", "mainEntity", "mainEntityOfPage", "acceptedAnswer", "suggestedAnswer", "comment", "answer", "hasPart"};

template <class Names>
bool is_one_of(json::Value value, const Names& names) {
    const json::Value type = value.member("@type");
    const auto known = [&](json::Value name) {
        std::string_view word = name.string();
        word = word.substr(word.rfind('/') + 1);  // "http://schema.org/Comment"; npos + 1 is 0
        return std::find(names.begin(), names.end(), word) != names.end();
    };
    if (!type.is_array()) return known(type);
    const auto types = type.elements();
    return std::any_of(types.begin(), types.end(), known);
}

/// Texts are plain, or hold HTML.
std::string plain_text(std::string_view text) {
    if (text.find('<') == std::string_view::npos && text.find('&') == std::string_view::npos)
        return std::string(trim(text));
    std::string html(text);
    if (text.find('<') == std::string_view::npos) {
        // Entities alone: line breaks are the text's own.
        for (std::size_t at = 0; (at = html.find('\n', at)) != std::string::npos; at += 4) html.replace(at, 1, "<br>");
    }
    const auto document = dom::Document::parse(html, nesting);
    return document ? shown_text(document->root()) : std::string(trim(text));
}

std::string name_of(json::Value author) {
    if (author.is_array()) {
        const auto all = author.elements();
        return all.empty() ? std::string() : name_of(all.front());
    }
    return one_line(plain_text(author.is_object() ? author.member("name").string() : author.string()));
}

std::string_view first_string(json::Value value, std::initializer_list<std::string_view> keys) {
    for (const std::string_view key : keys) {
        if (const std::string_view found = value.member(key).string(); !found.empty()) return found;
    }
    return {};
}

class Reader {
public:
    explicit Reader(const Profile& languages) : languages_(languages) {}

    /// A value and the posts in it; `parent` is the key of the post that it stands in.
    void read(json::Value value, const std::string& parent) {
        if (value.is_array()) {
            for (const json::Value& element : value.elements()) read(element, parent);
            return;
        }
        if (!value.is_object() || thread.posts.size() >= most_posts) return;
        thread.is_article = thread.is_article || is_one_of(value, article_types);
        std::string key = parent;
        if (is_one_of(value, post_types)) key = add_post(value, parent);
        for (const std::string_view holder : holders) {
            if (const json::Value inner = value.member(holder)) read(inner, key);
        }
    }

    StructuredThread thread;

private:
    std::string add_post(json::Value value, const std::string& parent) {
        Post post;
        post.author = name_of(value.member("author"));
        post.time = read_time(first_string(value, {"dateCreated", "datePublished", "dateModified"}), languages_);
        post.permalink = first_string(value, {"url", "@id"});
        post.key = first_string(value, {"@id", "identifier", "url"});
        post.parent_key = parent;
        std::string text = plain_text(first_string(value, {"text", "articleBody", "commentText", "description"}));
        if (thread.title.empty()) thread.title = one_line(plain_text(first_string(value, {"headline", "name"})));
        if (text.empty()) return parent;  // a list of answers that are elsewhere
        const bool known = std::any_of(thread.posts.begin(), thread.posts.end(),
                                       [&](const Post& other) { return !post.key.empty() && other.key == post.key; });
        if (known) return post.key;
        // Answers need something to refer to.
        if (post.key.empty()) post.key = fmt::format("json-ld-{}", thread.posts.size() + 1);
        post.body.push_back({std::move(text)});
        std::string key = post.key;
        thread.posts.push_back(std::move(post));
        return key;
    }

    const Profile& languages_;
};

}  // namespace

StructuredThread read_json_ld(const dom::Document& document, const Profile& languages) {
    Reader reader(languages);
    json::Parser parser(nesting);
    dom::walk(
        document.root(),
        [&](dom::Node node) {
            if (node.known_tag() != dom::Tag::script) return true;
            if (node.attribute("type").value_or("") != "application/ld+json") return false;
            std::string text;
            for (dom::Node at = node.first_child(); at; at = at.next()) text += at.text();
            std::size_t mended = 0;
            if (const auto value = parser.parse(trim(text), mended)) reader.read(*value, "");
            return false;
        },
        [](dom::Node) {});
    return std::move(reader.thread);
}

}  // namespace rejoinder
