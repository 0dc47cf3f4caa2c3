// Bytes of a capture as UTF-8 text.
#pragma once

#include <string>
#include <string_view>

#include "rejoinder/capture.hpp"

namespace rejoinder {

/// The capture's characters without a byte-order mark. `storage` holds them where the bytes had to be decoded; valid
/// UTF-8 is not copied. The charset is that of the byte-order mark, else of HTTP's header, else of the page's <meta>,
/// as long as the bytes bear it out; else it is told from the bytes, and that the label lies is noted. A sequence that
/// means nothing in the charset becomes U+FFFD and is noted. Errors: unreadable (no label, and the bytes look like no
/// charset).
Result<std::string_view> decode_capture(const Capture& capture, std::string& storage, Diagnostics& diagnostics);

/// Whether a page is HTML: by its media type, or where that is unknown by how it begins.
bool looks_like_html(const Capture& capture, std::string_view text);

}  // namespace rejoinder
