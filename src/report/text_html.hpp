// Text of a page inside HTML. Nothing that a page prints can end an element or an attribute, and nothing of it is
// hidden: controls and direction overrides, which could show a text in another order than it has, are shown by their
// number.
#pragma once

#include <string>
#include <string_view>

namespace rejoinder::report {

/// Appends text as it is, with its lines, escaped for text and for attributes in double quotes.
void append_html(std::string& out, std::string_view text);

/// The same as one line: each run of white space becomes one space, none at either end.
void append_html_line(std::string& out, std::string_view text);

}  // namespace rejoinder::report
