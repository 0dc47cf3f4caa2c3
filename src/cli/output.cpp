#include "cli/output.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <system_error>

#include "base/utf8.hpp"

namespace rejoinder::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t soft_bytes = 60;
constexpr std::size_t name_bytes = 80;

std::string reason(int error) {
    return std::generic_category().message(error);
}

/// Writes all bytes; the errno of the failure, or 0.
int write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

int write_new_file(const fs::path& path, std::string_view bytes) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file < 0) return errno;
    const int failure = write_all(file, bytes);
    const int closing = ::close(file) == 0 ? 0 : errno;
    if (failure != 0 || closing != 0) ::unlink(path.c_str());
    return failure != 0 ? failure : closing;
}

tl::unexpected<Error> unwritable(const fs::path& path, const std::string& why) {
    return fail(ErrorCode::unwritable,
                fmt::format("{} cannot be written: {}; choose another folder.", path.string(), why));
}

void remove_all_of(const std::vector<fs::path>& paths) {
    std::error_code ignored;
    for (const fs::path& path : paths) fs::remove(path, ignored);
}

/// What a code point becomes in a file name.
enum class Sign : std::uint8_t { kept, dropped, hyphen };

/// ASCII letters, digits and the letters and marks of all scripts are kept. Spaces, controls and punctuation, also that
/// of the blocks Latin-1 and General Punctuation, are hyphens; apostrophes and joiners are dropped.
Sign sign_of(std::int32_t code) {
    if (code < 0x80) {
        const bool kept = (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') || (code >= '0' && code <= '9');
        if (kept) return Sign::kept;
        return code == '\'' ? Sign::dropped : Sign::hyphen;
    }
    if (code == 0x2019 || code == 0x200c || code == 0x200d) return Sign::dropped;
    const bool latin_sign = code < 0xc0 && code != 0xaa && code != 0xb5 && code != 0xba;
    const bool space = code == 0x1680 || code == 0x3000 || code == 0xfeff;
    return latin_sign || space || (code >= 0x2000 && code <= 0x206f) ? Sign::hyphen : Sign::kept;
}

/// Cut after a word that passes `soft_bytes`, and in any case before `name_bytes` are passed.
std::string slug(std::string_view title) {
    std::string out;
    std::size_t at = 0;
    while (at < title.size()) {
        if (out.size() >= soft_bytes && out.back() == '-') break;
        const std::size_t begin = at;
        const Sign sign = sign_of(detail::next_code_point(title, at));
        if (sign == Sign::kept) {
            if (out.size() + (at - begin) > name_bytes) break;
            const char c = title[begin];
            if (c >= 'A' && c <= 'Z') {
                out += static_cast<char>(c - 'A' + 'a');
            } else {
                out += title.substr(begin, at - begin);
            }
        } else if (sign == Sign::hyphen && !out.empty() && out.back() != '-') {
            out += '-';
        }
    }
    while (!out.empty() && out.back() == '-') out.pop_back();
    return out;
}

}  // namespace

std::optional<Terminal> terminal_of_standard_output() {
    if (::isatty(STDOUT_FILENO) != 1) return std::nullopt;
    Terminal terminal;
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 20) terminal.columns = size.ws_col;
    const char* no_color = std::getenv("NO_COLOR");  // NOLINT(concurrency-mt-unsafe): nobody changes the environment
    const char* term = std::getenv("TERM");          // NOLINT(concurrency-mt-unsafe)
    const bool dumb = term == nullptr || std::string_view(term) == "dumb";
    terminal.colour = !dumb && (no_color == nullptr || *no_color == '\0');
    return terminal;
}

Result<bool> write_standard_output(std::string_view text) {
    const int failure = write_all(STDOUT_FILENO, text);
    if (failure == 0) return true;
    if (failure == EPIPE) return false;
    return fail(ErrorCode::unwritable, fmt::format("Standard output cannot be written: {}.", reason(failure)));
}

Result<std::vector<fs::path>> write_files(const fs::path& folder, const std::vector<ReportFile>& files) {
    std::error_code error;
    const bool made = fs::create_directories(folder, error);
    if (error || !fs::is_directory(folder, error)) {
        return unwritable(folder, error ? error.message() : "it is not a folder");
    }
    std::vector<fs::path> written, beside, made_below;
    const auto give_up = [&](const fs::path& path, const std::string& why) {
        remove_all_of(beside);
        remove_all_of(made_below);  // those that hold nothing; others stay
        if (made) fs::remove(folder, error);
        return unwritable(path, why);
    };
    for (const ReportFile& file : files) {
        const fs::path place = folder / file.name;
        if (fs::create_directories(place.parent_path(), error)) made_below.push_back(place.parent_path());
        if (error) return give_up(place, error.message());
        const fs::path path = place.parent_path() / fmt::format(".{}.{}.part", place.filename().string(), ::getpid());
        if (const int failure = write_new_file(path, file.bytes); failure != 0) {
            return give_up(folder / file.name, reason(failure));
        }
        beside.push_back(path);
    }
    for (std::size_t i = 0; i < files.size(); ++i) {
        fs::rename(beside[i], folder / files[i].name, error);
        if (error) return give_up(folder / files[i].name, error.message());
        written.push_back(folder / files[i].name);
    }
    return written;
}

std::string FileNames::next(std::string_view title, std::string_view key) {
    std::string base = slug(title);
    if (base.empty()) base = slug(fmt::format("thread {}", key));
    std::string name = base;
    for (std::size_t& n = tried_.try_emplace(base, 1).first->second; !used_.insert(name).second;) {
        name = fmt::format("{}-{}", base, ++n);
    }
    return name;
}

}  // namespace rejoinder::cli
