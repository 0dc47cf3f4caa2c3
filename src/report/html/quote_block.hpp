// A quote held against its source.
#pragma once

#include <cstdint>
#include <string>

#include "report/html/report.hpp"

namespace rejoinder::report {

/// The quotes [first, last) of a post, of which the first holds the others.
void append_quotes(std::string& out, const HtmlReport& report, std::uint32_t post, std::uint32_t first,
                   std::uint32_t last);

}  // namespace rejoinder::report
