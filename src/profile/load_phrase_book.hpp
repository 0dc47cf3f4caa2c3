// From config/phrases/LANGUAGE.toml to a compiled phrase book.
#pragma once

#include <filesystem>
#include <memory>

#include "profile/phrase_book.hpp"
#include "rejoinder/result.hpp"

namespace rejoinder {

/// Errors: not_found, unreadable, bad_config.
Result<std::shared_ptr<const PhraseBook>> load_phrase_book(const std::filesystem::path& file);

}  // namespace rejoinder
