// The words of an argument.
#pragma once

#include <string>
#include <vector>

#include "findings/phrase_books.hpp"
#include "rejoinder/findings.hpp"

namespace rejoinder::detail {

/// Words of four letters or more that most posts share in their own words, at least two of them: most posts first, then
/// most uses, then the first to appear; at most 8. Stop words, words of participants' names, numbers, and addresses and
/// file names are left out. Each is shown in its most common spelling, the first of equals.
std::vector<std::string> find_key_terms(const Thread& thread, const Resolution& resolution,
                                        const std::vector<Person>& people, const PhraseBooks& books);

}  // namespace rejoinder::detail
