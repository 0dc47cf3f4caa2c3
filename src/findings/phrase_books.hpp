// The languages of a thread.
#pragma once

#include <memory>
#include <vector>

#include "profile/phrase_book.hpp"
#include "rejoinder/profile.hpp"
#include "rejoinder/thread.hpp"

namespace rejoinder::detail {

using PhraseBooks = std::vector<std::shared_ptr<const PhraseBook>>;

/// The phrase books of the thread's languages: those that its profile states, else those whose stop words its posts use
/// most (the first, and any that knows more than half as many words as the first). All books for a thread without
/// known words.
PhraseBooks books_of(const Thread& thread, const ProfileSet& profiles);

}  // namespace rejoinder::detail
