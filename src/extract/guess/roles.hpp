// Where in the records of one kind the name, the time and the text stand.
#pragma once

#include <string>
#include <vector>

#include "extract/guess/records.hpp"

namespace rejoinder {

/// A place of a value: a selector and, if the value is an attribute, its name. An empty selector is the record itself.
struct Place {
    std::string selector;
    std::string attribute;
    std::string match;  // a pattern with a group `value`; empty: all of it
};

/// How the records that one mark finds are built.
struct Roles {
    std::string each;
    std::vector<Place> author;  // the best first
    std::vector<Place> time;
    std::vector<Place> key;
    std::vector<Place> permalink;
    std::vector<std::string> body;     // holds `each` if no element has the text to itself
    std::vector<std::string> exclude;  // elements with the same words in most records: buttons, labels
    std::vector<std::string> signature;
    std::vector<std::uint32_t> marks;  // those of author, time and body
};

/// The roles in the records of `set` that the mark `mark` finds; there must be one. `found` are those of other marks.
Roles find_roles(const Outline& outline, const RecordSet& set, std::uint32_t mark, const Profile& languages,
                 const std::vector<Roles>& found);

}  // namespace rejoinder
