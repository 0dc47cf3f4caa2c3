// Compiled selectors. Only the files of dom/ include this header.
//
// A selector is a chain of compounds ("div.post > .body" has two). Plain compounds (tags, classes, ids, attribute
// tests) joined by " " and ">" are matched here, with a bit for each compound: an element fits one if it passes its
// tests and its ancestors fit the compound before it. Anything else (pseudo-classes, siblings) is left to lexbor,
// whole.
#pragma once

#include <lexbor/css/css.h>
#include <lexbor/html/html.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dom/selectors.hpp"

namespace rejoinder::dom {

/// One bit for each compound that others of a set stand below.
class CompoundBits {
public:
    static constexpr std::size_t capacity = 256;

    void set(std::size_t i) { words_[i / 64] |= std::uint64_t{1} << (i % 64); }
    bool test(std::size_t i) const { return (words_[i / 64] >> (i % 64) & 1) != 0; }
    CompoundBits& operator|=(const CompoundBits& other) {
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
        return *this;
    }

private:
    std::array<std::uint64_t, capacity / 64> words_{};
};

/// Numbers of compounds that ask for the same thing.
using Compounds = std::vector<std::uint16_t>;

/// One of: a tag, an id, a class, an attribute test.
struct SimpleTest {
    lxb_css_selector_type_t type = LXB_CSS_SELECTOR_TYPE_ANY;
    lxb_tag_id_t tag = LXB_TAG__UNDEF;
    lxb_dom_attr_id_t attribute = LXB_DOM_ATTR__UNDEF;   // lexbor's number of the attribute, if HTML knows it
    std::string name;                                    // of the class, the id or the attribute
    std::optional<lxb_css_selector_match_t> comparison;  // of an attribute's value; none: the attribute is there
    std::string value;
};

/// Nothing if only lexbor can do it.
std::optional<SimpleTest> simple_test(const lxb_css_selector_t& selector);

bool fits(const lxb_dom_element_t* element, const SimpleTest& test);

/// How many links the alternatives of a selector list need at most.
std::size_t links_of(const lxb_css_selector_list_t* list);

struct Compound {
    std::vector<SimpleTest> tests;                     // besides the one it is indexed by
    int before = -1;                                   // link of the compound that an ancestor must fit; -1: none
    bool child = false;                                // that ancestor must be the parent
    int selector = -1;                                 // bit of the selector that ends here; -1: it goes on
    int link = -1;                                     // its own number as such an ancestor; -1: it is none
    const lxb_css_selector_list_t* general = nullptr;  // left to lexbor
};

/// Compounds by the class, attribute or id that they ask for.
class NameIndex {
public:
    void add(std::string_view name, std::size_t compound);
    const Compounds* find(std::string_view name) const;  // nullptr: no compound asks for it
    bool empty() const { return entries_.empty(); }

private:
    struct Entry {
        std::string name;
        Compounds compounds;
    };
    static std::size_t bucket_of(std::string_view name);

    std::vector<Entry> entries_;
    std::array<bool, 1024> buckets_{};  // some name falls here: most names of a page are turned away by that
};

struct SelectorSet::Program {
    std::vector<std::string> sources;
    std::vector<lxb_css_selector_list_t*> lists;
    std::vector<Compound> compounds;
    NameIndex classes, attributes, ids;
    std::array<Compounds, LXB_TAG__LAST_ENTRY> tags;
    Compounds anything;  // that no index holds
    std::size_t links = 0;

    Program() = default;
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;
    ~Program();

    /// Compiles one alternative of a selector list; there must be room for its links.
    void add_alternative(const lxb_css_selector_list_t* list, int bit);

private:
    void add_compound(std::vector<SimpleTest> tests, Compound compound);
};

}  // namespace rejoinder::dom
