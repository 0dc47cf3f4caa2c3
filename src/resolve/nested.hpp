// Quotes that begin with a quote, of which a page prints only the headers.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "rejoinder/thread.hpp"
#include "resolve/parts.hpp"

namespace rejoinder {

/// Headers directly above one another, and the block below them: the innermost quote's words, then those of the quotes
/// around it, then the writer's own.
struct OpenNest {
    std::uint32_t post = 0;
    std::uint32_t part = 0;       // in PostParts::own
    std::uint32_t innermost = 0;  // in PostParts::quotes; the quotes around it stand before it
    std::string_view text;        // of the block
};

/// Takes the nests out of `posts`: their blocks stand there as own text. To be called before the boundaries of all
/// other quotes are decided, which a nest would mislead: it repeats its source's quote together with its source's own
/// words.
std::vector<OpenNest> take_open_nests(std::vector<PostParts>& posts);

/// Divides each nest by the own words of an earlier post that itself quotes the person inside: what stands before them
/// is the inner quote, what agrees the outer one. Where no such post is found the innermost quote is left open, and its
/// boundary is still to be decided.
void divide_nests(const Thread& thread, const std::vector<OpenNest>& nests, std::vector<PostParts>& posts);

}  // namespace rejoinder
