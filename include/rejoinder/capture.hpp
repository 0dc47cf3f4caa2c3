// A Capture is the bytes of one page, and where they came from. Captures come from files, folders, archives, web
// archives and standard input (`read_captures`) and go to `extract`.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "rejoinder/result.hpp"

namespace rejoinder {

/// Seconds since 1970-01-01T00:00:00Z.
using UnixTime = std::int64_t;

enum class MediaType { unknown, html, text, json };

struct Capture {
    std::string bytes;
    std::string origin;  // a path as the user gave it, with ":NAME" inside an archive, or "standard input"
    MediaType media_type =
        MediaType::unknown;               // from the file name's ending; `unknown` lets `extract` look at the bytes
    std::optional<UnixTime> captured_at;  // when the page was saved, where that is known: the WARC-Date of a record
    std::string url = {};                 // the address that it was fetched from, where that is known: WARC-Target-URI
    std::string charset = {};             // as the server named it (HTTP's Content-Type); empty if it named none
    bool lines_in_file = false;  // JSON lines too many to hold: `bytes` is empty, and they stand in the file `origin`
};

struct ReadLimits {
    std::size_t bytes_per_page = std::size_t{64} << 20;    // a larger file is refused with ErrorCode::too_large
    std::size_t bytes_per_archive = std::size_t{1} << 30;  // unpacked; what was read before is kept
};

struct Captures {
    std::vector<Capture> pages;  // in the order given; a folder's files by name
    std::vector<Error> skipped;  // one per path or file that could not be read; the rest is unharmed
    Diagnostics notes;           // what was mended or passed over in web archives, with its origin
};

/// What reading yields, one after the other: a page, a path or file that could not be read, or a note.
using Reading = std::variant<Capture, Error, Diagnostic>;

/// Reads pages from paths: files, folders (every page and archive below them, by name), patterns ("pages/*.html", where
/// no file has that very name), gzip, zip and tar files (the pages in them; "a.zip:page.html" is the origin of one),
/// WARC and WET files ("a.warc.gz:https://…") and "-" for standard input. Hands over one page at a time, so that a web
/// archive of any size needs the memory of one record. Never fails as a whole: what could not be read is an Error with
/// ErrorCode::not_found, unreadable (empty, binary, no permission, damaged, a folder without pages) or too_large.
void read_captures(const std::vector<std::string>& paths, const std::function<void(Reading)>& take,
                   const ReadLimits& limits = {});

/// The same, all at once.
Captures read_captures(const std::vector<std::string>& paths, const ReadLimits& limits = {});

}  // namespace rejoinder
