// The table of measures as a page for people.
#pragma once

#include <string>

namespace rejoinder::report {

/// Markdown: docs/measures.md, byte by byte.
std::string measures_page();

}  // namespace rejoinder::report
