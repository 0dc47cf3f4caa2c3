// The languages of a thread.
#pragma once

#include <memory>
#include <vector>

#include "profile/phrase_book.hpp"
#include "rejoinder/profile.hpp"
#include "rejoinder/thread.hpp"

namespace rejoinder::detail {

using PhraseBooks = std::vector<std::shared_ptr<const PhraseBook>>;

/// The phrase books of the profile that read the thread; all books of the set if it is unknown or names none.
const PhraseBooks& books_of(const Thread& thread, const ProfileSet& profiles);

}  // namespace rejoinder::detail
