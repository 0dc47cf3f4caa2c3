// Quotes that mislead about what was said, or by whom.
#pragma once

#include <vector>

#include "findings/writers.hpp"
#include "rejoinder/findings.hpp"

namespace rejoinder::detail {

/// Faults of quotes whose source is a post of the thread, by post, then quote, then fault.
///
/// `altered`: resolve found changed words; or the quote's markup names the post, and fewer than half of at least 4
/// words of the quote stand in it. It is `edited_since` instead if an earlier text of the source holds more of the
/// quote's words, or if the source's edit note is later than the quoting post.
/// `wrong_name`: the quote names another participant than the writer of its source. Names that nobody in the thread
/// bears say nothing (a forum may print one name for an account and another for a person), nor do two names with one
/// id. `lost_header`: the source, or another post of the person named, quotes those words of somebody else; at least 5
/// in a row of them stand in this quote as if they were the source's own.
std::vector<AlteredQuote> find_quote_faults(const Thread& thread, const Resolution& resolution,
                                            const Measures& measures, const Writers& writers);

}  // namespace rejoinder::detail
