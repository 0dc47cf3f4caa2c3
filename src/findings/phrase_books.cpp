#include "findings/phrase_books.hpp"

#include <algorithm>
#include <string_view>

#include "base/words.hpp"
#include "profile/profile.hpp"

namespace rejoinder::detail {

namespace {

constexpr std::size_t enough_words = 250;
constexpr std::size_t enough_bytes = 4'096;  // of one post: people quote foreign texts at length

/// The first words of the thread's posts. Quotes are left out: they repeat.
Words first_words(const Thread& thread) {
    Words words;
    for (const Post& post : thread.posts) {
        for (const Block& block : post.body) {
            if (block.text() == nullptr) continue;
            append_words(std::string_view(*block.text()).substr(0, enough_bytes), words);
            if (words.size() >= enough_words) return words;
        }
    }
    return words;
}

}  // namespace

PhraseBooks books_of(const Thread& thread, const ProfileSet& profiles) {
    const Profile* profile = profiles.find(thread.profile);
    if (profile != nullptr && profile->states_languages) return profile->phrases;
    const PhraseBooks& all = profiles.phrase_books();
    const Words words = first_words(thread);
    std::vector<std::size_t> known(all.size());
    for (const Word& word : words) {
        const auto books = profiles.stop_words().find(word.hash);
        if (books == profiles.stop_words().end()) continue;
        for (const std::uint32_t book : books->second) ++known[book];
    }
    const std::size_t most = known.empty() ? 0 : *std::max_element(known.begin(), known.end());
    if (most == 0) return all;
    PhraseBooks spoken;
    for (std::size_t book = 0; book < all.size(); ++book) {
        if (2 * known[book] > most) spoken.push_back(all[book]);
    }
    return spoken;
}

}  // namespace rejoinder::detail
