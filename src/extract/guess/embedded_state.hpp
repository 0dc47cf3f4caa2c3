// Posts in the state that a page's scripts hold for the application which shows it.
#pragma once

#include "dom/dom.hpp"
#include "extract/guess/structured_data.hpp"
#include "profile/profile.hpp"

namespace rejoinder {

/// The thread that the page's embedded JSON holds, without a title; without posts if it holds none. An object is taken
/// for a post if it has a text, a name and a time, each under a usual name ("body", "author", "created_at"). Objects
/// that use the same three names are of one kind; the kind with the highest sum of t^0.75 over its texts of t bytes is
/// taken, as with the page's own structure (records.hpp), and with it the posts that its objects stand in. Kinds whose
/// objects have titles of their own list other pages. At least two posts are asked for. `is_article`: what stands
/// around comments is an article and no post.
StructuredThread read_embedded_state(const dom::Document& document, bool is_article, const Profile& languages);

}  // namespace rejoinder
