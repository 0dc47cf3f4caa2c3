#include "source/byte_stream.hpp"

#include <algorithm>

namespace rejoinder {

Result<std::string_view> ByteStream::peek(std::size_t size) {
    constexpr std::size_t step = std::size_t{64} << 10;
    if (held_.size() - at_ < size && !ended_) {
        held_.erase(0, at_);
        at_ = 0;
    }
    while (held_.size() - at_ < size && !ended_) {
        const std::size_t before = held_.size();
        held_.resize(before + std::max(step, std::min(size - before, 16 * step)));
        const auto got = source_(held_.data() + before, held_.size() - before);
        held_.resize(before + got.value_or(0));
        if (!got) return tl::unexpected(got.error());
        ended_ = *got == 0;
    }
    return std::string_view(held_).substr(at_);
}

}  // namespace rejoinder
