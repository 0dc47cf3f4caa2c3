#include "extract/html/html_records.hpp"

#include <algorithm>
#include <charconv>

#include "base/unicode.hpp"
#include "extract/guess/shape.hpp"
#include "extract/marked_lines.hpp"
#include "extract/quote_header.hpp"
#include "extract/time/times.hpp"

namespace rejoinder {

namespace {

constexpr std::size_t longest_header = 120;  // bytes of a line above a quote

/// What the reader sees at the element of a time. Some engines print it twice inside, long and short: the first counts.
std::string shown_time(dom::Node element) {
    dom::Node first;
    for (dom::Node at = element.first_child(); at; at = at.next()) {
        if (at.is_text() && !trim(at.text()).empty()) return one_line(dom::text_content(element));
        if (at.is_element() && !first) first = at;
    }
    return first ? one_line(dom::text_content(first)) : std::string();
}

/// A time whose attribute holds the moment and whose text is what the reader sees; the text of the whole `post` is not.
PrintedTime read_found_time(const FoundValue& found, dom::Node post, const PageReading& reading) {
    PrintedTime time = read_time(found.value, reading);
    if (!found.element || found.element == post) return time;
    std::string shown = shown_time(found.element);
    if (shown.empty()) return time;
    if (!time.at && !time.age) return read_time(shown, reading);
    time.text = std::move(shown);
    return time;
}

std::int64_t count_of(std::string_view digits, std::int64_t otherwise) {
    return number_at(digits).value_or(otherwise);
}

/// Without a first line that is only a rule of underscores: some engines draw it between a post and its signature.
std::string without_rule(std::string signature) {
    const std::size_t end = signature.find_first_not_of('_');
    if (end < 5 || (end != std::string::npos && signature[end] != '\n')) return signature;
    return std::string(trim(std::string_view(signature).substr(std::min(end, signature.size()))));
}

/// Takes the signature off the end of a body that prints it as its last lines.
void part_signature(const Pattern& begin, Post& post, std::optional<Error>& error) {
    if (post.body.empty()) return;
    auto* text = std::get_if<std::string>(&post.body.back().content);
    if (text == nullptr) return;
    PatternMatch match;
    std::size_t cut = std::string::npos;
    for (std::size_t from = 0; from < text->size(); from = match.end + 1) {
        const auto found = begin.find(*text, from, match);
        if (!found) error = found.error();
        if (!found || !*found) break;
        cut = match.begin;
    }
    if (cut == std::string::npos) return;
    post.signature = std::string(trim(std::string_view(*text).substr(cut)));
    *text = std::string(trim(std::string_view(*text).substr(0, cut)));
    if (text->empty()) post.body.pop_back();
}

/// Words of a body without its quotes, as one line: what a notice prints.
std::string notice_of(const std::vector<Block>& body) {
    std::string words;
    for (const Block& block : body) {
        if (block.text() == nullptr) continue;
        if (!words.empty()) words += ' ';
        words += one_line(*block.text());
    }
    return words;
}

/// What the markup says was done. A post that is gone keeps its place, because others answer it, and loses the
/// placeholder's words; a post that says anything else was done is an event.
void settle_act(std::string_view name, Post& post) {
    const auto kind = moderation_kind_of(name);
    if (!kind) return;
    const bool gone = *kind == ModerationKind::removal || *kind == ModerationKind::deletion;
    if (post.kind == PostKind::post && !gone) post.kind = PostKind::event;
    if (post.kind != PostKind::event && !gone) return;
    post.acts.push_back({*kind, notice_of(post.body)});
    if (post.kind == PostKind::post) post.body.clear();
}

/// "@ada wrote:", the first line of a quote whose markup has no header; nothing if that line says no such thing. It is
/// taken off the quoted words.
Result<std::vector<QuoteHeader>> first_line_as_header(OpenQuote& open, const PageReading& reading) {
    auto* text = open.blocks.empty() ? nullptr : std::get_if<std::string>(&open.blocks.front().content);
    const std::size_t end = text == nullptr ? std::string::npos : text->find('\n');
    if (end == std::string::npos || end > longest_header) return std::vector<QuoteHeader>{};
    std::string_view line = trim(std::string_view(*text).substr(0, end));
    if (!line.ends_with(':')) return std::vector<QuoteHeader>{};
    if (line.starts_with('@')) line.remove_prefix(1);
    auto headers = find_quote_headers(line, reading);
    if (headers && !headers->empty()) *text = std::string(trim(std::string_view(*text).substr(end)));
    return headers;
}

}  // namespace

std::optional<std::int64_t> number_at(std::string_view text) {
    std::int64_t value = 0;
    if (std::from_chars(text.data(), text.data() + text.size(), value).ec != std::errc()) return std::nullopt;
    return value;
}

Quote close_quote(OpenQuote&& open, const PageReading& reading, std::optional<Error>& error) {
    Quote quote = std::move(open.quote);
    auto headers = open.header.empty() ? first_line_as_header(open, reading) : find_quote_headers(open.header, reading);
    if (!headers) {
        error = std::move(headers.error());
    } else if (!headers->empty()) {
        quote.author = std::move(headers->front().author);
        quote.time = read_time(headers->front().when, reading);
    }
    if (!open.author.value.empty()) quote.author = std::move(open.author.value);
    quote.author_id = std::move(open.author_id.value);
    quote.source_key = std::move(open.source_key.value);
    if (!open.time.value.empty()) {
        PrintedTime exact = read_time(open.time.value, reading);
        const bool is_printed = !open.time.element;  // an attribute holds the moment, and the header what readers see
        if (is_printed && (exact.at || exact.age || !(quote.time.at || quote.time.age))) {
            quote.time = std::move(exact);
        } else {
            if (exact.at) quote.time.at = exact.at;
            if (quote.time.text.empty()) quote.time.text = std::move(exact.text);
        }
    }
    quote.body = std::move(open.blocks);
    return quote;
}

void add_link(OpenPost& post, dom::Node element) {
    const std::string_view url = trim(element.attribute("href").value_or(""));
    if (url.empty() || url.starts_with('#') || url.starts_with("javascript:")) return;
    post.links.push_back({one_line(dom::text_content(element)), std::string(url)});
}

void add_attachment(OpenPost& post, dom::Node element) {
    const auto attribute = [&](std::string_view name) {
        return std::string(trim(element.attribute(name).value_or("")));
    };
    Attachment attachment{one_line(dom::text_content(element)), attribute("href")};
    if (attachment.url.empty()) attachment.url = attribute("src");
    for (const std::string_view name : {"download", "alt", "title"}) {
        if (attachment.name.empty()) attachment.name = one_line(attribute(name));
    }
    // Many engines link one file twice: by its name and by its picture.
    const auto known = std::find_if(post.attachments.begin(), post.attachments.end(), [&](const Attachment& one) {
        return !one.url.empty() && one.url == attachment.url;
    });
    if (known == post.attachments.end()) {
        if (!attachment.name.empty() || !attachment.url.empty()) post.attachments.push_back(std::move(attachment));
    } else if (known->name.empty()) {
        known->name = std::move(attachment.name);
    }
}

Post close_post(OpenPost&& open, const PageReading& reading, std::optional<Error>& error) {
    Post post;
    post.kind = open.kind;
    post.key = std::move(open.key.value);
    post.parent_key = std::move(open.parent_key);
    post.author = std::move(open.author.value);
    post.author_id = std::move(open.author_id.value);
    post.role = std::move(open.role.value);
    post.time = read_found_time(open.time, open.element, reading);
    post.permalink = std::move(open.permalink.value);
    post.signature = std::move(open.signature_text);
    if (!open.edit.value.empty()) {
        PrintedTime edited = read_found_time(open.edit_time, open.element, reading);
        post.edit = EditNote{std::move(open.edit.value), std::move(open.edit_by.value), std::move(edited),
                             std::move(open.edit_reason.value)};
    }
    if (!open.body.empty()) post.body = std::move(open.body.front().blocks);
    if (reading.profile.html->quote.marked_lines) divide_marked_lines(post.body);
    if (post.kind == PostKind::deleted && post.body.empty()) {
        if (std::string notice = shown_text(open.element); !notice.empty()) post.body.push_back({std::move(notice)});
    }
    if (const auto& begin = reading.profile.html->post.signature_begin; begin && post.signature.empty())
        part_signature(*begin, post, error);
    post.signature = without_rule(std::move(post.signature));
    settle_act(open.act.value, post);
    post.links = std::move(open.links);
    post.attachments = std::move(open.attachments);
    for (OpenReaction& reaction : open.reactions) {
        if (reaction.name.value.empty()) continue;
        post.reactions.push_back({std::move(reaction.name.value), count_of(reaction.count.value, 1)});
    }
    return post;
}

void close_page(OpenPage open, Page& page, PageClock& clock) {
    clock = {std::move(open.now.value), std::move(open.zone.value)};
    page.title = std::move(open.title.value);
    page.forum = std::move(open.forum.value);
    page.thread_key = std::move(open.thread_key.value);
    page.url = std::move(open.url.value);
    page.number = static_cast<int>(count_of(open.number.value, 0));
    page.locked = !open.locked.value.empty();
    page.count = static_cast<int>(count_of(open.count.value, 0));
}

}  // namespace rejoinder
