// Bytes that come piece by piece, with a look ahead.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "rejoinder/result.hpp"

namespace rejoinder {

/// A stream that can be looked into before it is read. Once its source fails it stays failed.
class ByteStream {
public:
    /// Writes at most `size` bytes to `out` and says how many; 0 is the end.
    using Source = std::function<Result<std::size_t>(char* out, std::size_t size)>;

    explicit ByteStream(Source source) : source_(std::move(source)) {}

    /// The next bytes without reading them: at least `size`, fewer only at the end. Valid until the next call. Errors:
    /// those of the source.
    Result<std::string_view> peek(std::size_t size);

    /// Reads past `size` bytes that were peeked at.
    void skip(std::size_t size) { at_ += size; }

private:
    Source source_;
    std::string held_;
    std::size_t at_ = 0;  // where in `held_` the unread bytes begin
    bool ended_ = false;
};

}  // namespace rejoinder
