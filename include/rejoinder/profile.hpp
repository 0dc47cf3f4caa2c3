// Profiles say how one forum engine or one forum prints its pages. They are TOML files in config/forums/; phrase books
// in config/phrases/ hold what a language says ("7 minutes ago", "X said:", "removed a post"). Adding a forum needs no
// C++.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rejoinder/result.hpp"

namespace rejoinder {

struct Profile;     // compiled selectors and patterns; see src/profile/profile.hpp
class DetectIndex;  // all [detect] selectors together; see src/profile/detect_index.hpp
struct PhraseBook;  // compiled phrases of one language; see src/profile/phrase_book.hpp

/// All profiles of a configuration folder, compiled once and then only read: one set may serve many threads.
class ProfileSet {
public:
    /// Reads DIR/forums/*.toml and DIR/phrases/*.toml. Errors: not_found (no such folder), bad_config (message with
    /// file, line, column, the line itself, a caret, and the nearest known name).
    static Result<ProfileSet> load(const std::filesystem::path& dir);

    /// Adds one profile file, which may extend a profile of the set; a profile of the same name is replaced.
    Result<std::string> add(const std::filesystem::path& file);

    /// nullptr if there is none of that name.
    const Profile* find(std::string_view name) const;

    /// Names in alphabetical order.
    std::vector<std::string> names() const;

    /// The known name most like `name`, for "did you mean"; empty if none is near.
    std::string nearest(std::string_view name) const;

    const std::vector<std::shared_ptr<const Profile>>& profiles() const { return profiles_; }
    const std::vector<std::shared_ptr<const PhraseBook>>& phrase_books() const { return phrase_books_; }
    const DetectIndex& detect_index() const { return *detect_index_; }

    /// From the hash of a stop word to the phrase books that hold it, as places in phrase_books().
    const std::unordered_map<std::uint32_t, std::vector<std::uint32_t>>& stop_words() const { return *stop_words_; }

private:
    std::vector<std::shared_ptr<const Profile>> profiles_;         // by name
    std::vector<std::shared_ptr<const PhraseBook>> phrase_books_;  // by language
    std::shared_ptr<const DetectIndex> detect_index_;              // over profiles_
    std::shared_ptr<const std::unordered_map<std::uint32_t, std::vector<std::uint32_t>>> stop_words_;
};

/// Where the configuration lies: $REJOINDER_CONFIG, else share/rejoinder/config beside the program's folder, else the
/// source tree that the program was built from.
std::filesystem::path default_config_dir();

}  // namespace rejoinder
