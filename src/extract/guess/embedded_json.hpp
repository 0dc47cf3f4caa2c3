// The JSON that a page's scripts hold for the application which shows it: "__NEXT_DATA__", "window.__STATE__ = {…}".
#pragma once

#include <map>
#include <string>
#include <vector>

#include "dom/dom.hpp"

namespace rejoinder {

struct EmbeddedJson {
    std::vector<std::string> values;           // texts of JSON values, in page order; some may be no JSON after all
    std::map<std::string, std::string> texts;  // long strings that stand apart in React's stream, by their reference
                                               // ("$1f"), which stands in the values instead
};

/// What the scripts of a page hold: elements of the type application/json, objects and arrays that are assigned,
/// strings that JSON.parse() gets, and the rows of React's stream (`__next_f`). Schema.org's JSON-LD is left out: see
/// structured_data.hpp. Values under 100 bytes are passed over.
EmbeddedJson read_embedded_json(const dom::Document& document);

}  // namespace rejoinder
