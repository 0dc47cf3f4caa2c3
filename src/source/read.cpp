#include <fmt/format.h>
#include <glob.h>
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>

#include "rejoinder/capture.hpp"
#include "source/archive.hpp"
#include "source/byte_stream.hpp"
#include "source/size_words.hpp"
#include "source/warc.hpp"

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
           extension == ".tar" || extension == ".zip" || extension == ".warc" || extension == ".wet";
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

/// UTF-16 holds NUL bytes and is text; it says so with its first two bytes, or begins with a tag.
bool is_binary(std::string_view bytes) {
    using namespace std::string_view_literals;
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return false;
    if (bytes.starts_with("<\0"sv) || bytes.starts_with("\0<"sv)) return false;
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

/// Everything that the stream still holds, up to the limit. Errors: those of the stream, too_large.
Result<std::string> read_rest(ByteStream& stream, std::size_t limit, const std::function<Error()>& above) {
    const auto all = stream.peek(limit + 1);
    if (!all) return tl::unexpected(all.error());
    if (all->size() > limit) return tl::unexpected(above());
    return std::string(*all);
}

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

ByteStream stream_of(std::FILE* file, const std::string& origin) {
    return ByteStream([file, origin](char* out, std::size_t size) -> Result<std::size_t> {
        const std::size_t got = std::fread(out, 1, size, file);
        if (got < size && std::ferror(file) != 0) return cannot_open(origin, errno);
        return got;
    });
}

/// Whether a file that is too large for one page holds JSON lines, which need not be held together.
bool holds_lines(const fs::path& path, std::string_view beginning) {
    return is_line_file(lower_extension(path)) ||
           (media_type_of(path) == MediaType::json && beginning.starts_with('{'));
}

Error unpacks_to_too_much(std::string_view origin, std::size_t limit) {
    return {ErrorCode::too_large,
            fmt::format("{} unpacks to more than the limit of {} for one page; give the pages of the thread one by one",
                        origin, size_words(limit))};
}

constexpr std::string_view page_names = ".html, .htm, .xhtml, .txt, .json, .jsonl or .ndjson files";

class Reader {
public:
    Reader(const std::function<void(Reading)>& take, const ReadLimits& limits) : limits_(limits), take_(take) {}

    void read(const std::string& path) {
        if (path == "-") return read_standard_input();
        if (path.starts_with("http://") || path.starts_with("https://")) {
            return skip({ErrorCode::not_found,
                         fmt::format("{}: Rejoinder fetches nothing: save the page and give the file", path)});
        }
        std::error_code error;
        const fs::file_status status = fs::status(path, error);
        if (fs::exists(status)) return read_existing(path, status);
        if (path.find_first_of("*?[") != std::string::npos) return read_pattern(path);
        skip(cannot_open(path, error ? error.value() : ENOENT).value());
    }

private:
    void yield(Reading reading) {
        ++yielded_;
        take_(std::move(reading));
    }

    void skip(Error error) { yield(std::move(error)); }

    void keep(Result<std::string> bytes, std::string origin, MediaType type) {
        if (!bytes) return skip(bytes.error());
        yield(Capture{std::move(*bytes), std::move(origin), type, std::nullopt});
    }

    void read_existing(const std::string& path, const fs::file_status& status) {
        if (fs::is_directory(status)) return read_folder(path);
        read_file(path, fs::is_regular_file(status));
    }

    /// A pattern that the shell left alone: it was quoted, or stands in a run file.
    void read_pattern(const std::string& pattern) {
        ::glob_t found{};
        if (::glob(pattern.c_str(), 0, nullptr, &found) != 0) {
            skip({ErrorCode::not_found, fmt::format("{} matches no file; check the pattern", pattern)});
        }
        std::vector<std::string> paths(found.gl_pathv, found.gl_pathv + found.gl_pathc);
        ::globfree(&found);
        std::sort(paths.begin(), paths.end());
        for (const std::string& path : paths) {
            std::error_code ignored;
            read_existing(path, fs::status(path, ignored));
        }
    }

    void read_standard_input() {
        const std::string origin = "standard input";
        if (standard_input_read_) {
            return skip(
                {ErrorCode::unreadable, "standard input: is named twice and can be read only once; name \"-\" once"});
        }
        standard_input_read_ = true;
        ByteStream stream = stream_of(stdin, origin);
        read_stream(stream, origin, MediaType::unknown);
    }

    /// Bytes of any kind whose end is not known before.
    void read_stream(ByteStream& stream, const std::string& origin, MediaType type) {
        const auto ahead = stream.peek(512);
        if (ahead && is_warc(*ahead)) return read_web_archive(stream, origin);
        if (ahead && is_archive(*ahead) && !ahead->starts_with("PK")) {
            return keep_unpacked(origin, 0, [&](const TakeFile& take) { return unpack_stream(stream, origin, take); });
        }
        // Lines of JSON from another program may be many: what `extract` writes is read here again.
        const bool lines = type == MediaType::unknown && ahead && ahead->starts_with('{');
        const std::size_t limit = lines ? limits_.bytes_per_archive : limits_.bytes_per_page;
        auto bytes = read_rest(stream, limit, [&] { return too_large(origin, "no end in sight", limit).value(); });
        if (bytes && is_archive(*bytes)) {
            return keep_unpacked(origin, 0, [&](const TakeFile& take) { return unpack_bytes(*bytes, origin, take); });
        }
        if (bytes) bytes = checked(std::move(*bytes), origin);
        keep(std::move(bytes), origin, type);
    }

    /// `regular` files say how large they are; pipes and devices are read until they pass the limit.
    void read_file(const fs::path& path, bool regular) {
        const std::string origin = path.string();
        std::error_code error;
        const std::uintmax_t size = regular ? fs::file_size(path, error) : 0;
        if (error) return skip(cannot_open(origin, error.value()).value());
        const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rb"));
        if (!file) return skip(cannot_open(origin, errno).value());
        ByteStream stream = stream_of(file.get(), origin);
        const auto ahead = stream.peek(512);
        if (!ahead) return skip(ahead.error());
        if (regular && is_archive(*ahead)) {
            return keep_unpacked(origin, 0, [&](const TakeFile& take) { return unpack_file(origin, take); });
        }
        if (size > limits_.bytes_per_page && holds_lines(path, *ahead)) {
            Capture lines{{}, origin, MediaType::json, std::nullopt};
            lines.lines_in_file = true;
            return yield(std::move(lines));
        }
        if (size > limits_.bytes_per_page && !is_warc(*ahead))
            return skip(too_large(origin, size_words(size), limits_.bytes_per_page).value());
        read_stream(stream, origin, media_type_of(path));
    }

    /// Records of a web archive, whose number is not limited: only one is held at a time.
    void read_web_archive(ByteStream& stream, const std::string& origin) {
        read_warc(stream, origin, limits_, [&](Reading reading) {
            if (Capture* page = std::get_if<Capture>(&reading)) {
                auto bytes = checked(std::move(page->bytes), page->origin);
                if (!bytes) return skip(bytes.error());
                page->bytes = std::move(*bytes);
            }
            yield(std::move(reading));
        });
    }

    /// Pages of an archive. What is in it and is no page is passed over; an archive in an archive is opened once.
    void keep_unpacked(const fs::path& path, int depth,
                       const std::function<std::vector<Error>(const TakeFile&)>& unpack) {
        const std::size_t before = yielded_;
        std::size_t left = limits_.bytes_per_archive;
        const auto errors = unpack([&](const std::string& inside, ByteStream& bytes) {
            const std::string origin = inside.empty() ? path.string() : fmt::format("{}:{}", path.string(), inside);
            const fs::path name = inside.empty() ? path.stem() : fs::path(inside);
            if (keep_entry(name, origin, inside.empty(), depth, bytes, left)) return true;
            skip({ErrorCode::too_large,
                  fmt::format("{} unpacks to more than the limit of {} in all; unpack it and give its folder",
                              path.string(), size_words(limits_.bytes_per_archive))});
            return false;
        });
        for (const Error& error : errors) skip(error);
        if (yielded_ == before) {
            skip({ErrorCode::unreadable, fmt::format("{} holds no pages; put {} into it", path.string(), page_names)});
        }
    }

    /// One file of an archive, of which `left` bytes may still be unpacked. False: it holds more.
    bool keep_entry(const fs::path& name, const std::string& origin, bool only, int depth, ByteStream& bytes,
                    std::size_t& left) {
        const auto ahead = bytes.peek(512);
        if (!ahead) return skip(ahead.error()), true;
        if (is_warc(*ahead)) return read_web_archive(bytes, origin), true;
        const bool packed = is_archive(*ahead) && depth == 0;
        if (!packed && !only && media_type_of(name) == MediaType::unknown) return true;
        auto all = read_rest(bytes, limits_.bytes_per_page,
                             [&] { return unpacks_to_too_much(origin, limits_.bytes_per_page); });
        if (!all) return skip(all.error()), true;
        if (all->size() > left) return false;
        left -= all->size();
        if (packed) {
            keep_unpacked(origin, depth + 1, [&](const TakeFile& take) { return unpack_bytes(*all, origin, take); });
        } else {
            keep(checked(std::move(*all), origin), origin, media_type_of(name));
        }
        return true;
    }

    void read_folder(const std::string& folder) {
        std::vector<fs::path> files;
        const std::size_t before = yielded_;
        list(folder, files);
        std::sort(files.begin(), files.end());
        for (const fs::path& file : files) read_file(file, true);
        if (files.empty() && yielded_ == before) {
            skip({ErrorCode::unreadable,
                  fmt::format("{} is a folder without pages; put {} into it", folder, page_names)});
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
    const std::function<void(Reading)>& take_;
    std::size_t yielded_ = 0;
    bool standard_input_read_ = false;
};

}  // namespace

void read_captures(const std::vector<std::string>& paths, const std::function<void(Reading)>& take,
                   const ReadLimits& limits) {
    Reader reader(take, limits);
    for (const std::string& path : paths) reader.read(path);
}

Captures read_captures(const std::vector<std::string>& paths, const ReadLimits& limits) {
    Captures captures;
    read_captures(
        paths,
        [&](Reading reading) {
            if (Capture* page = std::get_if<Capture>(&reading)) {
                captures.pages.push_back(std::move(*page));
            } else if (Error* error = std::get_if<Error>(&reading)) {
                captures.skipped.push_back(std::move(*error));
            } else {
                captures.notes.push_back(std::move(std::get<Diagnostic>(reading)));
            }
        },
        limits);
    return captures;
}

}  // namespace rejoinder
