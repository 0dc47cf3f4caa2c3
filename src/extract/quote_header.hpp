// "7 minutes ago, Anna said:" — the line above a quote.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/page_reading.hpp"

namespace rejoinder {

struct QuoteHeader {
    std::string author;
    std::string when;       // empty if the header gives no time
    std::size_t begin = 0;  // byte offsets of the header in the text
    std::size_t end = 0;
};

/// All quote headers of `text`, in order and without overlap, by the profile's own patterns and those of its
/// languages: of the one that the page states, or if that finds none, of all.
/// Errors: bad_config (a pattern passed its match limit).
Result<std::vector<QuoteHeader>> find_quote_headers(std::string_view text, const PageReading& reading);

}  // namespace rejoinder
