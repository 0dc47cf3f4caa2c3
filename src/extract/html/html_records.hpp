// The records of a page while the walk over its elements fills them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dom/dom.hpp"
#include "extract/html/block_text.hpp"
#include "extract/page_reading.hpp"
#include "extract/time/times.hpp"
#include "extract/value_slots.hpp"
#include "rejoinder/post.hpp"

namespace rejoinder {

struct OpenPage {
    FoundValue title, forum, thread_key, url, number, count, locked, now, zone;
};

struct OpenReaction {
    dom::Node element;
    FoundValue name, count;
};

/// Where body text goes: the post's own words, or the words of a quote inside it.
struct OpenQuote {
    dom::Node element;  // none for the body itself
    Quote quote;
    std::vector<Block> blocks;
    std::string header;
    FoundValue author, author_id, source_key, time;
};

struct OpenPost {
    dom::Node element;
    PostKind kind = PostKind::post;
    std::string parent_key;
    std::size_t place = 0;  // in Page::posts: a post stands before those inside it
    FoundValue act, key, parent, depth, author, author_id, role, time, permalink, edit, edit_by, edit_time, edit_reason;
    std::vector<Link> links;
    std::vector<OpenReaction> reactions;
    std::vector<Attachment> attachments;
    std::vector<OpenQuote> body;  // body[0] holds the post's own words, the others the quotes that are open
    OpenQuote next_quote;         // what a header said that stands before its quote
    std::string signature_text;
    dom::Node body_element, hidden, header, header_before, signature, preformatted, reaction;  // elements that are open
    BlockText text;
};

/// The whole number that `text` begins with, or nothing.
std::optional<std::int64_t> number_at(std::string_view text);

Quote close_quote(OpenQuote&& open, const PageReading& reading, std::optional<Error>& error);

/// Notes where a link leads; one within the page leads nowhere.
void add_link(OpenPost& post, dom::Node element);

/// Notes a file that hangs on the post.
void add_attachment(OpenPost& post, dom::Node element);

Post close_post(OpenPost&& open, const PageReading& reading, std::optional<Error>& error);
void close_page(OpenPage open, Page& page, PageClock& clock);

}  // namespace rejoinder
