// A capture of JSON, or of JSON lines -> pages.
#pragma once

#include <vector>

#include "profile/profile.hpp"
#include "rejoinder/extract.hpp"

namespace rejoinder {

/// Whether a capture is JSON: by its media type, or where that is no other, by how it begins.
bool looks_like_json(const Capture& capture);

/// The threads of the capture, read with `chosen`, or if that is nullptr with the profile that [detect] finds. A line
/// that is no JSON is noted and skipped. None if the capture is a companion of a profile's files. Errors: as extract().
Result<std::vector<Page>> extract_json(const Capture& capture, const ProfileSet& profiles, const Profile* chosen,
                                       const ExtractOptions& options, Diagnostics& diagnostics);

}  // namespace rejoinder
