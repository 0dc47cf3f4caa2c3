// Where the words of a thread go.
#pragma once

#include "findings/key_terms.hpp"
#include "rejoinder/findings.hpp"

namespace rejoinder::detail {

/// Threads of fewer posts say too little.
inline constexpr std::size_t fewest_posts_for_topics = 30;

/// The opening is the first tenth of the posts, at least three. The other posts in ten stretches of equal length are
/// the course; each is compared with the opening by the cosine of their terms' TF-IDF (a post is a document). A branch
/// is what answers one of the posts that answer nobody, by primary replies; it is off topic if it holds at least five
/// posts and no more than half of the thread, and is less than half as near to the opening as the course is on the
/// mean. Empty below `fewest_posts_for_topics`.
Topics find_topics(const Resolution& resolution, const PostTerms& terms);

}  // namespace rejoinder::detail
