#include "extract/guess/outline.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/unicode.hpp"
#include "extract/guess/shape.hpp"
#include "extract/time/times.hpp"

namespace rejoinder {

namespace {

constexpr std::size_t longest_time = 60;       // characters of an element that shows a time and little else
constexpr std::uint32_t longest_name = 40;     // characters of a name
constexpr std::size_t most_elements = 20'000;  // of one mark; a page of that size has better ones

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_word_character(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
}

bool has_digit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), is_digit);
}

/// Names of classes and attributes are in English whatever the page speaks.
bool holds_any(std::string_view text, std::initializer_list<std::string_view> words) {
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return lower.find(word) != std::string::npos; });
}

/// "3/5/2024", which is a date even while nobody knows which number is the month.
bool is_numeric_date(std::string_view text) {
    int groups = 0;
    char separator = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_digit(text[i])) continue;
        ++groups;
        while (i + 1 < text.size() && is_digit(text[i + 1])) ++i;
        const char next = i + 2 < text.size() && is_digit(text[i + 2]) ? text[i + 1] : char{0};
        const bool joined = next == '/' || next == '.' || next == '-';
        if (groups == 3) return true;
        if (!joined || (groups > 1 && next != separator)) groups = 0;
        separator = next;
    }
    return false;
}

std::uint32_t count_characters(std::string_view text) {
    std::uint32_t count = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > ' ' && (byte & 0xC0U) != 0x80U) ++count;
    }
    return count;
}

/// A name that a selector can hold as it stands, and that is not made up for one element ("post-123").
bool is_plain_name(std::string_view name) {
    if (name.size() < 2 || is_digit(name[0]) || name.starts_with("--")) return false;
    if (name[0] == '-' && is_digit(name[1])) return false;
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (!is_word_character(name[i])) return false;
        if (i > 0 && is_digit(name[i]) && is_digit(name[i - 1])) return false;
    }
    return true;
}

template <class Visit>
void each_token(std::string_view text, Visit visit) {
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t begin = text.find_first_not_of(" \t\n\r\f", at);
        if (begin == std::string_view::npos) return;
        at = std::min(text.find_first_of(" \t\n\r\f", begin), text.size());
        visit(text.substr(begin, at - begin));
    }
}

/// The parts of an address's path but the last, which is made of the page's title.
template <class Visit>
void each_segment(std::string_view path, Visit visit) {
    while (!path.empty()) {
        path.remove_prefix(1);
        const std::size_t end = path.find('/');
        if (end == std::string_view::npos || end + 1 == path.size()) return;
        visit(path.substr(0, end));
        path.remove_prefix(end);
    }
}

bool is_aside(dom::Node element) {
    switch (element.known_tag()) {
        case dom::Tag::nav:
        case dom::Tag::aside:
        case dom::Tag::footer:
            return true;
        default:
            break;
    }
    const auto role = element.attribute("role").value_or("");
    if (role == "navigation" || role == "complementary" || role == "contentinfo" || role == "banner" ||
        role == "dialog" || role == "alertdialog")
        return true;
    if (element.known_tag() == dom::Tag::body || element.known_tag() == dom::Tag::main ||
        element.tag_name() == "html") {
        return false;
    }
    bool aside = false;
    const auto look = [&](std::string_view name) {
        aside = aside || holds_any(name, {"sidebar", "side-bar", "related", "recommend", "breadcrumb", "pagination",
                                          "popup", "modal", "dialog"});
    };
    each_token(element.attribute("class").value_or(""), [&](std::string_view token) {
        // "with-sidebar" is the layout of a whole page.
        if (!holds_any(token, {"with", "has-", "layout", "no-", "page-", "wrap", "container", "content"})) look(token);
    });
    return aside;
}

class OutlineMaker {
public:
    explicit OutlineMaker(const Profile& languages) : languages_(languages) {}

    Outline make(dom::Node root) {
        dom::walk(
            root, [&](dom::Node node) { return enter(node); },
            [&](dom::Node element) {
                if (open_.empty() || outline_.elements[open_.back()].node != element) return;
                outline_.elements[open_.back()].end = static_cast<std::uint32_t>(outline_.elements.size());
                links_ -= element.tag_name() == "a" ? 1 : 0;
                open_.pop_back();
            });
        add_up();
        for (std::uint32_t i = 0; i < outline_.elements.size(); ++i) look_at(i);
        outline_.is_article = says_article(root) && !says_forum(root);
        return std::move(outline_);
    }

private:
    bool enter(dom::Node node) {
        if (node.is_text()) {
            const std::uint32_t count = count_characters(node.text());
            if (!open_.empty()) {
                OutlineElement& element = outline_.elements[open_.back()];
                element.characters += count;
                element.own_characters += count;
                element.linked += links_ > 0 ? count : 0;
            }
            return false;
        }
        if (!node.is_element()) return false;
        const Shape shape = shape_of(node);
        if (shape == Shape::line_break || (shape == Shape::hidden && !stands_in(node))) return false;
        OutlineElement element;
        element.node = node;
        element.parent = open_.empty() ? 0 : open_.back();
        element.aside = is_aside(node);
        open_.push_back(static_cast<std::uint32_t>(outline_.elements.size()));
        outline_.elements.push_back(std::move(element));
        links_ += node.tag_name() == "a" ? 1 : 0;
        return true;
    }

    /// Some pages print all their text once more for readers without scripts, and nowhere else.
    static bool stands_in(dom::Node node) {
        return node.known_tag() == dom::Tag::noscript && count_characters(dom::text_content(node)) >= 500;
    }

    static bool says_article(dom::Node root) {
        bool article = false;
        dom::walk(
            root,
            [&](dom::Node node) {
                const std::string_view type = node.attribute("itemtype").value_or("");
                article = article || type.ends_with("/NewsArticle") || type.ends_with("/BlogPosting") ||
                          type.ends_with("/Article") ||
                          (node.attribute("property").value_or("") == "og:type" &&
                           node.attribute("content").value_or("") == "article");
                return !article;
            },
            [](dom::Node) {});
        return article;
    }

    /// Whether the page's address says that it is a forum's: some forums call every page an article.
    static bool says_forum(dom::Node root) {
        bool forum = false;
        const auto look = [&](std::string_view address) {
            const std::size_t path = address.find('/', std::min(address.find("//") + 2, address.size()));
            each_segment(address.substr(std::min(path, address.size())), [&](std::string_view segment) {
                forum =
                    forum || holds_any(segment.substr(0, 12), {"forum", "thread", "topic", "discussion", "question"});
            });
        };
        dom::walk(
            root,
            [&](dom::Node node) {
                if (node.attribute("rel").value_or("") == "canonical") look(node.attribute("href").value_or(""));
                if (node.attribute("property").value_or("") == "og:url") look(node.attribute("content").value_or(""));
                return !forum && node.known_tag() != dom::Tag::body;
            },
            [](dom::Node) {});
        return forum;
    }

    void add_up() {
        auto& elements = outline_.elements;
        for (std::size_t i = elements.size(); i-- > 1;) {
            elements[elements[i].parent].characters += elements[i].characters;
            elements[elements[i].parent].linked += elements[i].linked;
        }
        // What holds most of the page stands beside nothing, whatever it is called ("beside-sidebar").
        for (OutlineElement& element : elements) {
            element.aside = (element.aside && element.characters * 2 < elements.front().characters) ||
                            elements[element.parent].aside;
        }
    }

    void look_at(std::uint32_t index) {
        OutlineElement& element = outline_.elements[index];
        add_marks(index);
        const bool has_text = element.characters > 0;
        element.is_time = looks_like_time(element);
        if (element.is_time) outline_.times.push_back(index);
        element.is_name = has_text && !element.is_time && element.characters <= longest_name &&
                          (hints_at_person(element.node) || hints_at_person(outline_.elements[element.parent].node)) &&
                          may_be_name(text_of(element));
        if (element.is_name) outline_.names.push_back(index);
    }

    bool looks_like_time(const OutlineElement& element) const {
        if (element.node.tag_name() == "time") return true;
        if (element.characters > longest_time) return false;
        if (!time_attribute(element.node, languages_).empty()) return true;
        const bool hinted = holds_any(element.node.attribute("class").value_or(""), {"date", "time", "ago", "when"});
        if (element.own_characters < 2 && !hinted) return false;
        const std::string text = text_of(element);
        if (!hinted && !has_digit(text)) return false;
        if (std::all_of(text.begin(), text.end(), is_digit)) return false;  // a number is no time
        const PrintedTime time = read_time(text, languages_);
        return time.at || time.age || is_numeric_date(text);
    }

    void add_mark(std::uint32_t index, std::string selector, bool telling) {
        const auto [at, added] = known_.try_emplace(selector, static_cast<std::uint32_t>(outline_.marks.size()));
        if (added) outline_.marks.push_back({std::move(selector), telling, {}});
        auto& elements = outline_.marks[at->second].elements;
        if (elements.size() >= most_elements || (!elements.empty() && elements.back() == index)) return;
        elements.push_back(index);
        outline_.elements[index].marks.push_back(at->second);
    }

    void add_marks(std::uint32_t index) {
        const dom::Node node = outline_.elements[index].node;
        const std::string tag(node.tag_name());
        if (tag.empty() || !std::all_of(tag.begin(), tag.end(), is_word_character)) return;
        std::size_t marks = 0;
        each_token(node.attribute("class").value_or(""), [&](std::string_view token) {
            if (++marks <= 12 && is_plain_name(token)) add_mark(index, tag + "." + std::string(token), true);
        });
        for (const std::string_view name : {"itemprop", "data-testid", "data-role", "data-type", "role", "rel"}) {
            const auto value = node.attribute(name);
            if (!value || !is_plain_name(*value)) continue;
            ++marks;
            add_mark(index, tag + "[" + std::string(name) + "='" + std::string(*value) + "']", true);
        }
        if (const auto type = node.attribute("itemtype")) {
            const std::string_view name = type->substr(std::min(type->rfind('/') + 1, type->size()));
            if (is_plain_name(name)) add_mark(index, "[itemtype$='/" + std::string(name) + "']", true);
        }
        marks += add_id_mark(index, tag, node.attribute("id").value_or("")) ? 1 : 0;
        add_mark(index, tag, tag.find('-') != std::string::npos || tag == "article");
        if (marks == 0) add_path_mark(index, tag);
    }

    bool add_id_mark(std::uint32_t index, const std::string& tag, std::string_view id) {
        if (is_plain_name(id) && !is_digit(id.back())) {
            add_mark(index, tag + "#" + std::string(id), true);
            return true;
        }
        const std::size_t prefix = id.find_first_of("0123456789");
        if (prefix == std::string_view::npos || prefix < 1) return false;
        const std::string_view name = id.substr(0, prefix);
        if (!std::all_of(name.begin(), name.end(), is_word_character)) return false;
        add_mark(index, tag + "[id^='" + std::string(name) + "']", true);
        return true;
    }

    /// An element without a name of its own is known by those that it stands in.
    void add_path_mark(std::uint32_t index, const std::string& tag) {
        std::string path = tag;
        std::uint32_t at = outline_.elements[index].parent;
        for (int steps = 0; steps < 3 && at != 0; ++steps, at = outline_.elements[at].parent) {
            for (const std::uint32_t mark : outline_.elements[at].marks) {
                if (!outline_.marks[mark].telling) continue;
                add_mark(index, outline_.marks[mark].selector + " > " + path, true);
                return;
            }
            path = std::string(outline_.elements[at].node.tag_name()) + " > " + path;
        }
    }

    const Profile& languages_;
    Outline outline_;
    std::vector<std::uint32_t> open_;
    int links_ = 0;
    std::unordered_map<std::string, std::uint32_t> known_;
};

}  // namespace

Outline outline_of(const dom::Document& document, const Profile& languages) {
    return OutlineMaker(languages).make(document.root());
}

std::string text_of(const OutlineElement& element) {
    return one_line(dom::text_content(element.node));
}

bool may_be_name(std::string_view text) {
    if (text.empty() || text.size() > std::size_t{longest_name} * 3 || text.ends_with(':')) return false;
    if (std::count(text.begin(), text.end(), ' ') > 4) return false;
    return std::any_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    });
}

bool hints_at_person(dom::Node element) {
    for (const std::string_view name : {"class", "itemprop", "rel", "data-testid", "id"}) {
        const std::string_view value = element.attribute(name).value_or("");
        if (!value.empty() &&
            holds_any(value, {"author", "user", "member", "nick", "poster", "profile", "person", "commenter"}) &&
            !holds_any(value, {"count", "rank", "group", "reputation", "badge", "joined", "menu", "nav", "login",
                               "-title", "usertitle", "signature", "stats", "status", "score", "-posts"})) {
            return true;
        }
    }
    const std::string_view href = element.attribute("href").value_or("");
    return !href.empty() && holds_any(href, {"/user", "/u/", "/member", "/profile", "/people/", "author",
                                             "user=", "?u=", "/@", "userid", "profile"});
}

std::string_view time_attribute(dom::Node element, const Profile& languages) {
    constexpr std::array<std::string_view, 7> names = {"datetime",       "content",   "title",        "data-time",
                                                       "data-timestamp", "data-date", "data-datetime"};
    for (const std::string_view name : names) {
        const auto value = element.attribute(name);
        if (!value || value->size() < 8 || value->size() > longest_time || !has_digit(*value)) continue;
        const bool number = std::all_of(value->begin(), value->end(), is_digit);
        if (number && !name.starts_with("data-")) continue;
        if (read_time(*value, languages).at) return name;
    }
    return {};
}

}  // namespace rejoinder
