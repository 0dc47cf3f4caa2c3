// What an HTML element does to the flow of text around it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "dom/dom.hpp"
#include "extract/html/block_text.hpp"

namespace rejoinder {

enum class Shape : std::uint8_t {
    inside,
    line,
    paragraph,
    list,
    numbered_list,
    item,
    cell,
    line_break,
    preformatted,
    image,
    link,
    hidden
};

/// `hidden` is what no reader sees as words: scripts, buttons, drawings.
Shape shape_of(dom::Node element);

/// What the text gets where the element begins: a break, a number, or the emoji that an image stands for.
void enter_shape(Shape shape, dom::Node element, BlockText& text);

/// And where it ends.
void leave_shape(Shape shape, BlockText& text);

/// All text below a node as a reader sees it: paragraphs and lines apart, hidden elements left out.
std::string shown_text(dom::Node node);

}  // namespace rejoinder
