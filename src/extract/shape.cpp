#include "extract/shape.hpp"

#include <optional>

namespace rejoinder {

namespace {

/// The alternative text of an emoji or smiley; pictures say nothing.
std::string_view emoji_of(dom::Node image) {
    const auto alt = image.attribute("alt");
    if (!alt) return {};
    if (image.attribute("data-emoticon")) return *alt;
    const std::string_view classes = image.attribute("class").value_or("");
    const bool emoji = classes.find("emoji") != std::string_view::npos ||
                       classes.find("smil") != std::string_view::npos ||
                       classes.find("emoticon") != std::string_view::npos;
    return emoji ? *alt : std::string_view();
}

}  // namespace

Shape shape_of(dom::Node element) {
    switch (element.known_tag()) {
        case dom::Tag::p:
        case dom::Tag::ul:
        case dom::Tag::ol:
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
        case dom::Tag::li:
            return Shape::item;
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
            text.add(" ");
            break;
        case Shape::paragraph:
        case Shape::preformatted:
            text.break_line(2);
            break;
        case Shape::item:
            text.break_line(1);
            text.add("• ");
            break;
        case Shape::image:
            if (const std::string_view emoji = emoji_of(element); !emoji.empty()) text.add(emoji);
            break;
        case Shape::inside:
        case Shape::hidden:
            break;
    }
}

void leave_shape(Shape shape, BlockText& text) {
    if (shape == Shape::line || shape == Shape::item) text.break_line(1);
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
            enter_shape(shape, node, text);
            return shape != Shape::hidden;
        },
        [&](dom::Node element) { leave_shape(shape_of(element), text); });
    return text.take();
}

}  // namespace rejoinder
