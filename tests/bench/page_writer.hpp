// Writes forum pages of any length for benchmarks and scale tests: the same seed gives the same bytes on every machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace rejoinder::bench {

/// An Invision Community 4 page that shows `posts` posts, about 2.9 KB each. Every second post quotes one of the thirty
/// before it, word for word, with its ids and time; one post in eight is deleted, so that only its quotes remain. Times
/// ascend from 2025-03-01 06:00 UTC. No posts: a page with an empty feed.
std::string invision_page(std::size_t posts, std::uint32_t seed);

/// The same thread as a plain-text extraction leaves it: quote headers with ages ("3 hours ago, NAME said:"), reactions
/// and the engine's links, but no authors, no times of posts and no ids.
std::string plain_text_page(std::size_t posts, std::uint32_t seed);

}  // namespace rejoinder::bench
