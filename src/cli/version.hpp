// Which version of Rejoinder this is.
#pragma once

#include <string_view>

namespace rejoinder::cli {

/// "0.1.0".
std::string_view version();

}  // namespace rejoinder::cli
