// Who answers whom on pages that print posts in a row and show how deep each stands: by a level, or by an indent.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace rejoinder {

/// The posts above the next one.
class Ancestors {
public:
    /// Takes the next post of the page: its depth, in any unit, and its place among the posts. Returns the place of the
    /// post that it answers, the nearest earlier one that is less deep; nothing if there is none. A post without a
    /// depth opens the thread: it answers nobody, and stands above every depth.
    std::optional<std::size_t> enter(std::optional<std::int64_t> depth, std::size_t place);

private:
    struct Ancestor {
        std::optional<std::int64_t> depth;
        std::size_t place;
    };
    std::vector<Ancestor> open_;  // ever deeper
};

}  // namespace rejoinder
