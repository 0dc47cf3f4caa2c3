#include <cstdlib>

#include "rejoinder/profile.hpp"

namespace rejoinder {

std::filesystem::path default_config_dir() {
    if (const char* named = std::getenv("REJOINDER_CONFIG"); named != nullptr && *named != '\0') return named;
    std::error_code error;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
    if (!error) {
        std::filesystem::path installed = program.parent_path().parent_path() / "share" / "rejoinder" / "config";
        if (std::filesystem::is_directory(installed, error)) return installed;
    }
    return REJOINDER_SOURCE_CONFIG;
}

}  // namespace rejoinder
