#include "dom/plain_selector.hpp"

#include <algorithm>

namespace rejoinder::dom {

namespace {

std::string_view view(const lexbor_str_t& text) { return {reinterpret_cast<const char*>(text.data), text.length}; }

std::optional<SimpleTest> simple_test(const lxb_css_selector_t& selector) {
    SimpleTest test;
    test.type = selector.type;
    test.name = view(selector.name);
    switch (selector.type) {
        case LXB_CSS_SELECTOR_TYPE_ELEMENT:
            test.tag = lxb_tag_id_by_name_noi(nullptr, selector.name.data, selector.name.length);
            if (test.tag == LXB_TAG__UNDEF || test.tag >= LXB_TAG__LAST_ENTRY) return std::nullopt;
            return test;
        case LXB_CSS_SELECTOR_TYPE_ID:
        case LXB_CSS_SELECTOR_TYPE_CLASS: return test;
        case LXB_CSS_SELECTOR_TYPE_ATTRIBUTE: {
            const lxb_css_selector_attribute_t& attribute = selector.u.attribute;
            if (attribute.modifier == LXB_CSS_SELECTOR_MODIFIER_I) return std::nullopt;
            if (attribute.value.data == nullptr) return test;
            test.comparison = attribute.match;
            test.value = view(attribute.value);
            return test;
        }
        default: return std::nullopt;
    }
}

std::string_view attribute_value(lxb_dom_attr_t* attribute) {
    std::size_t length = 0;
    const lxb_char_t* value = lxb_dom_attr_value(attribute, &length);
    return value == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(value), length);
}

lxb_dom_attr_t* find_attribute(const lxb_dom_node_t* node, lxb_dom_attr_id_t id) {
    lxb_dom_attr_t* attribute = lxb_dom_interface_element(const_cast<lxb_dom_node_t*>(node))->first_attr;
    while (attribute != nullptr && attribute->node.local_name != id) attribute = attribute->next;
    return attribute;
}

lxb_dom_attr_t* find_attribute(const lxb_dom_node_t* node, const std::string& name) {
    lxb_dom_attr_t* attribute = lxb_dom_interface_element(const_cast<lxb_dom_node_t*>(node))->first_attr;
    for (; attribute != nullptr; attribute = attribute->next) {
        std::size_t length = 0;
        const lxb_char_t* local = lxb_dom_attr_local_name(attribute, &length);
        if (name == std::string_view(reinterpret_cast<const char*>(local), length)) return attribute;
    }
    return nullptr;
}

bool compare(std::string_view value, const SimpleTest& test) {
    const std::string_view wanted = test.value;
    switch (*test.comparison) {
        case LXB_CSS_SELECTOR_MATCH_EQUAL: return value == wanted;
        case LXB_CSS_SELECTOR_MATCH_INCLUDE: return holds_name(value, wanted);
        case LXB_CSS_SELECTOR_MATCH_DASH:
            return value.starts_with(wanted) && (value.size() == wanted.size() || value[wanted.size()] == '-');
        case LXB_CSS_SELECTOR_MATCH_PREFIX: return !wanted.empty() && value.starts_with(wanted);
        case LXB_CSS_SELECTOR_MATCH_SUFFIX: return !wanted.empty() && value.ends_with(wanted);
        case LXB_CSS_SELECTOR_MATCH_SUBSTRING: return !wanted.empty() && value.find(wanted) != std::string_view::npos;
        default: return false;
    }
}

bool fits(const lxb_dom_node_t* node, const SimpleTest& test) {
    switch (test.type) {
        case LXB_CSS_SELECTOR_TYPE_ELEMENT: return node->local_name == test.tag;
        case LXB_CSS_SELECTOR_TYPE_CLASS: {
            lxb_dom_attr_t* attribute = find_attribute(node, LXB_DOM_ATTR_CLASS);
            return attribute != nullptr && holds_name(attribute_value(attribute), test.name);
        }
        case LXB_CSS_SELECTOR_TYPE_ID: {
            lxb_dom_attr_t* attribute = find_attribute(node, LXB_DOM_ATTR_ID);
            return attribute != nullptr && attribute_value(attribute) == test.name;
        }
        default: {
            lxb_dom_attr_t* attribute = find_attribute(node, test.name);
            return attribute != nullptr && (!test.comparison || compare(attribute_value(attribute), test));
        }
    }
}

}  // namespace

bool holds_name(std::string_view names, std::string_view name) {
    if (name.empty()) return false;
    for (std::size_t at = names.find(name); at != std::string_view::npos; at = names.find(name, at + 1)) {
        const std::size_t end = at + name.size();
        const bool begins = at == 0 || static_cast<unsigned char>(names[at - 1]) <= ' ';
        if (begins && (end == names.size() || static_cast<unsigned char>(names[end]) <= ' ')) return true;
    }
    return false;
}

std::optional<PlainSelector> PlainSelector::compile(const lxb_css_selector_list_t* list) {
    PlainSelector plain;
    plain.compounds_.emplace_back();
    for (const lxb_css_selector_t* at = list->last; at != nullptr; at = at->prev) {
        auto test = simple_test(*at);
        if (!test) return std::nullopt;
        plain.compounds_.back().tests.push_back(std::move(*test));
        if (at->prev == nullptr || at->combinator == LXB_CSS_SELECTOR_COMBINATOR_CLOSE) continue;
        const bool child = at->combinator == LXB_CSS_SELECTOR_COMBINATOR_CHILD;
        if (!child && at->combinator != LXB_CSS_SELECTOR_COMBINATOR_DESCENDANT) return std::nullopt;
        plain.compounds_.back().child = child;
        plain.compounds_.emplace_back();
    }
    return plain;
}

bool PlainSelector::match_from(std::size_t compound, const lxb_dom_node_t* element) const {
    const Compound& here = compounds_[compound];
    for (const SimpleTest& test : here.tests) {
        if (!fits(element, test)) return false;
    }
    if (compound + 1 == compounds_.size()) return true;
    const lxb_dom_node_t* above = element->parent;
    for (; above != nullptr && above->type == LXB_DOM_NODE_TYPE_ELEMENT; above = above->parent) {
        if (match_from(compound + 1, above)) return true;
        if (here.child) return false;
    }
    return false;
}

}  // namespace rejoinder::dom
