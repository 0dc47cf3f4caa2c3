#include "extract/detect.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "extract/json/json_path.hpp"
#include "profile/detect_index.hpp"

namespace rejoinder {

namespace {

Result<const Profile*> most_specific(const std::vector<const Profile*>& fitting, std::string_view origin) {
    const Profile* best = nullptr;
    const Profile* rival = nullptr;
    for (const Profile* profile : fitting) {
        if (best == nullptr || profile->generation > best->generation) {
            best = profile;
            rival = nullptr;
        } else if (profile->generation == best->generation) {
            rival = profile;
        }
    }
    if (rival != nullptr) {
        return fail(ErrorCode::bad_config,
                    fmt::format("{} fits the profiles {} and {} equally; choose one with --forum.", origin, best->name,
                                rival->name));
    }
    return best;
}

Result<bool> fits_text(const Profile& profile, std::string_view text) {
    PatternMatch match;
    for (const Pattern& pattern : profile.detect_text) {
        const auto found = pattern.find(text, 0, match);
        if (!found || *found) return found;
    }
    for (const Pattern& pattern : profile.detect_all_text) {
        const auto found = pattern.find(text, 0, match);
        if (!found || !*found) return found;
    }
    return !profile.detect_all_text.empty();
}

}  // namespace

Result<const Profile*> detect_html(const dom::Document& document, const ProfileSet& profiles, std::string_view origin) {
    return most_specific(profiles.detect_index().fitting(document), origin);
}

Result<const Profile*> detect_text(std::string_view text, const ProfileSet& profiles, std::string_view origin) {
    std::vector<const Profile*> fitting;
    for (const auto& profile : profiles.profiles()) {
        if (!profile->text) continue;
        const auto fits = fits_text(*profile, text);
        if (!fits) return tl::unexpected(fits.error());
        if (*fits) fitting.push_back(profile.get());
    }
    return most_specific(fitting, origin);
}

bool fits_json(const Profile& profile, json::Value document) {
    return std::any_of(profile.detect_json.begin(), profile.detect_json.end(),
                       [&](const JsonCondition& condition) { return holds(condition, document); });
}

Result<const Profile*> detect_json(json::Value document, const ProfileSet& profiles, std::string_view origin) {
    std::vector<const Profile*> fitting;
    for (const auto& profile : profiles.profiles()) {
        if (profile->json && fits_json(*profile, document)) fitting.push_back(profile.get());
    }
    return most_specific(fitting, origin);
}

}  // namespace rejoinder
