#include "extract/text.hpp"

#include <algorithm>
#include <charconv>

#include "base/unicode.hpp"
#include "extract/html/ancestors.hpp"
#include "extract/quote_header.hpp"
#include "extract/time/times.hpp"

namespace rejoinder {

namespace {

/// A stretch of the page.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
};

Result<std::optional<PatternMatch>> find(const std::optional<Pattern>& pattern, std::string_view text,
                                         std::size_t from = 0) {
    if (!pattern) return std::nullopt;
    PatternMatch match;
    const auto found = pattern->find(text, from, match);
    if (!found) return tl::unexpected(found.error());
    if (!*found) return std::nullopt;
    return match;
}

std::string group(const Pattern& pattern, const PatternMatch& match, std::string_view name) {
    const std::size_t index = pattern.group(name);
    return index == 0 ? std::string() : one_line(match.groups[index]);
}

/// Text as it is kept in a Block: see post.hpp.
std::string block_text(std::string_view raw) {
    std::string text;
    bool blank = false;
    bool hollow = false;  // a line of no-break spaces only: a paragraph without words
    for (std::size_t at = 0; at <= raw.size();) {
        const std::size_t end = std::min(raw.find('\n', at), raw.size());
        const std::string_view line = raw.substr(at, end - at);
        const std::string words = one_line(line);
        if (words.empty()) {
            blank = true;
            hollow = hollow || line.find("\xC2\xA0") != std::string_view::npos;
        } else {
            if (!text.empty()) text += !blank ? "\n" : hollow ? "\n\n\n" : "\n\n";
            text += words;
            blank = hollow = false;
        }
        at = end + 1;
    }
    return text;
}

/// Cuts reaction lines off the end of a post.
Result<std::string_view> take_reactions(std::string_view text, const TextRules& rules,
                                        std::vector<Reaction>& reactions) {
    while (rules.reaction) {
        const std::size_t last = text.find_last_not_of(" \n\t");
        if (last == std::string_view::npos) break;
        const std::size_t begin = text.rfind('\n', last) + 1;  // npos + 1 is 0: the first line
        const std::string_view line = text.substr(begin, last + 1 - begin);
        const auto match = find(rules.reaction, line);
        if (!match) return tl::unexpected(match.error());
        if (!*match) break;
        Reaction reaction{group(*rules.reaction, **match, "name"), 1};
        const std::string count = group(*rules.reaction, **match, "count");
        std::from_chars(count.data(), count.data() + count.size(), reaction.count);
        reactions.insert(reactions.begin(), std::move(reaction));
        text = text.substr(0, begin);
    }
    return text;
}

Result<std::string> without_boilerplate(std::string_view text, const TextRules& rules) {
    std::string kept(text);
    for (const Pattern& pattern : rules.boilerplate) {
        std::string rest;
        std::size_t at = 0;
        PatternMatch match;
        while (at <= kept.size()) {
            const auto found = pattern.find(kept, at, match);
            if (!found) return tl::unexpected(found.error());
            if (!*found || match.end == match.begin) break;
            rest.append(kept, at, match.begin - at);
            at = match.end;
        }
        if (at == 0) continue;
        rest.append(kept, at, std::string::npos);
        kept = std::move(rest);
    }
    return kept;
}

/// The blocks of a post's text while its quotes are found. A quote whose end is printed holds its words; one without
/// leaves them to the text after it.
class BodyReader {
public:
    BodyReader(std::string_view text, const Profile& profile) : text_(text), profile_(profile) {}

    Result<std::vector<Block>> read();

private:
    struct Open {
        Quote quote;
        std::vector<Block> blocks;
    };

    void add_text(std::size_t end);
    void open_quote(QuoteHeader header);
    void close_quote();
    std::vector<Block> take_blocks();

    std::string_view text_;
    const Profile& profile_;
    std::size_t at_ = 0;
    std::vector<Open> open_{1};  // the post itself, and the quotes that are open
};

void BodyReader::add_text(std::size_t end) {
    if (end <= at_) return;
    if (std::string words = block_text(text_.substr(at_, end - at_)); !words.empty())
        open_.back().blocks.push_back({std::move(words)});
}

void BodyReader::open_quote(QuoteHeader header) {
    add_text(header.begin);
    at_ = header.end;
    Open open;
    open.quote.author = std::move(header.author);
    open.quote.time = read_time(header.when, profile_);
    open_.push_back(std::move(open));
}

/// At the end that is printed of the innermost quote.
void BodyReader::close_quote() {
    Open open = std::move(open_.back());
    open_.pop_back();
    open.quote.body = std::move(open.blocks);
    open_.back().blocks.push_back({std::move(open.quote)});
}

/// The blocks of the post. Quotes whose end is not printed stand one after another, each before the text it leaves.
std::vector<Block> BodyReader::take_blocks() {
    std::vector<Block> blocks = std::move(open_.front().blocks);
    for (auto open = open_.begin() + 1; open != open_.end(); ++open) {
        open->quote.end_is_printed = false;
        blocks.push_back({std::move(open->quote)});
        blocks.insert(blocks.end(), std::make_move_iterator(open->blocks.begin()),
                      std::make_move_iterator(open->blocks.end()));
    }
    return blocks;
}

Result<std::vector<Block>> BodyReader::read() {
    auto headers = find_quote_headers(text_, profile_);
    if (!headers) return tl::unexpected(headers.error());
    auto header = headers->begin();
    for (;;) {
        const auto end = find(profile_.text->quote_end, text_, at_);
        if (!end) return tl::unexpected(end.error());
        const bool ends = *end && (*end)->end > (*end)->begin;
        const std::size_t end_begin = ends ? (*end)->begin : text_.size();
        while (header != headers->end() && header->begin < end_begin) open_quote(std::move(*header++));
        add_text(end_begin);
        if (!ends) break;
        if (open_.size() > 1) close_quote();
        at_ = std::max(at_, (*end)->end);
    }
    return take_blocks();
}

class TextReader {
public:
    TextReader(std::string_view text, const Profile& profile) : text_(text), profile_(profile), rules_(*profile.text) {}

    Result<Page> read();

private:
    Result<void> read_head(std::size_t end);
    Result<Span> posts_span();
    Result<void> read_records(Span span);
    Result<void> add_record(Span record, const std::optional<PatternMatch>& header);
    std::size_t line_at(std::size_t offset);

    std::string_view text_;
    const Profile& profile_;
    const TextRules& rules_;
    Page page_;
    Ancestors ancestors_;   // of the next post, where an indent is printed
    std::string opener_;    // name of the thread's opener, from the head
    std::size_t line_ = 1;  // of counted_, so that lines are counted once
    std::size_t counted_ = 0;
};

std::size_t TextReader::line_at(std::size_t offset) {
    line_ += static_cast<std::size_t>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(counted_),
                                                 text_.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
    counted_ = offset;
    return line_;
}

Result<void> TextReader::read_head(std::size_t end) {
    const auto match = find(rules_.head, text_.substr(0, end));
    if (!match) return tl::unexpected(match.error());
    if (!*match) return {};
    page_.title = group(*rules_.head, **match, "title");
    page_.forum = group(*rules_.head, **match, "forum");
    opener_ = group(*rules_.head, **match, "author");
    return {};
}

Result<Span> TextReader::posts_span() {
    Span span{0, text_.size()};
    const auto begin = find(rules_.posts_begin, text_);
    if (!begin) return tl::unexpected(begin.error());
    if (rules_.posts_begin && !*begin) return Span{};
    if (*begin) span.begin = (*begin)->end;
    const auto end = find(rules_.posts_end, text_, span.begin);
    if (!end) return tl::unexpected(end.error());
    if (*end) span.end = (*end)->begin;
    if (auto head = read_head(*begin ? (*begin)->begin : text_.size()); !head) return tl::unexpected(head.error());
    return span;
}

Result<void> TextReader::add_record(Span record, const std::optional<PatternMatch>& header) {
    std::string_view raw = text_.substr(record.begin, record.end - record.begin);
    const std::size_t first = raw.find_first_not_of(" \n\t");
    if (first == std::string_view::npos && !header) return {};
    Post post;
    post.line = line_at(header ? header->begin : record.begin + first);
    if (header) {
        post.author = group(*rules_.post_begin, *header, "author");
        post.key = group(*rules_.post_begin, *header, "key");
        post.role = group(*rules_.post_begin, *header, "role");
        post.time = read_time(group(*rules_.post_begin, *header, "time"), profile_);
        if (const std::size_t indent = rules_.post_begin->group("indent"); indent != 0) {
            const auto above =
                ancestors_.enter(static_cast<std::int64_t>(header->groups[indent].size()), page_.posts.size());
            if (above) post.parent_line = page_.posts[*above].line;
        }
    }
    const auto pingback = find(rules_.pingback, text_.substr(header ? header->begin : record.begin,
                                                             record.end - (header ? header->begin : record.begin)));
    if (!pingback) return tl::unexpected(pingback.error());
    if (*pingback) post.kind = PostKind::pingback;
    const auto words = take_reactions(raw, rules_, post.reactions);
    if (!words) return tl::unexpected(words.error());
    auto kept = without_boilerplate(*words, rules_);
    if (!kept) return tl::unexpected(kept.error());
    auto body = BodyReader(*kept, profile_).read();
    if (!body) return tl::unexpected(body.error());
    post.body = std::move(*body);
    if (post.body.empty() && post.reactions.empty() && !header) return {};
    page_.posts.push_back(std::move(post));
    return {};
}

/// Posts between their headers (post_begin), their footers (post_end), or both.
Result<void> TextReader::read_records(Span span) {
    const std::string_view region = text_.substr(0, span.end);
    std::optional<PatternMatch> header;
    std::size_t at = span.begin;
    if (rules_.post_begin) {
        auto first = find(rules_.post_begin, region, at);
        if (!first) return tl::unexpected(first.error());
        if (!*first) return {};
        header = std::move(*first);
        at = header->end;
    }
    while (at < span.end) {
        auto next = find(rules_.post_begin, region, at);
        if (!next) return tl::unexpected(next.error());
        const std::size_t next_begin = *next ? (*next)->begin : span.end;
        const auto footer = find(rules_.post_end, text_.substr(0, next_begin), at);
        if (!footer) return tl::unexpected(footer.error());
        if (!*footer && !*next && rules_.post_end && !rules_.post_begin)
            break;  // what follows the last footer is no post
        const bool by_footer = footer->has_value();
        if (auto added = add_record({at, by_footer ? (*footer)->begin : next_begin}, header); !added) return added;
        header = std::move(*next);
        at = header ? header->end : by_footer ? (*footer)->end : span.end;
        if (rules_.post_begin && !header) break;
    }
    return {};
}

Result<Page> TextReader::read() {
    const auto span = posts_span();
    if (!span) return tl::unexpected(span.error());
    if (auto records = read_records(*span); !records) return tl::unexpected(records.error());
    // The byline names who opened the thread; on a later page the first post is someone else's, and an opening post
    // quotes nobody.
    if (!opener_.empty() && !page_.posts.empty() && page_.number <= 1) {
        Post& first = page_.posts.front();
        const bool quotes = std::any_of(first.body.begin(), first.body.end(), [](const Block& b) { return b.quote(); });
        if (first.author.empty() && !quotes) {
            first.author = opener_;
            first.author_place = "the byline above the first post";
        }
    }
    return std::move(page_);
}

}  // namespace

std::string unix_lines(std::string_view text) {
    std::string lines;
    lines.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r') {
            lines += text[i];
        } else if (i + 1 == text.size() || text[i + 1] != '\n') {
            lines += '\n';
        }
    }
    return lines;
}

Result<Page> extract_text(std::string_view text, const Profile& profile) {
    return TextReader(text, profile).read();
}

}  // namespace rejoinder
