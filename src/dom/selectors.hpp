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

/// The state of one walk down and up a page. What an element's ancestors fit is remembered on the way, so nothing is
/// looked at twice.
class SelectorWalk {
public:
    explicit SelectorWalk(const SelectorSet& set);
    ~SelectorWalk();
    SelectorWalk(const SelectorWalk&) = delete;
    SelectorWalk& operator=(const SelectorWalk&) = delete;

    /// Steps down into an element, whose parent is the element entered last and not left. Bit i is set if it fits
    /// selector i.
    std::uint64_t enter(Node element);

    /// Steps up out of it.
    void leave();

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Calls `visit` for each element of the document that fits a selector of the set, in page order.
void each_match(const Document& document, const SelectorSet& set,
                const std::function<void(Node element, std::uint64_t bits)>& visit);

}  // namespace rejoinder::dom
