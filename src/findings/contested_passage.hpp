// The sentence that most posts quote.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "rejoinder/findings.hpp"

namespace rejoinder::detail {

/// Looks in every post and ghost that at least two posts quote, at sentences of five words or more. A post's quotes
/// hold a sentence if they hold at least 80 % of its words, each next to, or one word away from, another word that it
/// is as near to in the sentence, in the same order: a quote of the whole sentence does, and so does one with a word
/// changed. Of equals, the earliest; a ghost counts as written just before the first post that quotes it. Nothing if no
/// sentence is quoted by two posts. With `within` (0-based posts, ascending), only what these quote counts.
std::optional<ContestedPassage> find_contested_passage(const Resolution& resolution,
                                                       const std::vector<std::uint32_t>* within = nullptr);

}  // namespace rejoinder::detail
