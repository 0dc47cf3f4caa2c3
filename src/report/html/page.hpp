// The frame of every HTML page: what stands in its head, its navigation, and what it may load.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace rejoinder::report {

struct NavigationItem {
    std::string_view address;
    std::string_view name;
};

/// Opens a page up to the beginning of <main>. Style and scripts stand in the page itself; the policy in its head
/// allows these two by their hashes, and nothing else.
void append_page_head(std::string& out, std::string_view title, std::span<const NavigationItem> navigation);

/// Closes <main> and the page.
void append_page_foot(std::string& out);

/// "sha256-…" in base64, as a Content-Security-Policy names what it allows; `hex` has 64 digits.
std::string policy_hash(std::string_view hex);

}  // namespace rejoinder::report
