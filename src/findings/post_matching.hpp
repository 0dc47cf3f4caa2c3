// Which posts of two captures of a thread are the same.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "rejoinder/thread.hpp"

namespace rejoinder::detail {

/// All words of a body in order, with the quotes' and a line for each name that a quote has.
std::string body_text(const std::vector<Block>& body);

struct PostMatches {
    std::vector<std::uint32_t> second_of;  // by post of the first thread: post of the second, or `none`
    std::vector<std::uint32_t> first_of;   // the reverse
    std::vector<std::string> first_text;   // by post: its body_text
    std::vector<std::string> second_text;
};

PostMatches match_posts(const Thread& first, const Thread& second);

}  // namespace rejoinder::detail
