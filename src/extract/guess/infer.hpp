// Pages that no profile describes: a profile is drafted from the page itself, and the page is read by it.
#pragma once

#include <optional>
#include <string>

#include "extract/guess/outline.hpp"
#include "rejoinder/post.hpp"
#include "rejoinder/profile.hpp"

namespace rejoinder {

/// A page that was read by guessing.
struct InferredPage {
    Page page;          // `layout` is set; it has posts
    std::string draft;  // TOML of the profile that read it; empty if the page's data (JSON-LD) was read instead
};

/// The phrase books for a page: that of the language that the page names, and English.
Profile languages_of(const dom::Document& document, const ProfileSet& profiles);

/// Reads the page, or nothing if no posts can be told on it. Its confidence is the mean of four shares of the posts
/// (with an author, with a time, with a text, with a text unlike the others'), times n / (n + 1) for n posts, since
/// little repeats in a short thread; where the page itself says in schema.org's words what its posts are, times n / (n
/// + 1/4). Below 0.55 nothing is read. `name` is that of the profile.
Result<std::optional<InferredPage>> infer_page(const dom::Document& document, const Outline& outline,
                                               const ProfileSet& profiles, const Profile& languages,
                                               std::string_view name);

}  // namespace rejoinder
