// Where a quote ends in a plain-text extraction.
#pragma once

#include <vector>

#include "resolve/layout.hpp"
#include "resolve/parts.hpp"

namespace rejoinder {

/// Decides every open quote's end jointly over the thread: sets the quotes' text and boundary evidence and cuts their
/// words off the own text. What agrees with another post, or with another quote of the same author, decides; only then
/// layout. Returns how the thread's paragraphs are parted.
Manner find_boundaries(std::vector<PostParts>& posts);

}  // namespace rejoinder
