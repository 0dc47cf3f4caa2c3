// Answers without a quote: a post that links to another, gives its number, or calls its writer by name.
#pragma once

#include <vector>

#include "rejoinder/resolve.hpp"

namespace rejoinder {

struct Mention {
    std::uint32_t to = 0;  // 0-based post, earlier than the one that mentions it
    EvidenceKind kind = EvidenceKind::linked_post;
};

/// By post: the earlier posts that its own words point at, in the order of their evidence. A name stands for the
/// nearest earlier post of its bearer. Names count after "@", and at the beginning of a line or sentence before a
/// comma, colon or exclamation mark; there also the beginning of a name (4 letters or more) if only one participant's
/// name begins so. A name that its bearer begins sentences with is a word like others, and does not count there.
std::vector<std::vector<Mention>> find_mentions(const Thread& thread, const std::vector<ResolvedPost>& posts);

}  // namespace rejoinder
