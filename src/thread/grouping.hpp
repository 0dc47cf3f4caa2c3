// Which pages are pages of one thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rejoinder/post.hpp"

namespace rejoinder {

/// The address of a thread: without scheme, "www.", fragment, the part that names a page ("page/2", "?start=25") and
/// session ids. Empty if the address names no thread (a bare host).
std::string thread_address(std::string_view url);

/// Pages in groups, one per thread, in order of the threads' first pages; within a group as given.
std::vector<std::vector<Page>> group_by_thread(std::vector<Page> pages);

}  // namespace rejoinder
