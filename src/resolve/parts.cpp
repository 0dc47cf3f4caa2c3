#include "resolve/parts.hpp"

namespace rejoinder {

namespace {

/// Quotes may nest as deep as a page makes them, so the way down is kept in a list and not in calls.
struct Level {
    const std::vector<Block>* blocks;
    std::size_t next;
    std::uint32_t quote;  // whose blocks these are
};

ResolvedQuote printed_part(const Quote& quote, std::size_t depth) {
    ResolvedQuote part;
    part.depth = static_cast<std::uint32_t>(depth);
    part.author = quote.author;
    part.author_id = quote.author_id;
    part.source_key = quote.source_key;
    part.time = quote.time;
    return part;
}

void take_quote(const Quote& outermost, std::vector<ResolvedQuote>& quotes) {
    std::vector<Level> levels{{&outermost.body, 0, static_cast<std::uint32_t>(quotes.size())}};
    quotes.push_back(printed_part(outermost, 1));
    while (!levels.empty()) {
        Level& level = levels.back();
        if (level.next == level.blocks->size()) {
            levels.pop_back();
            continue;
        }
        const Block& block = (*level.blocks)[level.next++];
        if (const std::string* text = block.text()) {
            append_paragraphs(quotes[level.quote].text, *text);
        } else {
            const auto number = static_cast<std::uint32_t>(quotes.size());
            quotes.push_back(printed_part(*block.quote(), levels.size() + 1));
            levels.push_back({&block.quote()->body, 0, number});
        }
    }
}

}  // namespace

bool may_quote_one_post(const PrintedTime& earlier, const PrintedTime& later) {
    if (earlier.at && later.at &&
        (earlier.at->below <= later.at->at_least || later.at->below <= earlier.at->at_least)) {
        return false;
    }
    return !earlier.age || !later.age || later.age->below > earlier.age->at_least;
}

void append_paragraphs(std::string& text, std::string_view block) {
    if (!text.empty() && !block.empty()) text += "\n\n";
    for (std::size_t at = 0; at < block.size();) {
        const std::size_t end = block.find("\n\n\n", at);
        if (end == std::string_view::npos) {
            text += block.substr(at);
            return;
        }
        text += block.substr(at, end + 2 - at);
        at = end + 3;
    }
}

PostParts take_apart(const Post& post) {
    PostParts parts;
    std::uint32_t open = none;
    std::uint32_t outermost = none;
    for (const Block& block : post.body) {
        if (const std::string* text = block.text()) {
            parts.own.push_back({*text, open, none, open == none ? none : outermost});
            open = none;
            continue;
        }
        const bool header_above = open != none && parts.quotes.size() == open + 1 && parts.quotes[open].text.empty();
        const auto number = static_cast<std::uint32_t>(parts.quotes.size());
        const std::uint32_t around = open;
        open = block.quote()->end_is_printed ? none : number;
        if (!header_above) outermost = open;
        take_quote(*block.quote(), parts.quotes);
        // A header directly below another one: a quote that begins with a quote.
        if (around != none && open != none) parts.quotes[number].depth = parts.quotes[around].depth + 1;
    }
    return parts;
}

}  // namespace rejoinder
