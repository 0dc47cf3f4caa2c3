// What a profile finds on a page, rule by rule: the heart of `rejoinder profile check`.
#pragma once

#include <optional>
#include <string>

#include "rejoinder/capture.hpp"
#include "rejoinder/profile.hpp"

namespace rejoinder::cli {

struct PageCheck {
    std::string text;            // for standard output
    std::optional<Error> error;  // why the page could not be read with this profile
};

/// Extracts the page with the profile named, and counts what each of its selectors and patterns matches.
PageCheck check_page(const Capture& capture, const ProfileSet& profiles, const std::string& name);

}  // namespace rejoinder::cli
