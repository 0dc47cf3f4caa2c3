#include "cli/version.hpp"

namespace rejoinder::cli {

std::string_view version() {
    return REJOINDER_VERSION;
}

}  // namespace rejoinder::cli
