// Sizes as people read them.
#pragma once

#include <cstdint>
#include <string>

namespace rejoinder {

/// "812 bytes", "1.5 MB". Rounded up, so that a size above a limit never looks equal to it.
std::string size_words(std::uintmax_t bytes);

}  // namespace rejoinder
