// Quotes that begin with a quote, of which a page prints only the headers.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "rejoinder/thread.hpp"
#include "resolve/layout.hpp"
#include "resolve/parts.hpp"

namespace rejoinder {

/// Headers directly above one another, and the block below them: the innermost quote's words, then those of the quotes
/// around it, then the writer's own.
struct OpenNest {
    std::uint32_t post = 0;
    std::uint32_t part = 0;       // in PostParts::own
    std::uint32_t innermost = 0;  // in PostParts::quotes; the quotes around it stand before it,
    std::uint32_t outermost = 0;  // down to this one
    std::string_view text;        // of the block
};

/// Takes the nests out of `posts`: their blocks stand there as own text, marked (OwnPart::nest). To be called before
/// the boundaries of all other quotes are decided, which a nest would mislead: it repeats its source's quote together
/// with its source's own words.
std::vector<OpenNest> take_open_nests(std::vector<PostParts>& posts);

/// Divides each nest, in thread order, by what other texts tell of its words: own words of earlier posts (of a post
/// that quotes the person inside, for an outer quote) and quotes of the same people. Quotes for which no words speak
/// get theirs by `manner`.
void divide_nests(const Thread& thread, const std::vector<OpenNest>& nests, const Manner& manner,
                  std::vector<PostParts>& posts);

}  // namespace rejoinder
