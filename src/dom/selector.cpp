#include <lexbor/css/css.h>
#include <lexbor/html/html.h>
#include <lexbor/selectors/selectors.h>

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>

#include "dom/dom.hpp"
#include "dom/plain_selector.hpp"

namespace rejoinder::dom {

namespace {

std::string_view view(const lexbor_str_t& text) {
    return {reinterpret_cast<const char*>(text.data), text.length};
}

std::uint32_t hash_of(std::string_view text) {
    std::uint32_t hash = 2166136261U;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return hash ^ (hash >> 15);
}

/// The selectors that ask for a class, an attribute or a tag of some name: most elements ask in vain, and cheaply.
class NameIndex {
public:
    void add(std::string_view name, std::uint64_t bit) {
        auto at = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& e) { return e.name == name; });
        if (at == entries_.end()) at = entries_.insert(entries_.end(), Entry{std::string(name), 0});
        at->bits |= bit;
        buckets_[hash_of(name) % buckets_.size()] |= std::uint64_t{1} << (static_cast<std::size_t>(at - entries_.begin()) % 64);
        lengths_ |= std::uint64_t{1} << std::min<std::size_t>(name.size(), 63);
    }

    std::uint64_t find(std::string_view name) const {
        if ((lengths_ >> std::min<std::size_t>(name.size(), 63) & 1) == 0) return 0;
        if (buckets_[hash_of(name) % buckets_.size()] == 0) return 0;
        for (const Entry& entry : entries_) {
            if (entry.name == name) return entry.bits;
        }
        return 0;
    }

    bool empty() const { return entries_.empty(); }

private:
    struct Entry {
        std::string name;
        std::uint64_t bits;
    };
    std::vector<Entry> entries_;
    std::array<std::uint64_t, 256> buckets_{};
    std::uint64_t lengths_ = 0;
};

/// lexbor's matcher keeps state between calls, so each thread has its own.
lxb_selectors_t* thread_matcher() {
    struct Deleter {
        void operator()(lxb_selectors_t* matcher) const { lxb_selectors_destroy(matcher, true); }
    };
    thread_local std::unique_ptr<lxb_selectors_t, Deleter> matcher = [] {
        std::unique_ptr<lxb_selectors_t, Deleter> made(lxb_selectors_create());
        if (lxb_selectors_init(made.get()) == LXB_STATUS_OK) lxb_selectors_opt_set(made.get(), LXB_SELECTORS_OPT_MATCH_FIRST);
        return made;
    }();
    return matcher.get();
}

lxb_status_t note_match(lxb_dom_node_t* /*node*/, lxb_css_selector_specificity_t /*specificity*/, void* found) {
    *static_cast<bool*>(found) = true;
    return LXB_STATUS_STOP;
}

}  // namespace

struct SelectorSet::Compiled {
    struct One {
        std::string source;
        lxb_css_selector_list_t* list = nullptr;
        std::vector<PlainSelector> plain;   // its alternatives, if all of them are plain

        bool match(lxb_dom_node_t* node) const;
    };
    std::vector<One> all;
    NameIndex classes;
    std::array<std::uint64_t, LXB_TAG__LAST_ENTRY> tags{};
    NameIndex attributes;
    NameIndex ids;
    std::uint64_t anything = 0;    // selectors that have to be tried on every element
    std::uint64_t certain = 0;     // selectors that are one class: the index alone decides

    Compiled() = default;
    Compiled(const Compiled&) = delete;
    Compiled& operator=(const Compiled&) = delete;
    ~Compiled() {
        for (One& one : all) lxb_css_selector_list_destroy_memory(one.list);
    }

    void index(const lxb_css_selector_list_t* list, std::uint64_t bit);
};

namespace {

/// The simple selectors of the rightmost compound, which is the part that speaks of the element itself.
std::vector<const lxb_css_selector_t*> rightmost_compound(const lxb_css_selector_list_t* list) {
    std::vector<const lxb_css_selector_t*> compound;
    for (const lxb_css_selector_t* at = list->last; at != nullptr; at = at->prev) {
        compound.push_back(at);
        if (at->combinator != LXB_CSS_SELECTOR_COMBINATOR_CLOSE) break;
    }
    return compound;
}

const lxb_css_selector_t* of_type(const std::vector<const lxb_css_selector_t*>& compound, lxb_css_selector_type_t type) {
    const auto at = std::find_if(compound.begin(), compound.end(), [&](auto* s) { return s->type == type; });
    return at == compound.end() ? nullptr : *at;
}

}  // namespace

void SelectorSet::Compiled::index(const lxb_css_selector_list_t* list, std::uint64_t bit) {
    const auto compound = rightmost_compound(list);
    if (const auto* s = of_type(compound, LXB_CSS_SELECTOR_TYPE_ID)) {
        ids.add(view(s->name), bit);
    } else if (const auto* c = of_type(compound, LXB_CSS_SELECTOR_TYPE_CLASS)) {
        classes.add(view(c->name), bit);
    } else if (const auto* a = of_type(compound, LXB_CSS_SELECTOR_TYPE_ATTRIBUTE)) {
        attributes.add(view(a->name), bit);
    } else if (const auto* t = of_type(compound, LXB_CSS_SELECTOR_TYPE_ELEMENT)) {
        const lxb_tag_id_t tag = lxb_tag_id_by_name_noi(nullptr, t->name.data, t->name.length);
        (tag < tags.size() ? tags[tag] : anything) |= bit;
    } else {
        anything |= bit;
    }
    const bool single = list->first == list->last && list->first->type == LXB_CSS_SELECTOR_TYPE_CLASS;
    if (single && list->next == nullptr && list->prev == nullptr) certain |= bit;
}

bool SelectorSet::Compiled::One::match(lxb_dom_node_t* node) const {
    if (!plain.empty()) {
        return std::any_of(plain.begin(), plain.end(), [&](const PlainSelector& one) { return one.match(node); });
    }
    bool found = false;
    lxb_selectors_match_node(thread_matcher(), node, list, note_match, &found);
    return found;
}

SelectorSet::SelectorSet() : compiled_(std::make_shared<Compiled>()) {}

std::size_t SelectorSet::size() const { return compiled_->all.size(); }

const std::string& SelectorSet::source(std::size_t bit) const { return compiled_->all[bit].source; }

tl::expected<int, std::string> SelectorSet::add(std::string_view selector) {
    auto& all = compiled_->all;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].source == selector) return static_cast<int>(i);
    }
    if (all.size() == capacity) return tl::unexpected(fmt::format("more than {} selectors in one profile", capacity));

    struct Deleter {
        void operator()(lxb_css_parser_t* parser) const { lxb_css_parser_destroy(parser, true); }
    };
    const std::unique_ptr<lxb_css_parser_t, Deleter> parser(lxb_css_parser_create());
    if (lxb_css_parser_init(parser.get(), nullptr) != LXB_STATUS_OK) return tl::unexpected(std::string("there is not enough memory"));
    lxb_css_selector_list_t* list = lxb_css_selectors_parse(
        parser.get(), reinterpret_cast<const lxb_char_t*>(selector.data()), selector.size());
    if (list == nullptr || parser->status != LXB_STATUS_OK) {
        return tl::unexpected(fmt::format("\"{}\" is not a CSS selector", selector));
    }
    const std::uint64_t bit = std::uint64_t{1} << all.size();
    for (const lxb_css_selector_list_t* one = list; one != nullptr; one = one->next) compiled_->index(one, bit);
    std::vector<PlainSelector> alternatives;
    for (const lxb_css_selector_list_t* one = list; one != nullptr; one = one->next) {
        auto plain = PlainSelector::compile(one);
        if (!plain) {
            alternatives.clear();
            break;
        }
        alternatives.push_back(std::move(*plain));
    }
    all.push_back({std::string(selector), list, std::move(alternatives)});
    return static_cast<int>(all.size()) - 1;
}

std::uint64_t SelectorSet::match(Node node, std::uint64_t asked) const {
    if (!node.is_element()) return 0;
    lxb_dom_element_t* element = lxb_dom_interface_element(static_cast<lxb_dom_node_t*>(node.node_));
    const Compiled& set = *compiled_;
    const lxb_tag_id_t tag = element->node.local_name;
    std::uint64_t candidates = set.anything | (tag < set.tags.size() ? set.tags[tag] : 0);
    for (lxb_dom_attr_t* attribute = element->first_attr; attribute != nullptr; attribute = attribute->next) {
        std::size_t length = 0;
        if (attribute->node.local_name == LXB_DOM_ATTR_CLASS) {
            const lxb_char_t* value = lxb_dom_attr_value(attribute, &length);
            const std::string_view names(reinterpret_cast<const char*>(value), value == nullptr ? 0 : length);
            for (std::size_t at = 0; at < names.size();) {
                std::size_t end = at;
                while (end < names.size() && static_cast<unsigned char>(names[end]) > ' ') ++end;
                if (end > at) candidates |= set.classes.find(names.substr(at, end - at));
                at = end + 1;
            }
        }
        if (attribute->node.local_name == LXB_DOM_ATTR_ID && !set.ids.empty()) {
            const lxb_char_t* value = lxb_dom_attr_value(attribute, &length);
            candidates |= set.ids.find({reinterpret_cast<const char*>(value), value == nullptr ? 0 : length});
        }
        if (!set.attributes.empty()) {
            const lxb_char_t* name = lxb_dom_attr_local_name(attribute, &length);
            candidates |= set.attributes.find({reinterpret_cast<const char*>(name), length});
        }
    }
    candidates &= asked;
    std::uint64_t matched = candidates & set.certain;
    for (std::uint64_t rest = candidates & ~set.certain; rest != 0; rest &= rest - 1) {
        const int bit = __builtin_ctzll(rest);
        if (set.all[static_cast<std::size_t>(bit)].match(lxb_dom_interface_node(element))) matched |= std::uint64_t{1} << bit;
    }
    return matched;
}

}  // namespace rejoinder::dom
