#include "findings/phrase_books.hpp"

#include "profile/profile.hpp"

namespace rejoinder::detail {

const PhraseBooks& books_of(const Thread& thread, const ProfileSet& profiles) {
    const Profile* profile = profiles.find(thread.profile);
    return profile != nullptr && !profile->phrases.empty() ? profile->phrases : profiles.phrase_books();
}

}  // namespace rejoinder::detail
