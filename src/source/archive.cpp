#include "source/archive.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <fmt/format.h>
#include <cerrno>
#include <memory>

namespace rejoinder {

namespace {

constexpr std::size_t tar_mark = 257;  // where "ustar" stands
constexpr std::size_t block = std::size_t{64} << 10;

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

std::vector<Error> read_entries(struct archive* reader, std::string_view origin, const TakeFile& take) {
    struct archive_entry* entry = nullptr;
    bool broken = false;
    while (!broken) {
        const int status = archive_read_next_header(reader, &entry);
        if (status == ARCHIVE_EOF) break;
        if (status < ARCHIVE_WARN) return {damaged(origin, reader)};
        const bool raw = archive_format(reader) == ARCHIVE_FORMAT_RAW;
        if (archive_entry_filetype(entry) != AE_IFREG && !raw) continue;
        const char* path = raw ? "" : archive_entry_pathname(entry);
        const std::string name = path == nullptr ? "" : path;
        const std::string place = name.empty() ? std::string(origin) : fmt::format("{}:{}", origin, name);
        ByteStream bytes([&](char* out, std::size_t size) -> Result<std::size_t> {
            const la_ssize_t got = archive_read_data(reader, out, size);
            if (got >= 0) return static_cast<std::size_t>(got);
            broken = true;  // after damage nothing can be trusted
            return tl::unexpected(damaged(place, reader));
        });
        if (!take(name, bytes)) break;
    }
    return {};
}

/// What libarchive's callback reads from: it keeps the block until the next call.
struct Streamed {
    ByteStream& stream;
    std::size_t taken = 0;
};

la_ssize_t read_block(struct archive* reader, void* from, const void** bytes) {
    auto& streamed = *static_cast<Streamed*>(from);
    streamed.stream.skip(streamed.taken);
    const auto ahead = streamed.stream.peek(1);
    streamed.taken = ahead ? ahead->size() : 0;
    if (!ahead) {
        archive_set_error(reader, EIO, "it cannot be read to its end");
        return -1;
    }
    *bytes = ahead->data();
    return static_cast<la_ssize_t>(ahead->size());
}

}  // namespace

bool is_archive(std::string_view beginning) {
    return beginning.starts_with("\x1F\x8B") || beginning.starts_with("PK\x03\x04") ||
           (beginning.size() > tar_mark && beginning.substr(tar_mark).starts_with("ustar"));
}

std::vector<Error> unpack_file(const std::string& path, const TakeFile& take) {
    const Archive reader = new_reader();
    if (archive_read_open_filename(reader.get(), path.c_str(), block) != ARCHIVE_OK)
        return {damaged(path, reader.get())};
    return read_entries(reader.get(), path, take);
}

std::vector<Error> unpack_bytes(std::string_view bytes, const std::string& origin, const TakeFile& take) {
    const Archive reader = new_reader();
    if (archive_read_open_memory(reader.get(), bytes.data(), bytes.size()) != ARCHIVE_OK)
        return {damaged(origin, reader.get())};
    return read_entries(reader.get(), origin, take);
}

std::vector<Error> unpack_stream(ByteStream& stream, const std::string& origin, const TakeFile& take) {
    const Archive reader = new_reader();
    Streamed streamed{stream};
    if (archive_read_open(reader.get(), &streamed, nullptr, read_block, nullptr) != ARCHIVE_OK)
        return {damaged(origin, reader.get())};
    return read_entries(reader.get(), origin, take);
}

}  // namespace rejoinder
