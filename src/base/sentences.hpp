// Text cut into sentences.
#pragma once

#include <string_view>
#include <vector>

namespace rejoinder {

/// The sentences of `text` (valid UTF-8) in order, without white space at either end; none is empty. A sentence ends at
/// [.!?…] with any closing quotes and brackets, if white space follows (after a full stop also: no lower-case letter,
/// and no title such as "Mr" or initial before it), and at every line's end. Texts in scripts with other marks
/// (Devanagari, Arabic, Han, …) are cut by ICU's rules.
std::vector<std::string_view> split_sentences(std::string_view text);

}  // namespace rejoinder
