// From the keys of a TOML file to a compiled profile. docs/profile-format.md says what each key means.
#pragma once

#include <memory>
#include <vector>

#include "profile/profile.hpp"
#include "profile/toml_reader.hpp"

namespace rejoinder {

/// Compiles a profile. `parent` is what it extends, or nullptr: its keys stand where the child has none, key by key,
/// except for `name`, `extends` and [detect]. Errors: bad_config.
Result<std::shared_ptr<const Profile>> load_profile(TomlValue keys, const Profile* parent,
                                                    const std::vector<std::shared_ptr<const PhraseBook>>& phrase_books);

/// Compiles the text of a profile that extends none; `path` is how messages are to name it. Errors: bad_config.
Result<std::shared_ptr<const Profile>> compile_profile(
    std::string text, std::string path, const std::vector<std::shared_ptr<const PhraseBook>>& phrase_books);

}  // namespace rejoinder
