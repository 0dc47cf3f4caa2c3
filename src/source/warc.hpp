// Web archives: WARC files, and the WET files of plain text that are made from them.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "rejoinder/capture.hpp"
#include "source/byte_stream.hpp"

namespace rejoinder {

/// Whether a file that begins so is a web archive.
bool is_warc(std::string_view beginning);

/// Hands over the page of every record that holds one: a response with status 200, a resource or a conversion, of HTML
/// or plain text. Other kinds of records are passed over; how many answers had another status is noted. One record at a
/// time is held in memory. A record whose length is wrong is read up to the next record, and that is noted.
/// Errors: unreadable (it ends inside a record, is damaged, or holds no page), too_large (a record; the rest is read).
void read_warc(ByteStream& bytes, const std::string& origin, const ReadLimits& limits,
               const std::function<void(Reading)>& take);

}  // namespace rejoinder
