// Bodies of HTTP answers that were sent compressed. Wraps zlib and brotli; nothing else names them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "rejoinder/result.hpp"

namespace rejoinder {

/// The bytes unpacked by HTTP's `coding`: "gzip", "x-gzip", "deflate" (with zlib's header or, as some servers send it,
/// without), "br", "identity" or empty. Nothing if the bytes are not of that coding or the coding is unknown. Errors:
/// too_large (more than `limit` bytes; the message is a clause without its subject).
Result<std::optional<std::string>> decompress(std::string_view bytes, std::string_view coding, std::size_t limit);

}  // namespace rejoinder
