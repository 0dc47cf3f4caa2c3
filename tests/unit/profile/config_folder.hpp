// A configuration folder for one test.
#pragma once

#include <unistd.h>

#include <fmt/format.h>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace rejoinder::test {

/// A folder that is gone when the test is; it is the current one meanwhile, so that messages name short paths.
class ConfigFolder {
public:
    ConfigFolder()
        : before_(std::filesystem::current_path()),
          path_(std::filesystem::temp_directory_path() / fmt::format("rejoinder-config-{}", ::getpid())) {
        std::filesystem::remove_all(path_);
        std::filesystem::create_directories(path_ / "config/forums");
        std::filesystem::create_directories(path_ / "config/phrases");
        std::filesystem::current_path(path_);
    }
    ConfigFolder(const ConfigFolder&) = delete;
    ConfigFolder& operator=(const ConfigFolder&) = delete;
    ~ConfigFolder() {
        std::filesystem::current_path(before_);
        std::filesystem::remove_all(path_);
    }

    void write(const std::string& file, std::string_view text) const {
        std::filesystem::create_directories((path_ / file).parent_path());
        std::ofstream(path_ / file, std::ios::binary) << text;
    }
    void forum(const std::string& name, std::string_view text) const { write("config/forums/" + name + ".toml", text); }
    void phrases(const std::string& name, std::string_view text) const {
        write("config/phrases/" + name + ".toml", text);
    }

private:
    std::filesystem::path before_;
    std::filesystem::path path_;
};

}  // namespace rejoinder::test
