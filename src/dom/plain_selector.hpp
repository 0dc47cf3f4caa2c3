// CSS selectors of the plain kind, matched without lexbor's general machine, which costs more than all else of a walk.
// Only the files of dom/ include this header.
#pragma once

#include <lexbor/css/css.h>
#include <lexbor/html/html.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rejoinder::dom {

/// One of: a tag, an id, a class, an attribute test.
struct SimpleTest {
    lxb_css_selector_type_t type = LXB_CSS_SELECTOR_TYPE_ANY;
    lxb_tag_id_t tag = LXB_TAG__UNDEF;
    std::string name;                                    // of the class, the id or the attribute
    std::optional<lxb_css_selector_match_t> comparison;  // of an attribute's value; none: the attribute is there
    std::string value;
};

struct Compound {
    std::vector<SimpleTest> tests;
    bool child = false;   // the compound before it must be the parent; else any ancestor
};

/// Compounds of tags, ids, classes and attribute tests, joined by " " and ">"; the rightmost first. Names and values are compared
/// to the letter, as standards mode does.
class PlainSelector {
public:
    /// Nothing if the selector uses anything else (pseudo-classes, siblings, case-insensitive values, unknown tags).
    static std::optional<PlainSelector> compile(const lxb_css_selector_list_t* list);

    bool match(const lxb_dom_node_t* element) const { return match_from(0, element); }

private:
    bool match_from(std::size_t compound, const lxb_dom_node_t* element) const;

    std::vector<Compound> compounds_;
};

/// True if a space-separated list of names holds `name`.
bool holds_name(std::string_view names, std::string_view name);

}  // namespace rejoinder::dom
