// Bytes of a capture as UTF-8 text.
#pragma once

#include <string>
#include <string_view>

#include "rejoinder/capture.hpp"

namespace rejoinder {

/// The capture's characters without a byte-order mark. `storage` holds them where the bytes had to be decoded; valid
/// UTF-8 is not copied. A sequence that means nothing in the declared charset becomes U+FFFD and is noted. Errors:
/// unreadable (no charset is declared and the bytes are not UTF-8).
Result<std::string_view> decode_capture(const Capture& capture, std::string& storage, Diagnostics& diagnostics);

/// Whether a page is HTML: by its media type, or where that is unknown by how it begins.
bool looks_like_html(const Capture& capture, std::string_view text);

}  // namespace rejoinder
