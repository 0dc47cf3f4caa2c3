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

/// What stands around a page.
struct PageFrame {
    std::string_view title;
    std::span<const NavigationItem> navigation;

    /// Address of the folder that holds `style_file` and `script_file`, for the pages of a site, whose policy allows
    /// the site's own files. Empty: both stand in the page, whose policy allows these two by their hashes.
    std::string_view assets = {};
};

inline constexpr std::string_view style_file = "rejoinder.css";
inline constexpr std::string_view script_file = "rejoinder.js";

/// Opens a page up to the beginning of <main>.
void append_page_head(std::string& out, const PageFrame& frame);

/// Closes <main> and the page.
void append_page_foot(std::string& out, const PageFrame& frame);

/// "sha256-…" in base64, as a Content-Security-Policy names what it allows; `hex` has 64 digits.
std::string policy_hash(std::string_view hex);

}  // namespace rejoinder::report
