// The lines of a capture, one after another, in little memory.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

#include "rejoinder/capture.hpp"

namespace rejoinder {

/// Calls `use` with each line that is not blank, without its end, and its number from 1; it returns whether to go on. A
/// line of more than `limit` bytes is given as its first `limit` bytes. Reads `capture.bytes`, or the file if the lines
/// stand there. Errors: not_found, unreadable (the file).
Result<void> each_line(const Capture& capture, std::size_t limit,
                       const std::function<bool(std::string_view line, std::size_t number)>& use);

}  // namespace rejoinder
