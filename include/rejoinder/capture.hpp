// A Capture is the bytes of one page, and where they came from. Captures come from files, folders and standard input
// (`read_captures`) and go to `extract`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "rejoinder/result.hpp"

namespace rejoinder {

/// Seconds since 1970-01-01T00:00:00Z.
using UnixTime = std::int64_t;

enum class MediaType { unknown, html, text, json };

struct Capture {
    std::string bytes;
    std::string origin;  // a path as the user gave it, or "standard input"
    MediaType media_type =
        MediaType::unknown;               // from the file name's ending; `unknown` lets `extract` look at the bytes
    std::optional<UnixTime> captured_at;  // when the page was saved, where that is known
    bool lines_in_file = false;  // JSON lines too many to hold: `bytes` is empty, and they stand in the file `origin`
};

struct ReadLimits {
    std::size_t bytes_per_page = std::size_t{64} << 20;    // a larger file is refused with ErrorCode::too_large
    std::size_t bytes_per_archive = std::size_t{1} << 30;  // unpacked; what was read before is kept
};

struct Captures {
    std::vector<Capture> pages;  // in the order given; a folder's files by name
    std::vector<Error> skipped;  // one per path or file that could not be read; the rest is unharmed
};

/// Reads pages from paths: files, folders (every .html, .htm, .xhtml, .txt, .json, .jsonl and .ndjson
/// file below them, by name), gzip, zip and
/// tar files (the pages in them; "a.zip:page.html" is the origin of one) and "-" for standard input. Never fails as a
/// whole: what could not be read is in `skipped`, with ErrorCode::not_found, unreadable (empty, binary, no permission,
/// a folder without pages) or too_large.
Captures read_captures(const std::vector<std::string>& paths, const ReadLimits& limits = {});

}  // namespace rejoinder
