// The lines of `rejoinder extract` -> the pages that they were written from.
#pragma once

#include <vector>

#include "json/json.hpp"
#include "rejoinder/post.hpp"

namespace rejoinder {

/// Whether a line is one of `rejoinder extract`.
bool is_own_line(json::Value line);

/// Adds the line's post to the page that it belongs to: the last one, or a new one where another page begins. Flaws of
/// the page that the line carries are appended.
void add_own_line(json::Value line, std::vector<Page>& pages, Diagnostics& diagnostics);

}  // namespace rejoinder
