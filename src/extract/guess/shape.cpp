#include "extract/guess/shape.hpp"

#include <charconv>
#include <optional>

namespace rejoinder {

namespace {

constexpr int max_start = 1'000'000'000;  // so that counting on cannot overflow

bool speaks_of_emoji(std::string_view words) {
    for (const std::string_view word : {"emoji", "smil", "Smil", "emoticon"}) {
        if (words.find(word) != std::string_view::npos) return true;
    }
    return false;
}

/// The alternative text of an emoji or smiley, told by its class or its address; pictures say nothing.
std::string_view emoji_of(dom::Node image) {
    const auto alt = image.attribute("alt");
    if (!alt || alt->empty()) return {};
    const bool emoji = image.attribute("data-emoticon") || speaks_of_emoji(image.attribute("class").value_or("")) ||
                       speaks_of_emoji(image.attribute("src").value_or(""));
    return emoji ? *alt : std::string_view();
}

/// The first number of a numbered list.
int start_of(dom::Node list) {
    const std::string_view digits = list.attribute("start").value_or("");
    int start = 1;
    std::from_chars(digits.data(), digits.data() + digits.size(), start);
    return start >= -max_start && start <= max_start ? start : 1;
}

}  // namespace

Shape shape_of(dom::Node element) {
    switch (element.known_tag()) {
        case dom::Tag::p:
        case dom::Tag::dl:
        case dom::Tag::hr:
        case dom::Tag::h1:
        case dom::Tag::h2:
        case dom::Tag::h3:
        case dom::Tag::h4:
        case dom::Tag::h5:
        case dom::Tag::h6:
        case dom::Tag::table:
        case dom::Tag::blockquote:
            return Shape::paragraph;
        case dom::Tag::div:
        case dom::Tag::tr:
        case dom::Tag::dt:
        case dom::Tag::dd:
        case dom::Tag::nav:
        case dom::Tag::main:
        case dom::Tag::body:
        case dom::Tag::form:
        case dom::Tag::aside:
        case dom::Tag::header:
        case dom::Tag::footer:
        case dom::Tag::figure:
        case dom::Tag::section:
        case dom::Tag::article:
        case dom::Tag::address:
        case dom::Tag::details:
        case dom::Tag::summary:
        case dom::Tag::fieldset:
        case dom::Tag::figcaption:
            return Shape::line;
        case dom::Tag::td:
        case dom::Tag::th:
            return Shape::cell;
        case dom::Tag::ul:
            return Shape::list;
        case dom::Tag::ol:
            return Shape::numbered_list;
        case dom::Tag::li:
            return Shape::item;
        case dom::Tag::a:
            return Shape::link;
        case dom::Tag::br:
            return Shape::line_break;
        case dom::Tag::pre:
            return Shape::preformatted;
        case dom::Tag::img:
            return Shape::image;
        case dom::Tag::svg:
        case dom::Tag::head:
        case dom::Tag::style:
        case dom::Tag::script:
        case dom::Tag::select:
        case dom::Tag::button:
        case dom::Tag::iframe:
        case dom::Tag::noscript:
        case dom::Tag::textarea:
        case dom::Tag::template_:
            return Shape::hidden;
        case dom::Tag::other:
            break;
    }
    return Shape::inside;
}

void enter_shape(Shape shape, dom::Node element, BlockText& text) {
    switch (shape) {
        case Shape::line:
            text.break_line(1);
            break;
        case Shape::line_break:
            text.end_line();
            break;
        case Shape::cell:
            text.begin_cell();
            break;
        case Shape::list:
            text.begin_list(std::nullopt);
            break;
        case Shape::numbered_list:
            text.begin_list(start_of(element));
            break;
        case Shape::paragraph:
        case Shape::preformatted:
            text.break_line(2);
            break;
        case Shape::item:
            text.begin_item();
            break;
        case Shape::image:
            if (const std::string_view emoji = emoji_of(element); !emoji.empty()) text.add(emoji);
            break;
        case Shape::inside:
        case Shape::link:
        case Shape::hidden:
            break;
    }
}

void leave_shape(Shape shape, BlockText& text) {
    if (shape == Shape::line) text.break_line(1);
    if (shape == Shape::item) text.end_item();
    if (shape == Shape::list || shape == Shape::numbered_list) text.end_list();
    if (shape == Shape::paragraph || shape == Shape::preformatted) text.break_line(2);
}

std::string shown_text(dom::Node root) {
    BlockText text;
    dom::walk(
        root,
        [&](dom::Node node) {
            if (node.is_text()) text.add(node.text());
            if (!node.is_element()) return false;
            const Shape shape = shape_of(node);
            if (node != root) enter_shape(shape, node, text);  // an item alone is no list
            return shape != Shape::hidden;
        },
        [&](dom::Node element) { leave_shape(shape_of(element), text); });
    return text.take();
}

}  // namespace rejoinder
