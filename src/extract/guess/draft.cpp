#include "extract/guess/draft.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <vector>

#include "extract/guess/roles.hpp"

namespace rejoinder {

namespace {

/// A TOML string. Selectors and attribute names hold no control characters.
std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + '"';
}

std::string toml_list(const std::vector<std::string>& selectors) {
    std::vector<std::string> strings;
    for (const std::string& selector : selectors) {
        std::string string = quoted(selector);
        if (std::find(strings.begin(), strings.end(), string) == strings.end()) strings.push_back(std::move(string));
    }
    return fmt::format("[{}]", fmt::join(strings, ", "));
}

std::string toml_rule(const Place& place) {
    if (place.attribute.empty()) return quoted(place.selector);
    std::vector<std::string> parts;
    if (!place.selector.empty()) parts.push_back("select = " + quoted(place.selector));
    parts.push_back("attribute = " + quoted(place.attribute));
    if (!place.match.empty()) parts.push_back("match = '" + place.match + "'");
    return fmt::format("{{{}}}", fmt::join(parts, ", "));
}

void append_rules(std::string& out, std::string_view key, const std::vector<Roles>& kinds,
                  std::vector<Place> Roles::*places) {
    std::vector<std::string> rules;
    for (const Roles& kind : kinds) {
        for (const Place& place : kind.*places) {
            std::string rule = toml_rule(place);
            if (std::find(rules.begin(), rules.end(), rule) == rules.end()) rules.push_back(std::move(rule));
        }
    }
    if (!rules.empty()) out += fmt::format("{} = [{}]\n", key, fmt::join(rules, ", "));
}

void append_selectors(std::string& out, std::string_view key, const std::vector<Roles>& kinds,
                      std::vector<std::string> Roles::*selectors) {
    std::vector<std::string> all;
    for (const Roles& kind : kinds) all.insert(all.end(), (kind.*selectors).begin(), (kind.*selectors).end());
    if (!all.empty()) out += fmt::format("{} = {}\n", key, toml_list(all));
}

/// A lone heading is the thread's title; of several, one may be the forum's.
bool has_one_heading(const Outline& outline) {
    return std::count_if(outline.elements.begin(), outline.elements.end(), [](const OutlineElement& element) {
               return element.node.known_tag() == dom::Tag::h1 && element.characters > 0;
           }) == 1;
}

}  // namespace

std::string draft_profile(const Outline& outline, const RecordSet& set, const Profile& languages,
                          std::string_view name) {
    std::vector<Roles> kinds;
    for (const std::uint32_t mark : set.marks) kinds.push_back(find_roles(outline, set, mark, languages, kinds));
    std::vector<std::string> each, books;
    for (const Roles& kind : kinds) each.push_back(kind.each);
    for (const auto& book : languages.phrases) books.push_back(book->language);
    std::string out = fmt::format("name = {}\nlanguages = {}\n\n", quoted(name), toml_list(books));
    out += "# What only the pages of this forum print, so that it is found without --forum.\n[detect]\n";
    out += fmt::format("html = {}\n\n[html]\n", toml_list({each.front()}));
    const std::string og_title = "{select = \"meta[property='og:title']\", attribute = \"content\"}";
    out += has_one_heading(outline) ? fmt::format("title = [\"h1\", {}, \"head title\"]\n", og_title)
                                    : fmt::format("title = [{}, \"h1\", \"head title\"]\n", og_title);
    out += "forum = {select = \"meta[property='og:site_name']\", attribute = \"content\"}\n";
    out += "url = {select = \"link[rel='canonical']\", attribute = \"href\"}\n\n[html.post]\n";
    out += fmt::format("each = {}\n", toml_list(each));
    append_selectors(out, "body", kinds, &Roles::body);
    append_rules(out, "author", kinds, &Roles::author);
    append_rules(out, "time", kinds, &Roles::time);
    append_rules(out, "key", kinds, &Roles::key);
    append_rules(out, "permalink", kinds, &Roles::permalink);
    append_selectors(out, "signature", kinds, &Roles::signature);
    append_selectors(out, "exclude", kinds, &Roles::exclude);
    out += "\n[html.quote]\neach = \"blockquote\"\nheader = [\"blockquote > cite\", \"blockquote > header\"]\n";
    return out;
}

}  // namespace rejoinder
