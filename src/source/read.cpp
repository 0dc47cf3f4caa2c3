#include <fmt/format.h>
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>

#include "rejoinder/capture.hpp"
#include "source/archive.hpp"
#include "source/size_words.hpp"

namespace rejoinder {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t looked_at_for_nul = std::size_t{8} << 10;

std::string lower_extension(const fs::path& path) {
    std::string extension = path.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return extension;
}

bool is_line_file(std::string_view extension) {
    return extension == ".jsonl" || extension == ".ndjson";
}

MediaType media_type_of(const fs::path& path) {
    const std::string extension = lower_extension(path);
    if (extension == ".html" || extension == ".htm" || extension == ".xhtml") return MediaType::html;
    if (extension == ".json" || is_line_file(extension)) return MediaType::json;
    return extension == ".txt" ? MediaType::text : MediaType::unknown;
}

/// Whether a folder's file of that name is read without being named itself.
bool is_page_or_archive(const fs::path& path) {
    const std::string extension = lower_extension(path);
    return media_type_of(path) != MediaType::unknown || extension == ".gz" || extension == ".tgz" ||
           extension == ".tar" || extension == ".zip";
}

tl::unexpected<Error> too_large(std::string_view origin, std::string_view size, std::size_t limit) {
    return fail(
        ErrorCode::too_large,
        fmt::format("{} has {}, more than the limit of {} for one page; give the pages of the thread one by one",
                    origin, size, size_words(limit)));
}

tl::unexpected<Error> cannot_open(std::string_view origin, int error) {
    if (error == EACCES || error == EPERM) {
        return fail(ErrorCode::unreadable,
                    fmt::format("{} cannot be read: there is no permission; change its permissions or run as its owner",
                                origin));
    }
    if (error == ENOENT || error == ENOTDIR) {
        return fail(ErrorCode::not_found, fmt::format("{} does not exist; check the path", origin));
    }
    return fail(ErrorCode::unreadable,
                fmt::format("{} cannot be read ({}); check the path", origin, std::strerror(error)));
}

/// UTF-16 holds NUL bytes and is text; it says so with its first two bytes.
bool is_binary(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return false;
    return bytes.substr(0, looked_at_for_nul).find('\0') != std::string_view::npos;
}

Result<std::string> checked(std::string bytes, std::string_view origin) {
    if (bytes.empty()) return fail(ErrorCode::unreadable, fmt::format("{} is empty; save the page again", origin));
    if (is_binary(bytes)) {
        return fail(
            ErrorCode::unreadable,
            fmt::format("{} is neither HTML nor text (it holds NUL bytes); give saved pages as .html or .txt", origin));
    }
    return bytes;
}

/// Everything that `stream` yields, up to the limit. `expected` is how much that may be, if known.
Result<std::string> read_stream(std::FILE* stream, std::string_view origin, const ReadLimits& limits,
                                std::size_t expected) {
    constexpr std::size_t step = std::size_t{64} << 10;
    std::size_t limit = limits.bytes_per_page;
    std::string bytes;
    bytes.reserve(expected + 1);
    for (;;) {
        const std::size_t before = bytes.size();
        const std::size_t wanted = std::min(std::max(step, bytes.capacity() - before), limit - before + 1);
        bytes.resize(before + wanted);
        const std::size_t got = std::fread(bytes.data() + before, 1, wanted, stream);
        bytes.resize(before + got);
        // Lines of JSON from another program may be many: what `extract` writes is read here again.
        if (bytes.size() > limits.bytes_per_page && expected == 0 && bytes.starts_with('{') &&
            limit < limits.bytes_per_archive)
            limit = limits.bytes_per_archive;
        if (bytes.size() > limit) return too_large(origin, "no end in sight", limit);
        if (got < wanted && std::ferror(stream) != 0) return cannot_open(origin, errno);
        if (got < wanted) return bytes;
    }
}

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

/// Looks at the first bytes and goes back to the beginning.
bool begins_as_archive(std::FILE* file) {
    std::string beginning(512, '\0');
    beginning.resize(std::fread(beginning.data(), 1, beginning.size(), file));
    std::rewind(file);
    return is_archive(beginning);
}

/// Whether a file that is too large for one page holds JSON lines, which need not be held together.
bool holds_lines(const fs::path& path, std::FILE* file) {
    const int first = std::fgetc(file);
    std::rewind(file);
    return is_line_file(lower_extension(path)) || (media_type_of(path) == MediaType::json && first == '{');
}

class Reader {
public:
    explicit Reader(const ReadLimits& limits) : limits_(limits) {}

    void read(const std::string& path) {
        if (path == "-") return read_standard_input();
        if (path.starts_with("http://") || path.starts_with("https://")) {
            return skip({ErrorCode::not_found,
                         fmt::format("{}: Rejoinder fetches nothing: save the page and give the file", path)});
        }
        std::error_code error;
        const fs::file_status status = fs::status(path, error);
        if (!fs::exists(status)) return skip(cannot_open(path, error ? error.value() : ENOENT).value());
        if (fs::is_directory(status)) return read_folder(path);
        read_file(path, fs::is_regular_file(status));
    }

    Captures take() { return std::move(captures_); }

private:
    void skip(Error error) { captures_.skipped.push_back(std::move(error)); }

    void keep(Result<std::string> bytes, std::string origin, MediaType type) {
        if (!bytes) return skip(bytes.error());
        captures_.pages.push_back({std::move(*bytes), std::move(origin), type, std::nullopt});
    }

    void read_standard_input() {
        const std::string origin = "standard input";
        if (standard_input_read_) {
            return skip(
                {ErrorCode::unreadable, "standard input: is named twice and can be read only once; name \"-\" once"});
        }
        standard_input_read_ = true;
        auto bytes = read_stream(stdin, origin, limits_, 0);
        if (bytes && is_archive(*bytes)) return keep_unpacked(unpack_bytes(*bytes, origin, limits_), origin, 0);
        if (bytes) bytes = checked(std::move(*bytes), origin);
        keep(std::move(bytes), origin, MediaType::unknown);
    }

    /// `regular` files say how large they are; pipes and devices are read until they pass the limit.
    void read_file(const fs::path& path, bool regular) {
        const std::string origin = path.string();
        std::error_code error;
        const std::uintmax_t size = regular ? fs::file_size(path, error) : 0;
        if (error) return skip(cannot_open(origin, error.value()).value());
        const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rb"));
        if (!file) return skip(cannot_open(origin, errno).value());
        if (regular && begins_as_archive(file.get())) return keep_unpacked(unpack_file(origin, limits_), path, 0);
        if (size > limits_.bytes_per_page && holds_lines(path, file.get())) {
            captures_.pages.push_back({{}, origin, MediaType::json, std::nullopt, true});
            return;
        }
        if (size > limits_.bytes_per_page)
            return skip(too_large(origin, size_words(size), limits_.bytes_per_page).value());
        auto bytes = read_stream(file.get(), origin, limits_, static_cast<std::size_t>(size));
        if (bytes) bytes = checked(std::move(*bytes), origin);
        keep(std::move(bytes), origin, media_type_of(path));
    }

    /// Pages of an archive. What is in it and is no page is passed over; an archive in an archive is opened once.
    void keep_unpacked(Unpacked unpacked, const fs::path& path, int depth) {
        const std::size_t before = captures_.pages.size() + captures_.skipped.size();
        for (ArchivedFile& file : unpacked.files) {
            const fs::path name = file.name.empty() ? path.stem() : fs::path(file.name);
            const std::string origin =
                file.name.empty() ? path.string() : fmt::format("{}:{}", path.string(), file.name);
            if (is_archive(file.bytes) && depth == 0) {
                keep_unpacked(unpack_bytes(file.bytes, origin, limits_), origin, depth + 1);
            } else if (file.name.empty() || media_type_of(name) != MediaType::unknown) {
                keep(checked(std::move(file.bytes), origin), origin, media_type_of(name));
            }
        }
        for (Error& error : unpacked.errors) skip(std::move(error));
        if (captures_.pages.size() + captures_.skipped.size() == before) {
            skip({ErrorCode::unreadable,
                  fmt::format("{} holds no pages; put .html, .htm, .xhtml or .txt files into it", path.string())});
        }
    }

    void read_folder(const std::string& folder) {
        std::vector<fs::path> files;
        const std::size_t skipped_before = captures_.skipped.size();
        list(folder, files);
        std::sort(files.begin(), files.end());
        for (const fs::path& file : files) read_file(file, true);
        if (files.empty() && captures_.skipped.size() == skipped_before) {
            skip({ErrorCode::unreadable,
                  fmt::format("{} is a folder without pages; put .html, .htm, .xhtml or .txt files into it", folder)});
        }
    }

    /// The pages in a folder and in the folders below it. Links to folders are not followed: they may lead in a circle.
    void list(const fs::path& folder, std::vector<fs::path>& files) {
        std::error_code error;
        for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
            std::error_code ignored;
            if (at->is_directory(ignored)) {
                if (!at->is_symlink(ignored)) list(at->path(), files);
            } else if (is_page_or_archive(at->path()) && at->is_regular_file(ignored)) {
                files.push_back(at->path());
            }
        }
        if (error) skip(cannot_open(folder.string(), error.value()).value());
    }

    ReadLimits limits_;
    Captures captures_;
    bool standard_input_read_ = false;
};

}  // namespace

Captures read_captures(const std::vector<std::string>& paths, const ReadLimits& limits) {
    Reader reader(limits);
    for (const std::string& path : paths) reader.read(path);
    return reader.take();
}

}  // namespace rejoinder
