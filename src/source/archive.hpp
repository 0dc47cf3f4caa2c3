// Files inside gzip, zip and tar files. Wraps libarchive; nothing else names it.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "source/byte_stream.hpp"

namespace rejoinder {

/// Whether a file that begins so is a container: gzip, zip or tar.
bool is_archive(std::string_view beginning);

/// Takes one file of an archive: its name there (empty for a file that was only compressed) and its bytes, which may be
/// left unread and are gone when the function returns. False: enough, the rest is not unpacked.
using TakeFile = std::function<bool(const std::string& name, ByteStream& bytes)>;

/// Hands over every regular file of the archive at `path`. Nothing is written to disk, and names are only looked at.
/// Returns what is wrong with the archive itself: unreadable (damaged). Damage inside a file is told by its bytes, and
/// ends the archive.
std::vector<Error> unpack_file(const std::string& path, const TakeFile& take);

/// The same from bytes; `origin` is for messages.
std::vector<Error> unpack_bytes(std::string_view bytes, const std::string& origin, const TakeFile& take);

/// The same from a stream. A zip file is better read as a file or as bytes, because its index stands at its end.
std::vector<Error> unpack_stream(ByteStream& stream, const std::string& origin, const TakeFile& take);

}  // namespace rejoinder
