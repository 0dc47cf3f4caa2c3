#include "source/size_words.hpp"

#include <fmt/format.h>
#include <array>
#include <string_view>

namespace rejoinder {

std::string size_words(std::uintmax_t bytes) {
    if (bytes < 1024) return fmt::format("{} byte{}", bytes, bytes == 1 ? "" : "s");
    std::uintmax_t unit = 1024;
    std::size_t name = 0;
    constexpr std::array<std::string_view, 4> names{"KB", "MB", "GB", "TB"};
    while (bytes >= unit * 1024 && name + 1 < names.size()) {
        unit *= 1024;
        ++name;
    }
    const std::uintmax_t tenths = (bytes / unit) * 10 + (bytes % unit * 10 + unit - 1) / unit;
    if (tenths % 10 == 0) return fmt::format("{} {}", tenths / 10, names[name]);
    return fmt::format("{}.{} {}", tenths / 10, tenths % 10, names[name]);
}

}  // namespace rejoinder
