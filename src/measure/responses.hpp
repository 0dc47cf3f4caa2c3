// How long answers took, where times are known.
#pragma once

#include <cstdint>
#include <string_view>

#include "measure/forest.hpp"

namespace rejoinder::detail {

/// Seconds from a post or ghost to the post that answers it first.
struct Delay {
    std::int64_t least = 0;
    std::int64_t most = 0;            // both may be the delay
    std::string_view absent_because;  // empty: the delay is known to two minutes or better
};

/// Both times must be known to the minute: then the delay is known within a minute either way.
Delay delay_of(const Resolution& resolution, const Forest& forest, std::uint32_t post);

/// Quartiles of all delays that are known, in seconds. Each lies between the quartile of the least and that of the most
/// that the delays can be.
struct Responses {
    struct Bounds {
        double least = 0;
        double most = 0;
    };
    std::size_t known = 0;  // delays
    Bounds quartiles[3];    // linear between neighbours (Hyndman & Fan 1996, type 7)
};

Responses find_responses(const Resolution& resolution, const Forest& forest);

}  // namespace rejoinder::detail
