// Which profile reads a page.
#pragma once

#include <string_view>

#include "dom/dom.hpp"
#include "json/json.hpp"
#include "profile/profile.hpp"
#include "rejoinder/profile.hpp"

namespace rejoinder {

/// The most specific profile whose [detect] fits: one that extends another beats it. nullptr: none fits.
/// Errors: bad_config (two profiles fit equally; a pattern passed its match limit).
Result<const Profile*> detect_html(const dom::Document& document, const ProfileSet& profiles, std::string_view origin);
Result<const Profile*> detect_text(std::string_view text, const ProfileSet& profiles, std::string_view origin);
Result<const Profile*> detect_json(json::Value document, const ProfileSet& profiles, std::string_view origin);

/// Whether a document, or a line of JSON lines, is what the profile's [detect] asks for.
bool fits_json(const Profile& profile, json::Value document);

}  // namespace rejoinder
