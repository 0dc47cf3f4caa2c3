// The key that the user holds.
#pragma once

#include <string>

#include "cli/arguments.hpp"
#include "rejoinder/result.hpp"

namespace rejoinder::cli {

/// The key that --pseudonyms asks for, without a line break at its end; empty if it was not asked for. Errors:
/// bad_argument (a kind of pseudonyms that there is not, no key, a short one), not_found, unreadable.
Result<std::string> pseudonym_key(const Arguments& arguments);

}  // namespace rejoinder::cli
