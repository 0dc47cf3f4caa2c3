// Which charset bytes are in, judged by the bytes alone. Wraps ICU's detector.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rejoinder {

/// Charsets that the text may be in, likeliest first, as ICU names them. `bytes` may hold tags; only the words that
/// hold bytes beyond ASCII are judged, up to 8 KB of them. Empty if nothing fits or there are no such bytes.
std::vector<std::string> guess_charsets(std::string_view bytes);

/// Whether the bytes beyond ASCII stand in long runs, as the letters of scripts other than Latin do. Then a label of a
/// Latin charset cannot be true.
bool is_mostly_in_runs(std::string_view text);

}  // namespace rejoinder
