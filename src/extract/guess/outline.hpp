// A page whose layout nobody described, as a flat list of its elements with what can be seen of each: how much text it
// shows, whether it is a time or a name, and by which selectors ("marks") it can be addressed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dom/dom.hpp"
#include "profile/profile.hpp"

namespace rejoinder {

struct OutlineElement {
    dom::Node node;
    std::uint32_t parent = 0;            // index; the root is its own parent
    std::uint32_t end = 0;               // one past the last element inside it
    std::uint32_t characters = 0;        // shown inside it, without white space
    std::uint32_t linked = 0;            // of these, inside links
    std::uint32_t own_characters = 0;    // of these, directly in it
    bool aside = false;                  // inside navigation, a sidebar, a header or a footer of the page
    bool is_time = false;                // it shows a time, or its attributes do
    bool is_name = false;                // its markup hints that it shows a person's name
    std::vector<std::uint32_t> marks{};  // indices into Outline::marks
};

/// A selector and the elements that it matches, in page order.
struct Mark {
    std::string selector;
    bool telling = true;  // false for a bare tag, which says what an element is only inside a record
    std::vector<std::uint32_t> elements;
};

struct Outline {
    std::vector<OutlineElement> elements;  // in page order, the root first; hidden ones are left out
    std::vector<Mark> marks;               // in order of their first element
    std::vector<std::uint32_t> times;      // elements with is_time
    std::vector<std::uint32_t> names;      // elements with is_name
    bool is_article = false;               // the page says so in its metadata
};

/// `languages` reads the times; its phrases are all that is used of it.
Outline outline_of(const dom::Document& document, const Profile& languages);

/// The text of an element as one line.
std::string text_of(const OutlineElement& element);

/// Whether a text may be somebody's name: a few words with a letter in them.
bool may_be_name(std::string_view text);

/// Whether the markup of an element (not its text) speaks of a person.
bool hints_at_person(dom::Node element);

/// The attribute that holds the moment of an element with is_time in a form that can be read; empty: its text does.
std::string_view time_attribute(dom::Node element, const Profile& languages);

}  // namespace rejoinder
