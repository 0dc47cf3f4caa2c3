// The words of an argument.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "findings/phrase_books.hpp"
#include "rejoinder/findings.hpp"

namespace rejoinder::detail {

/// Words of four letters or more that most posts share in their own words, at least two of them: most posts first, then
/// most uses, then the first to appear; at most 8. Stop words, words of participants' names, numbers, and addresses and
/// file names are left out. Each is shown in its most common spelling, the first of equals.
std::vector<std::string> find_key_terms(const Thread& thread, const Resolution& resolution,
                                        const std::vector<Person>& people, const PhraseBooks& books);

/// The words of all posts that can be terms: those of find_key_terms(), shared or not.
struct PostTerms {
    std::vector<std::vector<std::uint32_t>> of_post;  // by post: numbers of its terms, in order, with repeats
    std::vector<std::string> spelling;                // by number: as its first use has it
    std::vector<std::uint32_t> posts;                 // by number: posts that use it
};

PostTerms terms_of_posts(const Thread& thread, const Resolution& resolution, const std::vector<Person>& people,
                         const PhraseBooks& books);

/// Terms that set some posts (0-based) apart from the others: at least two of them use it, and its share of their words
/// is more than twice that of the others' words. Best first by uses times the logarithm of the ratio of the two shares
/// (log-odds; half a use is added to both sides); at most 6.
std::vector<std::string> terms_apart(const PostTerms& terms, const std::vector<std::uint32_t>& posts);

}  // namespace rejoinder::detail
