// Pages inside gzip, zip and tar files. Wraps libarchive; nothing else names it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "rejoinder/capture.hpp"

namespace rejoinder {

/// Whether a file that begins so is a container: gzip, zip or tar.
bool is_archive(std::string_view beginning);

struct ArchivedFile {
    std::string name;  // inside the archive; empty for a file that was only compressed
    std::string bytes;
};

struct Unpacked {
    std::vector<ArchivedFile> files;  // in the order of the archive
    std::vector<Error> errors;  // too_large (an entry or the whole passes its limit), unreadable (damaged): what was
                                // read before stays
};

/// Reads every regular file of the archive at `path`. Nothing is written to disk, and names are only looked at.
Unpacked unpack_file(const std::string& path, const ReadLimits& limits);

/// The same from bytes; `origin` is for messages.
Unpacked unpack_bytes(std::string_view bytes, std::string_view origin, const ReadLimits& limits);

}  // namespace rejoinder
