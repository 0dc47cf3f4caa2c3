#include "extract/page_kind.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/unicode.hpp"
#include "extract/guess/records.hpp"

namespace rejoinder {

namespace {

constexpr std::size_t short_page = 1500;   // characters, without links, of a page that is a form or a message
constexpr std::size_t empty_page = 300;    // characters of a page that shows nothing without its scripts
constexpr std::size_t article_text = 400;  // characters in paragraphs that make an article

/// The page's title and its first heading: one of them says what the page is.
std::vector<std::string> titles_of(const dom::Document& document, const Outline& outline) {
    std::vector<std::string> titles;
    dom::walk(
        document.root(),
        [&](dom::Node node) {
            if (node.is_element() && node.tag_name() == "title" && titles.empty())
                titles.push_back(one_line(dom::text_content(node)));
            return titles.empty() && node.known_tag() != dom::Tag::body;
        },
        [](dom::Node) {});
    for (const OutlineElement& element : outline.elements) {
        if (element.node.known_tag() != dom::Tag::h1 || element.characters == 0) continue;
        titles.push_back(text_of(element));
        break;
    }
    return titles;
}

bool any_matches(const std::vector<std::string>& titles, const Profile& languages,
                 std::vector<Pattern> PhraseBook::*patterns) {
    for (const auto& book : languages.phrases) {
        for (const Pattern& pattern : (*book).*patterns) {
            if (std::any_of(titles.begin(), titles.end(),
                            [&](const std::string& title) { return pattern.matches(title); }))
                return true;
        }
    }
    return false;
}

/// What each element shows itself, with what its children show inside its sentences.
std::vector<std::string> lines_of(const Outline& outline) {
    std::vector<std::string> lines;
    for (const OutlineElement& element : outline.elements) {
        if (element.own_characters > 0) lines.push_back(text_of(element));
    }
    return lines;
}

bool has_input(const dom::Document& document, std::string_view type, bool filled) {
    bool found = false;
    dom::walk(
        document.root(),
        [&](dom::Node node) {
            if (node.attribute("hidden") || node.attribute("style").value_or("").find("none") != std::string_view::npos)
                return false;  // a form that nobody sees
            if (node.is_element() && node.tag_name() == "input" && node.attribute("type").value_or("") == type)
                found = found || !filled || !node.attribute("value").value_or("").empty();
            return !found;
        },
        [](dom::Node) {});
    return found;
}

bool has_script(const dom::Document& document) {
    bool found = false;
    dom::walk(
        document.root(),
        [&](dom::Node node) {
            found = found || node.known_tag() == dom::Tag::script || node.attribute("as").value_or("") == "script";
            return !found;
        },
        [](dom::Node) {});
    return found;
}

/// Entries of a list of pages that the page's own schema.org markup names; breadcrumbs are no such list.
std::size_t listed_pages(const dom::Document& document) {
    std::size_t entries = 0;
    bool list = false;
    dom::walk(
        document.root(),
        [&](dom::Node node) {
            const std::string_view type = node.attribute("itemtype").value_or("");
            list = list || type.ends_with("/ItemList");
            entries += list && type.ends_with("/ListItem") ? 1 : 0;
            return !type.ends_with("/BreadcrumbList");
        },
        [](dom::Node) {});
    return entries;
}

std::size_t paragraph_text(const Outline& outline) {
    std::size_t characters = 0;
    for (const OutlineElement& element : outline.elements) {
        if (element.node.known_tag() == dom::Tag::p && !element.aside)
            characters += element.characters - element.linked;
    }
    return characters;
}

}  // namespace

std::string describe_page(const dom::Document& document, const Outline& outline, const Profile& languages) {
    if (outline.elements.empty()) return {};
    const std::string error = "is an error page: there is no thread to analyse; save the thread's page again.";
    const std::string login =
        "is a login page: there is no thread to analyse; save the thread's page while you are logged in.";
    const std::vector<std::string> titles = titles_of(document, outline);
    const std::size_t text = outline.elements.front().characters - outline.elements.front().linked;
    const bool short_text = text < short_page;
    if (short_text && any_matches(titles, languages, &PhraseBook::error_titles)) return error;
    if (any_matches(titles, languages, &PhraseBook::search_titles) || has_input(document, "search", true))
        return "is a search page: there is no thread to analyse; give the threads that it lists.";
    if (short_text && any_matches(titles, languages, &PhraseBook::login_titles)) return login;
    const std::vector<std::string> lines = short_text ? lines_of(outline) : std::vector<std::string>{};
    if (any_matches(lines, languages, &PhraseBook::login_texts)) return login;
    if (any_matches(lines, languages, &PhraseBook::error_texts)) return error;
    if (text < empty_page && has_script(document)) {
        return "holds next to no text, because its scripts would load the rest: there is no thread to analyse; save "
               "the "
               "page from a browser that has shown it.";
    }
    std::size_t links = listed_pages(document);
    if (links >= 3 || is_listing(outline, links)) {
        return fmt::format(
            "is a forum index or another list of pages ({} of them): there is no thread to analyse; give the threads "
            "that it lists.",
            links);
    }
    if (short_text && paragraph_text(outline) < article_text && has_input(document, "password", false)) return login;
    if (paragraph_text(outline) >= article_text)
        return "is an article without comments: there is no thread to analyse.";
    return {};
}

bool is_search_page(const dom::Document& document, const Outline& outline, const Profile& languages) {
    return any_matches(titles_of(document, outline), languages, &PhraseBook::search_titles) &&
           has_input(document, "search", true);
}

}  // namespace rejoinder
