#include "dom/selector_program.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace rejoinder::dom {

namespace {

std::string_view view(const lexbor_str_t& text) {
    return {reinterpret_cast<const char*>(text.data), text.length};
}

std::string_view value_of(lxb_dom_attr_t* attribute) {
    std::size_t length = 0;
    const lxb_char_t* value = lxb_dom_attr_value(attribute, &length);
    return value == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(value), length);
}

lxb_dom_attr_t* find_attribute(const lxb_dom_element_t* element, const SimpleTest& test) {
    lxb_dom_attr_t* attribute = element->first_attr;
    if (test.attribute != LXB_DOM_ATTR__UNDEF) {
        while (attribute != nullptr && attribute->node.local_name != test.attribute) attribute = attribute->next;
        return attribute;
    }
    for (; attribute != nullptr; attribute = attribute->next) {
        std::size_t length = 0;
        const lxb_char_t* local = lxb_dom_attr_local_name(attribute, &length);
        if (test.name == std::string_view(reinterpret_cast<const char*>(local), length)) break;
    }
    return attribute;
}

/// True if a space-separated list of names holds `name`.
bool holds_name(std::string_view names, std::string_view name) {
    if (name.empty()) return false;
    for (std::size_t at = names.find(name); at != std::string_view::npos; at = names.find(name, at + 1)) {
        const std::size_t end = at + name.size();
        const bool begins = at == 0 || static_cast<unsigned char>(names[at - 1]) <= ' ';
        if (begins && (end == names.size() || static_cast<unsigned char>(names[end]) <= ' ')) return true;
    }
    return false;
}

bool compare(std::string_view value, const SimpleTest& test) {
    const std::string_view wanted = test.value;
    switch (*test.comparison) {
        case LXB_CSS_SELECTOR_MATCH_EQUAL:
            return value == wanted;
        case LXB_CSS_SELECTOR_MATCH_INCLUDE:
            return holds_name(value, wanted);
        case LXB_CSS_SELECTOR_MATCH_DASH:
            return value.starts_with(wanted) && (value.size() == wanted.size() || value[wanted.size()] == '-');
        case LXB_CSS_SELECTOR_MATCH_PREFIX:
            return !wanted.empty() && value.starts_with(wanted);
        case LXB_CSS_SELECTOR_MATCH_SUFFIX:
            return !wanted.empty() && value.ends_with(wanted);
        case LXB_CSS_SELECTOR_MATCH_SUBSTRING:
            return !wanted.empty() && value.find(wanted) != std::string_view::npos;
        default:
            return false;
    }
}

/// lexbor's number of a tag that HTML knows, else LXB_TAG__UNDEF: other names get a number of their own in each
/// document.
lxb_tag_id_t known_tag(std::string_view name) {
    static const std::map<std::string, lxb_tag_id_t, std::less<>> tags = [] {
        std::map<std::string, lxb_tag_id_t, std::less<>> all;
        for (lxb_tag_id_t id = LXB_TAG_A; id < LXB_TAG__LAST_ENTRY; ++id) {
            std::size_t length = 0;
            const lxb_char_t* known = lxb_tag_name_by_id(id, &length);
            if (known != nullptr) all.emplace(std::string(reinterpret_cast<const char*>(known), length), id);
        }
        return all;
    }();
    std::string lower(name);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    const auto at = tags.find(lower);
    return at == tags.end() ? static_cast<lxb_tag_id_t>(LXB_TAG__UNDEF) : at->second;
}

/// Tags of which pages are made.
bool is_everywhere(lxb_tag_id_t tag) {
    constexpr std::array<lxb_tag_id_t, 9> tags{LXB_TAG_A,  LXB_TAG_DIV, LXB_TAG_SPAN, LXB_TAG_P,  LXB_TAG_LI,
                                               LXB_TAG_UL, LXB_TAG_TD,  LXB_TAG_TR,   LXB_TAG_IMG};
    return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

/// lexbor's number of an attribute that HTML knows, else LXB_DOM_ATTR__UNDEF.
lxb_dom_attr_id_t known_attribute(std::string_view name) {
    for (lxb_dom_attr_id_t id = LXB_DOM_ATTR__UNDEF + 1; id < LXB_DOM_ATTR__LAST_ENTRY; ++id) {
        const lxb_dom_attr_data_t* data = lxb_dom_attr_data_by_id(nullptr, id);
        if (data == nullptr) continue;
        const lxb_char_t* known = lexbor_hash_entry_str(&data->entry);
        if (name == std::string_view(reinterpret_cast<const char*>(known), data->entry.length)) return id;
    }
    return LXB_DOM_ATTR__UNDEF;
}

/// The plain tests of a selector's last compound: what an element must pass before lexbor is asked.
std::vector<SimpleTest> last_tests(const lxb_css_selector_list_t* list) {
    std::vector<SimpleTest> tests;
    for (const lxb_css_selector_t* at = list->last; at != nullptr; at = at->prev) {
        if (auto test = simple_test(*at)) tests.push_back(std::move(*test));
        if (at->combinator != LXB_CSS_SELECTOR_COMBINATOR_CLOSE) break;
    }
    return tests;
}

}  // namespace

std::optional<SimpleTest> simple_test(const lxb_css_selector_t& selector) {
    SimpleTest test;
    test.type = selector.type;
    test.name = view(selector.name);
    switch (selector.type) {
        case LXB_CSS_SELECTOR_TYPE_ELEMENT:
            test.tag = known_tag(view(selector.name));
            if (test.tag == LXB_TAG__UNDEF) return std::nullopt;
            return test;
        case LXB_CSS_SELECTOR_TYPE_ID:
        case LXB_CSS_SELECTOR_TYPE_CLASS:
            return test;
        case LXB_CSS_SELECTOR_TYPE_ATTRIBUTE: {
            test.attribute = known_attribute(test.name);
            const lxb_css_selector_attribute_t& attribute = selector.u.attribute;
            if (attribute.modifier == LXB_CSS_SELECTOR_MODIFIER_I) return std::nullopt;
            if (attribute.value.data == nullptr) return test;
            test.comparison = attribute.match;
            test.value = view(attribute.value);
            return test;
        }
        default:
            return std::nullopt;
    }
}

bool fits(const lxb_dom_element_t* element, const SimpleTest& test) {
    switch (test.type) {
        case LXB_CSS_SELECTOR_TYPE_ELEMENT:
            return element->node.local_name == test.tag;
        case LXB_CSS_SELECTOR_TYPE_CLASS:
            return element->attr_class != nullptr && holds_name(value_of(element->attr_class), test.name);
        case LXB_CSS_SELECTOR_TYPE_ID:
            return element->attr_id != nullptr && value_of(element->attr_id) == test.name;
        default: {
            lxb_dom_attr_t* attribute = find_attribute(element, test);
            return attribute != nullptr && (!test.comparison || compare(value_of(attribute), test));
        }
    }
}

std::size_t links_of(const lxb_css_selector_list_t* list) {
    std::size_t links = 0;
    for (; list != nullptr; list = list->next) {
        for (const lxb_css_selector_t* at = list->first; at != nullptr; at = at->next) {
            if (at != list->first && at->combinator != LXB_CSS_SELECTOR_COMBINATOR_CLOSE) ++links;
        }
    }
    return links;
}

std::size_t NameIndex::bucket_of(std::string_view name) {
    const auto at = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(name[i])); };
    return (name.size() * 7 + at(0) * 31 + at(name.size() / 2) * 61 + at(name.size() - 1) * 131) % 1024;
}

void NameIndex::add(std::string_view name, std::size_t compound) {
    auto at = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) { return entry.name == name; });
    if (at == entries_.end()) at = entries_.insert(entries_.end(), Entry{std::string(name), {}});
    at->compounds.push_back(static_cast<std::uint16_t>(compound));
    buckets_[bucket_of(name)] = true;
}

const Compounds* NameIndex::find(std::string_view name) const {
    if (name.empty() || !buckets_[bucket_of(name)]) return nullptr;
    const auto at =
        std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) { return entry.name == name; });
    return at == entries_.end() ? nullptr : &at->compounds;
}

SelectorSet::Program::~Program() {
    for (lxb_css_selector_list_t* list : lists) lxb_css_selector_list_destroy_memory(list);
}

/// Files a compound under the rarest thing that it asks for: its id, a class, an attribute of the forum's own making, a
/// tag that is not everywhere, any attribute, any tag.
void SelectorSet::Program::add_compound(std::vector<SimpleTest> tests, Compound compound) {
    const std::size_t number = compounds.size();
    const auto key = [&](lxb_css_selector_type_t type) {
        return std::find_if(tests.begin(), tests.end(), [&](const SimpleTest& test) { return test.type == type; });
    };
    const auto own_attribute = std::find_if(tests.begin(), tests.end(), [](const SimpleTest& test) {
        return test.type == LXB_CSS_SELECTOR_TYPE_ATTRIBUTE && test.attribute == LXB_DOM_ATTR__UNDEF;
    });
    const auto tag = key(LXB_CSS_SELECTOR_TYPE_ELEMENT);
    const bool rare_tag = tag != tests.end() && !is_everywhere(tag->tag);
    const auto attribute =
        own_attribute != tests.end() || rare_tag ? own_attribute : key(LXB_CSS_SELECTOR_TYPE_ATTRIBUTE);
    auto indexed = tests.end();
    if (const auto id = key(LXB_CSS_SELECTOR_TYPE_ID); id != tests.end()) {
        ids.add(id->name, number);
        indexed = id;
    } else if (const auto name = key(LXB_CSS_SELECTOR_TYPE_CLASS); name != tests.end()) {
        classes.add(name->name, number);
        indexed = name;
    } else if (attribute != tests.end()) {
        attributes.add(attribute->name, number);
        if (!attribute->comparison) indexed = attribute;
    } else if (tag != tests.end()) {
        tags[tag->tag].push_back(static_cast<std::uint16_t>(number));
        indexed = tag;
    } else {
        anything.push_back(static_cast<std::uint16_t>(number));
    }
    if (indexed != tests.end()) tests.erase(indexed);
    compound.tests = std::move(tests);
    compounds.push_back(std::move(compound));
}

void SelectorSet::Program::add_alternative(const lxb_css_selector_list_t* list, int bit) {
    struct Link {
        std::vector<SimpleTest> tests;
        bool child = false;  // of the link before it
    };
    std::vector<Link> chain(1);
    for (const lxb_css_selector_t* at = list->first; at != nullptr; at = at->next) {
        if (at != list->first && at->combinator != LXB_CSS_SELECTOR_COMBINATOR_CLOSE) {
            chain.push_back({{}, at->combinator == LXB_CSS_SELECTOR_COMBINATOR_CHILD});
        }
        const bool plain_join = at == list->first || at->combinator == LXB_CSS_SELECTOR_COMBINATOR_CLOSE ||
                                at->combinator == LXB_CSS_SELECTOR_COMBINATOR_CHILD ||
                                at->combinator == LXB_CSS_SELECTOR_COMBINATOR_DESCENDANT;
        auto test = simple_test(*at);
        if (!test || !plain_join) {
            add_compound(last_tests(list), {{}, -1, false, bit, -1, list});
            return;
        }
        chain.back().tests.push_back(std::move(*test));
    }
    int before = -1;
    for (std::size_t i = 0; i < chain.size(); ++i) {
        const bool last = i + 1 == chain.size();
        const int link = last ? -1 : static_cast<int>(links++);
        add_compound(std::move(chain[i].tests), {{}, before, chain[i].child, last ? bit : -1, link, nullptr});
        before = link;
    }
}

}  // namespace rejoinder::dom
