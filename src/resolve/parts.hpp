// Post bodies taken apart: the pieces of own text, and the quotes one after another.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "rejoinder/resolve.hpp"

namespace rejoinder {

constexpr std::uint32_t none = UINT32_MAX;

/// A text block that stands directly in a post's body.
struct OwnPart {
    std::string_view text;
    std::uint32_t open_quote = none;  // the quote of this post whose words begin the block, if its end is not printed
    std::uint32_t nest = none;        // the innermost quote of a nest that is still to be divided (see nested.hpp)
    std::uint32_t outermost = none;   // the first of the quotes whose headers stand directly above that of open_quote
};

struct PostParts {
    std::vector<OwnPart> own;
    std::vector<ResolvedQuote> quotes;  // as in ResolvedPost: source, match and boundary still open
};

/// Takes a post apart. A quote's text is joined from its own text blocks.
PostParts take_apart(const Post& post);

/// False if the times that two quotes print show that they quote different posts. `earlier` is quoted by the post that
/// stands first on the page, so the other's source, were it the same, would be no younger.
bool may_quote_one_post(const PrintedTime& earlier, const PrintedTime& later);

/// Blocks as one text: paragraphs parted by one empty line, hollow paragraphs (see Block) dropped.
void append_paragraphs(std::string& text, std::string_view block);

}  // namespace rejoinder
