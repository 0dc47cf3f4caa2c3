// An HTML page as a tree. Wraps lexbor; nothing outside dom/ names it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rejoinder/result.hpp"

namespace rejoinder::dom {

/// Tags that a reader of text has to know.
enum class Tag : std::uint8_t {
    other,
    a,
    address,
    article,
    aside,
    blockquote,
    body,
    br,
    button,
    dd,
    details,
    div,
    dl,
    dt,
    fieldset,
    figcaption,
    figure,
    footer,
    form,
    h1,
    h2,
    h3,
    h4,
    h5,
    h6,
    head,
    header,
    hr,
    iframe,
    img,
    li,
    main,
    nav,
    noscript,
    ol,
    p,
    pre,
    script,
    section,
    select,
    style,
    summary,
    svg,
    table,
    td,
    template_,
    textarea,
    th,
    tr,
    ul,
};

/// A node of a Document, or none. Valid as long as the Document lives.
class Node {
public:
    Node() = default;
    explicit operator bool() const { return node_ != nullptr; }
    bool operator==(const Node&) const = default;

    Node parent() const;
    Node first_child() const;
    Node next() const;  // next sibling

    bool is_element() const;
    bool is_text() const;

    Tag known_tag() const;

    /// Name of an element, in lower case for HTML's own: "div", "my-comment"; empty for other nodes.
    std::string_view tag_name() const;

    /// Characters of a text node; empty for other nodes.
    std::string_view text() const;

    /// Value of an attribute of an element: empty if it has no value, nothing if it has no such attribute.
    std::optional<std::string_view> attribute(std::string_view name) const;

private:
    friend class Document;
    friend class SelectorWalk;
    explicit Node(void* node) : node_(node) {}
    void* node_ = nullptr;
};

/// Visits `root` and all below it. `enter` is called for every node before those inside it and returns whether to visit
/// these; `leave` is called for every element after them, whether they were visited or not.
template <class Enter, class Leave>
void walk(Node root, Enter enter, Leave leave) {
    for (Node at = root; at;) {
        if (enter(at)) {
            if (const Node child = at.first_child()) {
                at = child;
                continue;
            }
        }
        if (at.is_element()) leave(at);
        while (at && (at == root || !at.next())) {
            at = at == root ? Node() : at.parent();
            if (at && at.is_element()) leave(at);
        }
        if (at) at = at.next();
    }
}

/// All characters below a node, as they stand, without those of scripts and styles.
std::string text_content(Node node);

class Document {
public:
    /// Parses HTML as browsers do. `html` must be UTF-8. Errors: too_large if more than `nesting` elements are open at
    /// once.
    static Result<Document> parse(std::string_view html, std::size_t nesting);

    Node root() const;  // the <html> element

private:
    struct Tree;
    std::shared_ptr<Tree> tree_;
};

/// The encoding that a page names for itself in its head (BOM or <meta charset>), in WHATWG's name
/// ("windows-874"); empty if it names none or one that is unknown.
std::string declared_encoding(std::string_view bytes);

/// WHATWG's name of a label ("tis-620" is "windows-874"); empty if there is no such encoding.
std::string encoding_named(std::string_view label);

/// Bytes in a WHATWG encoding as UTF-8; `replaced` counts the sequences that had no meaning and became U+FFFD. Nothing
/// if the encoding is unknown.
std::optional<std::string> decode(std::string_view bytes, std::string_view encoding, std::size_t& replaced);

}  // namespace rejoinder::dom
