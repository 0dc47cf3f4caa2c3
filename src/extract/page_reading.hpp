// What a page is read by.
#pragma once

#include <string_view>

#include "profile/profile.hpp"

namespace rejoinder {

/// A profile, and the phrase book of the language that the page states. That book is asked first, and where it can read
/// a time or a header no other language is asked.
struct PageReading {
    PageReading(const Profile& by)
        : profile(by) {}  // NOLINT(google-explicit-constructor): most pages state no language

    /// `language` is the page's own, such as "de" or "pt-BR"; it may be empty.
    PageReading(const Profile& by, std::string_view language);

    const Profile& profile;
    const PhraseBook* stated = nullptr;  // nullptr: the page states no language, or one without a book in the profile
};

}  // namespace rejoinder
