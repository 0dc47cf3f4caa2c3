#include "source/archive.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <fmt/format.h>
#include <memory>

#include "source/size_words.hpp"

namespace rejoinder {

namespace {

constexpr std::size_t tar_mark = 257;  // where "ustar" stands

struct CloseArchive {
    void operator()(struct archive* archive) const { archive_read_free(archive); }
};

using Archive = std::unique_ptr<struct archive, CloseArchive>;

Archive new_reader() {
    Archive reader(archive_read_new());
    archive_read_support_filter_gzip(reader.get());
    archive_read_support_format_tar(reader.get());
    archive_read_support_format_zip(reader.get());
    archive_read_support_format_raw(reader.get());  // a single compressed file
    return reader;
}

std::string why(struct archive* reader) {
    const char* text = archive_error_string(reader);
    return text == nullptr ? "its contents make no sense" : text;
}

Error damaged(std::string_view origin, struct archive* reader) {
    return {ErrorCode::unreadable, fmt::format("{} is damaged ({}); copy or save it again", origin, why(reader))};
}

/// Bytes of the entry that the reader stands on. Errors: too_large, unreadable.
Result<std::string> entry_bytes(struct archive* reader, std::string_view origin, const ReadLimits& limits) {
    std::string bytes;
    constexpr std::size_t step = std::size_t{64} << 10;
    for (;;) {
        const std::size_t before = bytes.size();
        bytes.resize(before + step);
        const la_ssize_t got = archive_read_data(reader, bytes.data() + before, step);
        bytes.resize(before + (got > 0 ? static_cast<std::size_t>(got) : 0));
        if (got < 0) return tl::unexpected(damaged(origin, reader));
        if (got == 0) return bytes;
        if (bytes.size() > limits.bytes_per_page) {
            return fail(
                ErrorCode::too_large,
                fmt::format("{} unpacks to more than the limit of {} for one page; give the pages of the thread one "
                            "by one",
                            origin, size_words(limits.bytes_per_page)));
        }
    }
}

Unpacked read_entries(struct archive* reader, std::string_view origin, const ReadLimits& limits) {
    Unpacked unpacked;
    std::size_t total = 0;
    struct archive_entry* entry = nullptr;
    for (;;) {
        const int status = archive_read_next_header(reader, &entry);
        if (status == ARCHIVE_EOF) break;
        if (status < ARCHIVE_WARN) {
            unpacked.errors.push_back(damaged(origin, reader));
            break;
        }
        if (archive_entry_filetype(entry) != AE_IFREG && archive_format(reader) != ARCHIVE_FORMAT_RAW) continue;
        const char* path = archive_format(reader) == ARCHIVE_FORMAT_RAW ? "" : archive_entry_pathname(entry);
        std::string name = path == nullptr ? "" : path;
        const std::string place = name.empty() ? std::string(origin) : fmt::format("{}:{}", origin, name);
        auto bytes = entry_bytes(reader, place, limits);
        if (!bytes) {
            const bool over = bytes.error().code == ErrorCode::too_large;
            unpacked.errors.push_back(std::move(bytes.error()));
            if (over) continue;
            break;  // after damage nothing can be trusted
        }
        total += bytes->size();
        if (total > limits.bytes_per_archive) {
            unpacked.errors.push_back(
                {ErrorCode::too_large,
                 fmt::format("{} unpacks to more than the limit of {} in all; unpack it and give its "
                             "folder",
                             origin, size_words(limits.bytes_per_archive))});
            break;
        }
        unpacked.files.push_back({std::move(name), std::move(*bytes)});
    }
    return unpacked;
}

}  // namespace

bool is_archive(std::string_view beginning) {
    return beginning.starts_with("\x1F\x8B") || beginning.starts_with("PK\x03\x04") ||
           (beginning.size() > tar_mark && beginning.substr(tar_mark).starts_with("ustar"));
}

Unpacked unpack_file(const std::string& path, const ReadLimits& limits) {
    const Archive reader = new_reader();
    constexpr std::size_t block = std::size_t{64} << 10;
    if (archive_read_open_filename(reader.get(), path.c_str(), block) != ARCHIVE_OK)
        return {{}, {damaged(path, reader.get())}};
    return read_entries(reader.get(), path, limits);
}

Unpacked unpack_bytes(std::string_view bytes, std::string_view origin, const ReadLimits& limits) {
    const Archive reader = new_reader();
    if (archive_read_open_memory(reader.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) {
        return {{}, {damaged(origin, reader.get())}};
    }
    return read_entries(reader.get(), origin, limits);
}

}  // namespace rejoinder
