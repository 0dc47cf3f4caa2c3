// Which post each quote repeats.
#pragma once

#include <vector>

#include "rejoinder/resolve.hpp"
#include "resolve/corpus.hpp"

namespace rejoinder {

/// Sets source, match, agreement and altered words of every quote of `posts`, whose own text and quote texts are known.
/// A quote can only repeat a post that stands before it. Quotes that no post of the thread holds keep no source; those
/// whose markup names an absent post keep none either (see ghosts.hpp).
void find_sources(const Thread& thread, std::vector<ResolvedPost>& posts);

}  // namespace rejoinder
