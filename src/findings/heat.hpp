// How heated a thread is, as a sum of things that are counted.
#pragma once

#include "findings/phrase_books.hpp"
#include "findings/writers.hpp"
#include "rejoinder/findings.hpp"

namespace rejoinder::detail {

/// Terms that need words which the thread's phrase books do not have are left out, and the weights of the others grow.
/// No value below 10 posts or 5 answers between people who are known by name: so few say nothing.
Heat measure_heat(const Thread& thread, const Resolution& resolution, const Writers& writers,
                  const std::vector<ModerationEvent>& moderation, const PhraseBooks& books);

}  // namespace rejoinder::detail
