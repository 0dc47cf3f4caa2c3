#include "extract/html/ancestors.hpp"

namespace rejoinder {

std::optional<std::size_t> Ancestors::enter(std::optional<std::int64_t> depth, std::size_t place) {
    // No depth compares as less than every depth.
    while (!open_.empty() && open_.back().depth >= depth) open_.pop_back();
    std::optional<std::size_t> above;
    if (!open_.empty()) above = open_.back().place;
    open_.push_back({depth, place});
    return above;
}

}  // namespace rejoinder
