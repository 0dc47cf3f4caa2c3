#include "cli/pseudonym_key.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "rejoinder/pseudonyms.hpp"

namespace rejoinder::cli {
namespace {

Result<std::string> key_of_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file || std::filesystem::is_directory(path)) {
        return fail(ErrorCode::bad_argument,
                    fmt::format("{} cannot be read; name the file that holds your key with --key.", path));
    }
    std::string key{std::istreambuf_iterator<char>(file), {}};
    while (key.ends_with('\n') || key.ends_with('\r')) key.pop_back();
    return key;
}

}  // namespace

Result<std::string> pseudonym_key(const Arguments& arguments) {
    if (arguments.pseudonyms.empty()) return std::string();
    if (arguments.pseudonyms != "keyed") {
        return fail(ErrorCode::bad_argument,
                    fmt::format("There are no pseudonyms \"{}\"; there are keyed ones.", arguments.pseudonyms));
    }
    const char* given = std::getenv("REJOINDER_KEY");  // NOLINT(concurrency-mt-unsafe): nobody changes the environment
    if (arguments.key.empty() && given == nullptr) {
        return fail(ErrorCode::bad_argument,
                    "Pseudonyms need a key that you hold: name its file with --key, or set REJOINDER_KEY.");
    }
    Result<std::string> key = arguments.key.empty() ? Result<std::string>(given) : key_of_file(arguments.key);
    if (key && key->size() < Pseudonyms::least_key_bytes) {
        return fail(
            ErrorCode::bad_argument,
            fmt::format(
                "The key has {} bytes, and who guesses it can tell every name; use at least {} that chance has made.",
                key->size(), Pseudonyms::least_key_bytes));
    }
    return key;
}

}  // namespace rejoinder::cli
