#include "extract/html.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/unicode.hpp"
#include "extract/block_text.hpp"
#include "extract/quote_header.hpp"
#include "extract/times.hpp"
#include "extract/value_slots.hpp"

namespace rejoinder {

namespace {

enum class Shape : std::uint8_t { inside, line, paragraph, item, line_break, preformatted, image, hidden };

/// What a tag does to the flow of text.
Shape shape_of(std::string_view tag) {
    struct Row {
        std::string_view tag;
        Shape shape;
    };
    static constexpr std::array rows{
        Row{"div", Shape::line},           Row{"p", Shape::paragraph},      Row{"br", Shape::line_break},
        Row{"li", Shape::item},            Row{"img", Shape::image},        Row{"ul", Shape::paragraph},
        Row{"ol", Shape::paragraph},       Row{"blockquote", Shape::paragraph}, Row{"pre", Shape::preformatted},
        Row{"h1", Shape::paragraph},       Row{"h2", Shape::paragraph},     Row{"h3", Shape::paragraph},
        Row{"h4", Shape::paragraph},       Row{"h5", Shape::paragraph},     Row{"h6", Shape::paragraph},
        Row{"table", Shape::paragraph},    Row{"tr", Shape::line},          Row{"hr", Shape::paragraph},
        Row{"dl", Shape::paragraph},       Row{"dt", Shape::line},          Row{"dd", Shape::line},
        Row{"section", Shape::line},       Row{"article", Shape::line},     Row{"aside", Shape::line},
        Row{"header", Shape::line},        Row{"footer", Shape::line},      Row{"figure", Shape::line},
        Row{"figcaption", Shape::line},    Row{"address", Shape::line},     Row{"form", Shape::line},
        Row{"fieldset", Shape::line},      Row{"details", Shape::line},     Row{"summary", Shape::line},
        Row{"nav", Shape::line},           Row{"main", Shape::line},        Row{"body", Shape::line},
        Row{"script", Shape::hidden},      Row{"style", Shape::hidden},     Row{"noscript", Shape::hidden},
        Row{"template", Shape::hidden},    Row{"textarea", Shape::hidden},  Row{"select", Shape::hidden},
        Row{"svg", Shape::hidden},         Row{"iframe", Shape::hidden},    Row{"button", Shape::hidden},
        Row{"head", Shape::hidden},
    };
    for (const Row& row : rows) {
        if (row.tag == tag) return row.shape;
    }
    return Shape::inside;
}

/// The alternative text of an emoji or smiley; pictures say nothing.
std::string_view emoji_of(dom::Node image) {
    const auto alt = image.attribute("alt");
    if (!alt) return {};
    if (image.attribute("data-emoticon")) return *alt;
    const std::string_view classes = image.attribute("class").value_or("");
    const bool emoji = classes.find("emoji") != std::string_view::npos || classes.find("smil") != std::string_view::npos ||
                       classes.find("emoticon") != std::string_view::npos;
    return emoji ? *alt : std::string_view();
}

void enter_shape(Shape shape, dom::Node element, BlockText& text) {
    switch (shape) {
        case Shape::line: text.break_line(1); break;
        case Shape::paragraph:
        case Shape::preformatted: text.break_line(2); break;
        case Shape::item:
            text.break_line(1);
            text.add("•");
            text.add(" ");
            break;
        case Shape::line_break: text.break_line(1); break;
        case Shape::image:
            if (const std::string_view emoji = emoji_of(element); !emoji.empty()) text.add(emoji);
            break;
        case Shape::inside:
        case Shape::hidden: break;
    }
}

void leave_shape(Shape shape, BlockText& text) {
    if (shape == Shape::line || shape == Shape::item) text.break_line(1);
    if (shape == Shape::paragraph || shape == Shape::preformatted) text.break_line(2);
}

/// Where body text goes: the post's own words, or the words of a quote inside it.
struct Frame {
    dom::Node element;           // of the quote; none for the body itself
    Quote quote;
    std::vector<Block> blocks;
    std::string header;
    FoundValue author, author_id, source_key, time;
};

struct OpenReaction {
    dom::Node element;
    FoundValue name, count;
};

struct OpenPost {
    Post post;
    dom::Node element;
    FoundValue key, author, author_id, role, time, permalink, edit, edit_by, edit_time;
    std::vector<OpenReaction> reactions;
    std::vector<Frame> frames;        // frames[0] is the body; empty until a body begins
    dom::Node body, hidden, header, signature, preformatted, reaction;   // elements that are open
    BlockText text;
};

class HtmlReader {
public:
    HtmlReader(const Profile& profile) : profile_(profile), rules_(*profile.html) {}

    Result<Page> read(const dom::Document& document);

private:
    Result<void> enter(dom::Node element);
    void leave(dom::Node element);
    Result<void> look_at_page(std::uint64_t bits, dom::Node element);
    Result<void> look_at_post(OpenPost& open, std::uint64_t bits, dom::Node element);
    Result<void> look_at_reaction(OpenPost& open, std::uint64_t bits, dom::Node element);
    Result<void> enter_body(OpenPost& open, std::uint64_t bits, dom::Node element);
    Result<void> look_at_quote(Frame& frame, std::uint64_t bits, dom::Node element);
    void add_text(dom::Node text);
    void flush_text(OpenPost& open);
    void close_quote(OpenPost& open);
    void close_post();

    const Profile& profile_;
    const HtmlRules& rules_;
    Page page_;
    std::optional<Error> error_;            // of a pattern, met while an element closed
    FoundValue title_, forum_, thread_key_, url_, number_, count_;
    std::vector<OpenPost> open_;            // posts may hold posts (threaded comments)
    std::vector<std::size_t> places_;       // of open_ in page_.posts: a post stands before those inside it
};

Result<void> look_all(std::initializer_list<std::pair<const ValueRules*, FoundValue*>> slots, std::uint64_t bits,
                      bool is_record, dom::Node element) {
    for (const auto& [rules, found] : slots) {
        if (rules->empty()) continue;
        if (auto looked = look_for_value(*rules, bits, is_record, element, *found); !looked) return looked;
    }
    return {};
}

Result<void> HtmlReader::look_at_page(std::uint64_t bits, dom::Node element) {
    return look_all({{&rules_.title, &title_},
                     {&rules_.forum, &forum_},
                     {&rules_.thread_key, &thread_key_},
                     {&rules_.url, &url_},
                     {&rules_.page_number, &number_},
                     {&rules_.page_count, &count_}},
                    bits, false, element);
}

Result<void> HtmlReader::look_at_post(OpenPost& open, std::uint64_t bits, dom::Node element) {
    const HtmlRules::PostRules& rules = rules_.post;
    return look_all({{&rules.key, &open.key},
                     {&rules.author, &open.author},
                     {&rules.author_id, &open.author_id},
                     {&rules.role, &open.role},
                     {&rules.time, &open.time},
                     {&rules.permalink, &open.permalink},
                     {&rules.edit, &open.edit},
                     {&rules.edit_by, &open.edit_by},
                     {&rules.edit_time, &open.edit_time}},
                    bits, element == open.element, element);
}

Result<void> HtmlReader::look_at_reaction(OpenPost& open, std::uint64_t bits, dom::Node element) {
    if (!open.reaction && (bits & rules_.reaction.each) != 0) {
        open.reaction = element;
        open.reactions.push_back({element, {}, {}});
    }
    if (!open.reaction) return {};
    OpenReaction& reaction = open.reactions.back();
    return look_all({{&rules_.reaction.name, &reaction.name}, {&rules_.reaction.count, &reaction.count}}, bits,
                    element == reaction.element, element);
}

Result<void> HtmlReader::look_at_quote(Frame& frame, std::uint64_t bits, dom::Node element) {
    const HtmlRules::QuoteRules& rules = rules_.quote;
    return look_all({{&rules.author, &frame.author},
                     {&rules.author_id, &frame.author_id},
                     {&rules.source_key, &frame.source_key},
                     {&rules.time, &frame.time}},
                    bits, element == frame.element, element);
}

Result<void> HtmlReader::enter_body(OpenPost& open, std::uint64_t bits, dom::Node element) {
    if (open.hidden || open.signature) return {};
    const Shape shape = shape_of(element.tag());
    if ((bits & rules_.post.signature) != 0) {
        flush_text(open);
        open.signature = element;
        return {};
    }
    if (!open.body) {
        if ((bits & rules_.post.body) == 0) return {};
        open.body = element;
        if (open.frames.empty()) open.frames.emplace_back();
        return {};
    }
    if (shape == Shape::hidden || (bits & rules_.post.exclude) != 0) {
        open.hidden = element;
        return {};
    }
    if ((bits & rules_.quote.each) != 0) {
        flush_text(open);
        open.frames.emplace_back();
        open.frames.back().element = element;
    }
    if (open.frames.back().element) {
        if ((bits & rules_.quote.header) != 0 && !open.header) {
            open.header = element;
            open.frames.back().header = one_line(dom::text_content(element));
        }
        if (auto looked = look_at_quote(open.frames.back(), bits, element); !looked) return looked;
    }
    if (open.header) return {};
    enter_shape(shape, element, open.text);
    if (shape == Shape::preformatted && !open.preformatted) open.preformatted = element;
    return {};
}

Result<void> HtmlReader::enter(dom::Node element) {
    const std::uint64_t bits = rules_.selectors.match(element);
    if ((bits & rules_.post.each) != 0) {
        open_.emplace_back();
        open_.back().element = element;
        places_.push_back(page_.posts.size());
        page_.posts.emplace_back();
        if ((bits & rules_.post.pingback) != 0) open_.back().post.kind = PostKind::pingback;
        // A record inside another answers it: threaded comments are nested so.
        if (open_.size() > 1) open_.back().post.parent_key = open_[open_.size() - 2].key.value;
    }
    if (bits != 0) {
        if (auto looked = look_at_page(bits, element); !looked) return looked;
    }
    if (open_.empty()) return {};
    OpenPost& open = open_.back();
    if (bits != 0 || element == open.element) {
        const bool in_quote = open.frames.size() > 1;
        if (!in_quote) {
            if (auto looked = look_at_post(open, bits, element); !looked) return looked;
            if (auto looked = look_at_reaction(open, bits, element); !looked) return looked;
        }
    }
    return enter_body(open, bits, element);
}

void HtmlReader::leave(dom::Node element) {
    if (open_.empty()) return;
    OpenPost& open = open_.back();
    if (open.reaction == element) open.reaction = {};
    if (open.signature == element) {
        open.post.signature = open.text.take();
        open.signature = {};
    } else if (open.hidden == element) {
        open.hidden = {};
    } else if (open.header == element) {
        open.header = {};
    } else if (open.body && !open.hidden && !open.signature && !open.header) {
        if (open.frames.back().element == element) {
            flush_text(open);
            close_quote(open);
        }
        leave_shape(shape_of(element.tag()), open.text);
        if (open.preformatted == element) open.preformatted = {};
        if (open.body == element) {
            flush_text(open);
            open.body = {};
        }
    }
    if (open.element == element) close_post();
}

void HtmlReader::add_text(dom::Node text) {
    if (open_.empty()) return;
    OpenPost& open = open_.back();
    if (open.signature) {
        open.text.add(text.text());
    } else if (open.body && !open.hidden && !open.header) {
        if (open.preformatted) {
            open.text.add_preformatted(text.text());
        } else {
            open.text.add(text.text());
        }
    }
}

void HtmlReader::flush_text(OpenPost& open) {
    std::string text = open.text.take();
    if (!text.empty() && !open.frames.empty()) open.frames.back().blocks.push_back({std::move(text)});
}

void HtmlReader::close_quote(OpenPost& open) {
    Frame frame = std::move(open.frames.back());
    open.frames.pop_back();
    Quote& quote = frame.quote;
    if (!frame.header.empty()) {
        auto headers = find_quote_headers(frame.header, profile_);
        if (!headers) {
            error_ = std::move(headers.error());
        } else if (!headers->empty()) {
            quote.author = std::move(headers->front().author);
            quote.time = read_time(headers->front().when, profile_);
        }
    }
    if (!frame.author.value.empty()) quote.author = std::move(frame.author.value);
    quote.author_id = std::move(frame.author_id.value);
    quote.source_key = std::move(frame.source_key.value);
    if (!frame.time.value.empty()) {
        PrintedTime exact = read_time(frame.time.value, profile_);
        if (exact.at) quote.time.at = exact.at;
        if (quote.time.text.empty()) quote.time.text = std::move(exact.text);
    }
    quote.body = std::move(frame.blocks);
    open.frames.back().blocks.push_back({std::move(quote)});
}

/// What the reader sees at the element of a time. Some engines print it twice inside, long and short: the first counts.
std::string shown_text(dom::Node element) {
    dom::Node first;
    for (dom::Node at = element.first_child(); at; at = at.next()) {
        if (at.is_text() && !trim(at.text()).empty()) return one_line(dom::text_content(element));
        if (at.is_element() && !first) first = at;
    }
    return first ? one_line(dom::text_content(first)) : std::string();
}

/// A time whose attribute holds the moment and whose text is what the reader sees.
PrintedTime read_found_time(FoundValue& found, const Profile& profile) {
    PrintedTime time = read_time(found.value, profile);
    if (!found.element) return time;
    if (std::string shown = shown_text(found.element); !shown.empty()) time.text = std::move(shown);
    return time;
}

std::int64_t count_of(std::string_view digits, std::int64_t otherwise) {
    std::int64_t value = otherwise;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

void HtmlReader::close_post() {
    OpenPost& open = open_.back();
    Post& post = open.post;
    post.key = std::move(open.key.value);
    post.author = std::move(open.author.value);
    post.author_id = std::move(open.author_id.value);
    post.role = std::move(open.role.value);
    post.time = read_found_time(open.time, profile_);
    post.permalink = std::move(open.permalink.value);
    if (!open.edit.value.empty()) {
        EditNote note;
        note.text = std::move(open.edit.value);
        note.by = std::move(open.edit_by.value);
        note.time = read_found_time(open.edit_time, profile_);
        post.edit = std::move(note);
    }
    if (!open.frames.empty()) post.body = std::move(open.frames.front().blocks);
    for (OpenReaction& reaction : open.reactions) {
        if (reaction.name.value.empty()) continue;
        post.reactions.push_back({std::move(reaction.name.value), count_of(reaction.count.value, 1)});
    }
    page_.posts[places_.back()] = std::move(post);
    open_.pop_back();
    places_.pop_back();
}

Result<Page> HtmlReader::read(const dom::Document& document) {
    const dom::Node root = document.root();
    for (dom::Node at = root; at;) {
        if (at.is_text()) {
            add_text(at);
        } else if (at.is_element()) {
            if (auto entered = enter(at); !entered) return tl::unexpected(entered.error());
            if (const dom::Node child = at.first_child()) {
                at = child;
                continue;
            }
            leave(at);
        }
        while (at && !at.next()) {
            at = at == root ? dom::Node() : at.parent();
            if (at && at.is_element()) leave(at);
        }
        if (at) at = at.next();
    }
    if (error_) return tl::unexpected(std::move(*error_));
    page_.title = std::move(title_.value);
    page_.forum = std::move(forum_.value);
    page_.thread_key = std::move(thread_key_.value);
    page_.url = std::move(url_.value);
    page_.number = static_cast<int>(count_of(number_.value, 0));
    page_.count = static_cast<int>(count_of(count_.value, 0));
    return std::move(page_);
}

}  // namespace

Result<Page> extract_html(const dom::Document& document, const Profile& profile) {
    return HtmlReader(profile).read(document);
}

std::string visible_text(const dom::Document& document) {
    BlockText text;
    const dom::Node root = document.root();
    for (dom::Node at = root; at;) {
        const bool hidden = at.is_element() && shape_of(at.tag()) == Shape::hidden;
        if (at.is_text()) text.add(at.text());
        if (at.is_element() && !hidden) enter_shape(shape_of(at.tag()), at, text);
        if (const dom::Node child = hidden ? dom::Node() : at.first_child()) {
            at = child;
            continue;
        }
        while (at && !at.next()) {
            at = at == root ? dom::Node() : at.parent();
            if (at && at.is_element()) leave_shape(shape_of(at.tag()), text);
        }
        if (at) at = at.next();
    }
    return text.take();
}

}  // namespace rejoinder
