// What a page is that holds no thread.
#pragma once

#include <string>
#include <string_view>

#include "extract/guess/outline.hpp"

namespace rejoinder {

/// What the page is and what to do, as the rest of a sentence that begins with the page's name ("is a login page; …");
/// empty if it is nothing that can be told.
std::string describe_page(const dom::Document& document, const Outline& outline, const Profile& languages);

/// Whether the page shows what a search found: its title says so, and its form holds what was asked for.
bool is_search_page(const dom::Document& document, const Outline& outline, const Profile& languages);

}  // namespace rejoinder
