// CSS selectors over an HTML page, many at once: one walk over the page tells of every element which selectors it fits.
//
// Class names, ids and attribute values are compared to the letter, as browsers do in standards mode.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "dom/dom.hpp"

namespace rejoinder::dom {

/// At most 64 selectors. Immutable once filled; safe to share between threads.
class SelectorSet {
public:
    static constexpr std::size_t capacity = 64;

    SelectorSet();

    /// Adds a selector list ("article.post, li.comment") and returns its bit, 0 to 63. The error is one clause: what is
    /// wrong with the selector. Equal sources share a bit.
    tl::expected<int, std::string> add(std::string_view selector);

    std::size_t size() const;

    /// The selector of a bit, as it was given.
    const std::string& source(std::size_t bit) const;

private:
    friend class SelectorWalk;
    struct Program;
    std::shared_ptr<Program> program_;
};

/// What a walk over a page meets, in page order.
class Visitor {
public:
    virtual ~Visitor() = default;

    /// An element, before what is inside it. Bit i is set if it fits selector i of the set. False: its inside is left
    /// out.
    virtual bool enter(Node element, std::uint64_t bits) = 0;

    /// The characters of a text node.
    virtual void text(std::string_view characters) = 0;

    /// An element, after what is inside it.
    virtual void leave(Node element) = 0;
};

/// Walks over all elements and texts of the document. What an element's ancestors fit is remembered on the way, so
/// nothing is looked at twice.
void visit(const Document& document, const SelectorSet& set, Visitor& visitor);

/// Calls `found` for each element of the document that fits a selector of the set, in page order.
void each_match(const Document& document, const SelectorSet& set,
                const std::function<void(Node element, std::uint64_t bits)>& found);

}  // namespace rejoinder::dom
