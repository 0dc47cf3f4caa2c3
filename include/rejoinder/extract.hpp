// extract: one capture and the profiles in, one Page out. Says what is printed and guesses nothing.
#pragma once

#include <string>
#include <vector>

#include "rejoinder/post.hpp"
#include "rejoinder/profile.hpp"

namespace rejoinder {

struct ExtractOptions {
    std::string forum;           // name of the profile to use; empty lets detection choose
    std::size_t nesting = 4096;  // elements open at once; a deeper page is refused with ErrorCode::too_large
};

/// Reads a capture that may hold several threads: JSON and JSON lines. Each thread is a Page, in the order in which
/// they begin; any other capture is one page. A file of a corpus that only goes with another one yields none. Errors:
/// as extract().
Result<std::vector<Page>> extract_pages(const Capture& capture, const ProfileSet& profiles,
                                        const ExtractOptions& options, Diagnostics& diagnostics);

/// Reads one page; of JSON with several threads, the first. Flaws that did not stop it are appended to `diagnostics`.
/// Errors: no_thread (the page is an article, or has an empty comment section: the message says which),
/// unreadable (not UTF-8 and no charset declared, no profile fits), too_large (nesting),
/// bad_config (two profiles fit equally, a pattern passed PCRE2's match limit), bad_argument (no profile of that name).
Result<Page> extract(const Capture& capture, const ProfileSet& profiles, const ExtractOptions& options,
                     Diagnostics& diagnostics);

/// A profile that was drafted from a page.
struct DraftedProfile {
    std::string toml;       // the text of a profile file
    std::size_t posts = 0;  // how many posts it finds on the page
};

/// Drafts a profile from the repeated structure of an HTML page, whether or not a profile knows it.
/// Errors: no_thread (nothing on it looks like posts, or it is no HTML), unreadable, too_large.
Result<DraftedProfile> draft_profile_from(const Capture& capture, const ProfileSet& profiles);

}  // namespace rejoinder
