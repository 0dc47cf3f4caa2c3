// An HTML page as a tree, and CSS selectors over it. Wraps lexbor; nothing else names it.
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

/// A node of a Document, or none. Valid as long as the Document lives.
class Node {
public:
    Node() = default;
    explicit operator bool() const { return node_ != nullptr; }
    bool operator==(const Node&) const = default;

    Node parent() const;
    Node first_child() const;
    Node next() const;                 // next sibling

    bool is_element() const;
    bool is_text() const;

    /// Lower-case tag name of an element ("blockquote"); empty for other nodes.
    std::string_view tag() const;

    /// Characters of a text node; empty for other nodes.
    std::string_view text() const;

    /// Value of an attribute of an element: empty if it has no value, nothing if it has no such attribute.
    std::optional<std::string_view> attribute(std::string_view name) const;

private:
    friend class Document;
    friend class SelectorSet;
    explicit Node(void* node) : node_(node) {}
    void* node_ = nullptr;
};

/// All characters below a node, as they stand.
std::string text_content(Node node);

class Document {
public:
    /// Parses HTML as browsers do. `html` must be UTF-8. Errors: too_large if more than `nesting` elements are open at once.
    static Result<Document> parse(std::string_view html, std::size_t nesting);

    Node root() const;     // the <html> element

private:
    struct Tree;
    std::shared_ptr<Tree> tree_;
};

/// Several CSS selectors (at most 64) that are matched together: one look at an element tells which of them it fits.
/// Immutable once filled; safe to share between threads.
class SelectorSet {
public:
    static constexpr std::size_t capacity = 64;

    SelectorSet();

    /// Adds a selector list ("article.post, li.comment") and returns its bit, 0 to 63. The error is one clause: what is
    /// wrong with the selector. Equal sources share a bit.
    tl::expected<int, std::string> add(std::string_view selector);

    /// Bit i is set if `element` fits the selector that add() gave i for. Only the selectors of `asked` are tried.
    std::uint64_t match(Node element, std::uint64_t asked = ~std::uint64_t{0}) const;

    std::size_t size() const;

    /// The selector of a bit, as it was given.
    const std::string& source(std::size_t bit) const;

private:
    struct Compiled;
    std::shared_ptr<Compiled> compiled_;
};

/// The encoding that a page names for itself in its first 1024 bytes (BOM or <meta charset>), in WHATWG's name
/// ("windows-874"); empty if it names none or one that is unknown.
std::string declared_encoding(std::string_view bytes);

/// Bytes in a WHATWG encoding as UTF-8; `replaced` counts the sequences that had no meaning and became U+FFFD. Nothing if
/// the encoding is unknown.
std::optional<std::string> decode(std::string_view bytes, std::string_view encoding, std::size_t& replaced);

}  // namespace rejoinder::dom
