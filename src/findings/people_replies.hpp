// Who answered whom, reply by reply: what disputes and camps are made of.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "rejoinder/measure.hpp"

namespace rejoinder::detail {

/// A reply between two different people who are known by name.
struct PersonReply {
    std::uint32_t from = 0;  // in Measures::people
    std::uint32_t to = 0;    // in Measures::people
    std::uint32_t post = 0;  // 0-based, of `from`
    Ref answered;            // of `to`
};

inline constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();

/// By post: its writer in `people`, or `nobody` if that is not known.
std::vector<std::uint32_t> writers_of_posts(const Resolution& resolution, const std::vector<Person>& people);

/// In the order of Resolution::replies.
std::vector<PersonReply> replies_between_people(const Resolution& resolution, const std::vector<Person>& people);

}  // namespace rejoinder::detail
