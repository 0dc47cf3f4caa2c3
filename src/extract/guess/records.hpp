// Which elements of a page are its posts: those that repeat and hold a name, a time and a text each.
//
// Every mark (a selector) of the outline is a candidate. The score of a set of records is
//
//     q² · Σ t^0.75      q = mean over records of 0.35 [has a time] + 0.35 [has a name] + 0.3 min(1, t / 30)
//
// where t is the text of a record in characters, without links and without the records inside it. The sum grows when
// a coarse record is divided into its posts (0.75 < 1), and q falls when it is divided further, into paragraphs that
// have no name and no time. Records in sidebars, and lists of links to other pages, do not count. The best mark is
// taken, then further ones that raise the score: a question beside its answers, comments below them, an opening post
// that looks different.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/guess/outline.hpp"

namespace rejoinder {

/// A record and what stands in it, outside the records inside it.
struct Record {
    std::uint32_t element = 0;
    std::int32_t parent = -1;  // index of the record that it stands in; -1 if none
    std::uint32_t mark = 0;    // the mark that found it
    std::uint32_t text = 0;    // characters that are no links
    std::uint32_t times = 0;
    std::uint32_t names = 0;
};

struct RecordSet {
    std::vector<std::uint32_t> marks;  // the best one first
    std::vector<Record> records;       // in page order
    double score = 0.0;
    bool from_schema = false;  // the marks are schema.org's types for posts and comments
};

/// Whether a selector asks for what schema.org calls the text of a post.
bool is_text_property(std::string_view selector);

/// The records of the page; empty if nothing on it looks like posts.
RecordSet find_records(const Outline& outline);

/// Whether the page lists links to other pages with names and times: a forum's index, search results, teasers. `links`
/// is how many.
bool is_listing(const Outline& outline, std::size_t& links);

}  // namespace rejoinder
