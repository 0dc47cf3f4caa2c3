#include "extract/html/html.hpp"

#include <utility>

#include "base/unicode.hpp"
#include "dom/selectors.hpp"
#include "extract/guess/shape.hpp"
#include "extract/html/ancestors.hpp"
#include "extract/html/html_records.hpp"
#include "extract/marked_lines.hpp"
#include "extract/value_slots.hpp"

namespace rejoinder {

namespace {

/// Where the values of one kind of record go, and which selectors speak of them.
template <class Record>
class Slots {
public:
    void add(const ValueRules& rules, FoundValue Record::*found) {
        if (rules.empty()) return;
        Slot slot{&rules, found, 0, false};
        for (const ValueRule& rule : rules) {
            if (rule.selector < 0) {
                slot.of_record = true;
            } else {
                slot.bits |= std::uint64_t{1} << rule.selector;
            }
        }
        bits_ |= slot.bits;
        slots_.push_back(slot);
    }

    /// Looks for values at an element that fits the selectors of `bits`; `is_record`: it is the record's own element.
    Result<void> look(Record& record, std::uint64_t bits, bool is_record, dom::Node element) const {
        if ((bits & bits_) == 0 && !is_record) return {};
        for (const Slot& slot : slots_) {
            if ((bits & slot.bits) == 0 && !(is_record && slot.of_record)) continue;
            if (auto looked = look_for_value(*slot.rules, bits, is_record, element, record.*slot.found); !looked)
                return looked;
        }
        return {};
    }

private:
    struct Slot {
        const ValueRules* rules;
        FoundValue Record::*found;
        std::uint64_t bits;
        bool of_record;
    };
    std::vector<Slot> slots_;
    std::uint64_t bits_ = 0;
};

class HtmlReader : dom::Visitor {
public:
    HtmlReader(const PageReading& reading, const HtmlRules& rules);

    Result<Page> read(const dom::Document& document, PageClock& clock);
    Result<std::vector<Block>> read_body(const dom::Document& document);

private:
    bool enter(dom::Node element, std::uint64_t bits) override;
    void text(std::string_view characters) override;
    void leave(dom::Node element) override;
    Result<void> walk(const dom::Document& document);
    void open_post(std::uint64_t bits, dom::Node element);
    Result<void> look_at_values(std::uint64_t bits, dom::Node element);
    Result<void> enter_body(OpenPost& open, std::uint64_t bits, dom::Node element);
    Result<void> enter_quote(OpenPost& open, std::uint64_t bits, dom::Node element);
    Result<void> add_smiley(OpenPost& open, std::uint64_t bits, dom::Node element) const;
    void leave_body(OpenPost& open, dom::Node element);
    void flush_text(OpenPost& open);

    const PageReading reading_;
    const HtmlRules& rules_;
    Slots<OpenPage> page_slots_;
    Slots<OpenPost> post_slots_;
    Slots<OpenQuote> quote_slots_;
    Slots<OpenReaction> reaction_slots_;
    Page page_;
    OpenPage open_page_;
    std::vector<OpenPost> open_;    // posts may hold posts (threaded comments)
    Ancestors ancestors_;           // of the next post, where the depth of posts is printed
    std::optional<OpenPost> head_;  // what stands before the next post and is about it
    dom::Node head_element_;        // set while inside such a head
    std::optional<Error> error_;    // of a pattern: the walk ends
};

HtmlReader::HtmlReader(const PageReading& reading, const HtmlRules& rules) : reading_(reading), rules_(rules) {
    page_slots_.add(rules_.title, &OpenPage::title);
    page_slots_.add(rules_.forum, &OpenPage::forum);
    page_slots_.add(rules_.thread_key, &OpenPage::thread_key);
    page_slots_.add(rules_.url, &OpenPage::url);
    page_slots_.add(rules_.page_number, &OpenPage::number);
    page_slots_.add(rules_.page_count, &OpenPage::count);
    page_slots_.add(rules_.locked, &OpenPage::locked);
    page_slots_.add(rules_.now, &OpenPage::now);
    page_slots_.add(rules_.zone, &OpenPage::zone);
    post_slots_.add(rules_.post.act, &OpenPost::act);
    post_slots_.add(rules_.post.key, &OpenPost::key);
    post_slots_.add(rules_.post.parent, &OpenPost::parent);
    post_slots_.add(rules_.post.depth, &OpenPost::depth);
    post_slots_.add(rules_.post.author, &OpenPost::author);
    post_slots_.add(rules_.post.author_id, &OpenPost::author_id);
    post_slots_.add(rules_.post.role, &OpenPost::role);
    post_slots_.add(rules_.post.time, &OpenPost::time);
    post_slots_.add(rules_.post.permalink, &OpenPost::permalink);
    post_slots_.add(rules_.post.edit, &OpenPost::edit);
    post_slots_.add(rules_.post.edit_by, &OpenPost::edit_by);
    post_slots_.add(rules_.post.edit_time, &OpenPost::edit_time);
    post_slots_.add(rules_.post.edit_reason, &OpenPost::edit_reason);
    quote_slots_.add(rules_.quote.author, &OpenQuote::author);
    quote_slots_.add(rules_.quote.author_id, &OpenQuote::author_id);
    quote_slots_.add(rules_.quote.source_key, &OpenQuote::source_key);
    quote_slots_.add(rules_.quote.time, &OpenQuote::time);
    reaction_slots_.add(rules_.reaction.name, &OpenReaction::name);
    reaction_slots_.add(rules_.reaction.count, &OpenReaction::count);
}

void HtmlReader::open_post(std::uint64_t bits, dom::Node element) {
    const std::string around = open_.empty() ? std::string() : open_.back().key.value;
    OpenPost& post = open_.emplace_back();
    if (head_) post = std::move(*head_);
    head_.reset();
    head_element_ = {};
    post.element = element;
    if ((bits & rules_.post.pingback) != 0) post.kind = PostKind::pingback;
    if ((bits & rules_.post.deleted) != 0) post.kind = PostKind::deleted;
    if ((bits & rules_.post.event) != 0) post.kind = PostKind::event;
    // A record inside another answers it: threaded comments are nested so.
    post.parent_key = around;
    post.place = page_.posts.size();
    page_.posts.emplace_back();
    // All of an event is its text.
    if (post.kind == PostKind::event) {
        post.body_element = element;
        post.body.emplace_back();
    }
}

Result<void> HtmlReader::look_at_values(std::uint64_t bits, dom::Node element) {
    if (auto looked = page_slots_.look(open_page_, bits, false, element); !looked) return looked;
    if (head_element_) return post_slots_.look(*head_, bits, element == head_element_, element);
    if (open_.empty()) return {};
    OpenPost& open = open_.back();
    if (open.body.size() > 1) return {};  // what stands inside a quote is about the quoted post
    if (auto looked = post_slots_.look(open, bits, element == open.element, element); !looked) return looked;
    if (!open.reaction && (bits & rules_.reaction.each) != 0) {
        open.reaction = element;
        open.reactions.push_back({element, {}, {}});
    }
    if ((bits & rules_.post.attachment) != 0) add_attachment(open, element);
    if (!open.reaction) return {};
    return reaction_slots_.look(open.reactions.back(), bits, element == open.reaction, element);
}

Result<void> HtmlReader::enter_body(OpenPost& open, std::uint64_t bits, dom::Node element) {
    if (open.hidden) return {};
    if (!open.signature && (bits & rules_.post.signature) != 0) {
        flush_text(open);
        open.signature = element;
        return {};
    }
    if (!open.signature && !open.body_element) {
        if ((bits & rules_.post.body) == 0) return {};
        open.body_element = element;
        if (open.body.empty()) open.body.emplace_back();
        return {};
    }
    const Shape shape = shape_of(element);
    if (shape == Shape::hidden || (bits & rules_.post.exclude) != 0) {
        open.hidden = element;
        return {};
    }
    if (!open.signature) {
        if (auto entered = enter_quote(open, bits, element); !entered) return entered;
    }
    if (open.header) return {};
    if ((bits & rules_.smiley.each) != 0) return add_smiley(open, bits, element);
    enter_shape(shape, element, open.text);
    if (shape == Shape::link && open.body.size() == 1) add_link(open, element);
    if (shape == Shape::preformatted && !open.preformatted) open.preformatted = element;
    return {};
}

/// Opens a quote or its header if the element is one, and looks for what it says of the quote.
Result<void> HtmlReader::enter_quote(OpenPost& open, std::uint64_t bits, dom::Node element) {
    if ((bits & rules_.quote.each) != 0 && !open.header) {
        flush_text(open);
        open.body.push_back(std::exchange(open.next_quote, {}));
        open.body.back().element = element;
    }
    if ((bits & rules_.quote.header_before) != 0 && !open.header) {
        open.header = open.header_before = element;
        open.next_quote = {};
        open.next_quote.header = one_line(dom::text_content(element));
    }
    OpenQuote& quote = open.header_before ? open.next_quote : open.body.back();
    if (!open.header_before && !quote.element) return {};
    if ((bits & rules_.quote.header) != 0 && !open.header) {
        open.header = element;
        quote.header = one_line(dom::text_content(element));
    }
    return quote_slots_.look(quote, bits, element == quote.element, element);
}

/// What the writer typed; a name that the profile has no code for stands between colons, so that nobody takes it for a
/// word.
Result<void> HtmlReader::add_smiley(OpenPost& open, std::uint64_t bits, dom::Node element) const {
    FoundValue name;
    if (auto looked = look_for_value(rules_.smiley.name, bits, true, element, name); !looked) return looked;
    if (name.value.empty()) return {};
    const auto code = rules_.smiley.codes.find(fold(name.value));
    open.text.add(code != rules_.smiley.codes.end() ? code->second : ":" + name.value + ":");
    return {};
}

bool HtmlReader::enter(dom::Node element, std::uint64_t bits) {
    if ((bits & (rules_.post.each | rules_.post.event)) != 0) {
        open_post(bits, element);
    } else if ((bits & rules_.post.head) != 0) {
        head_.emplace();
        head_element_ = element;
    }
    if (bits != 0) {
        if (auto looked = look_at_values(bits, element); !looked) error_ = std::move(looked.error());
    }
    if (open_.empty()) return !error_;
    if (auto entered = enter_body(open_.back(), bits, element); !entered) error_ = std::move(entered.error());
    return !error_;
}

void HtmlReader::leave_body(OpenPost& open, dom::Node element) {
    if (open.signature == element) {
        open.signature_text = open.text.take();
        open.signature = {};
    } else if (open.hidden == element) {
        open.hidden = {};
    } else if (open.header == element) {
        open.header = open.header_before = {};
    } else if ((open.body_element || open.signature) && !open.hidden && !open.header) {
        if (!open.body.empty() && open.body.back().element == element) {
            flush_text(open);
            Quote quote = close_quote(std::move(open.body.back()), reading_, error_);
            open.body.pop_back();
            open.body.back().blocks.push_back({std::move(quote)});
        }
        leave_shape(shape_of(element), open.text);
        if (open.preformatted == element) open.preformatted = {};
        if (open.body_element == element) {
            flush_text(open);
            open.body_element = {};
        }
    }
}

void HtmlReader::leave(dom::Node element) {
    if (head_element_ == element) head_element_ = {};
    if (open_.empty()) return;
    OpenPost& open = open_.back();
    if (open.reaction == element) open.reaction = {};
    leave_body(open, element);
    if (open.element != element) return;
    const std::size_t place = open.place;
    // The post that holds this one beats what this one says of itself, and that beats how deep it is printed.
    if (open.parent_key.empty()) open.parent_key = open.parent.value;
    if (!rules_.post.depth.empty()) {
        const auto above = ancestors_.enter(number_at(open.depth.value), place);
        if (open.parent_key.empty() && above) open.parent_key = page_.posts[*above].key;
    }
    page_.posts[place] = close_post(std::move(open), reading_, error_);
    open_.pop_back();
}

void HtmlReader::text(std::string_view characters) {
    if (open_.empty()) return;
    OpenPost& open = open_.back();
    if (open.hidden || open.header || (!open.signature && !open.body_element)) return;
    if (open.preformatted) {
        open.text.add_preformatted(characters);
    } else {
        open.text.add(characters);
    }
}

void HtmlReader::flush_text(OpenPost& open) {
    std::string text = open.text.take();
    if (!text.empty() && !open.body.empty()) open.body.back().blocks.push_back({std::move(text)});
}

Result<void> HtmlReader::walk(const dom::Document& document) {
    dom::visit(document, rules_.selectors, *this);
    if (error_) return tl::unexpected(std::move(*error_));
    return {};
}

Result<Page> HtmlReader::read(const dom::Document& document, PageClock& clock) {
    page_.posts.reserve(32);  // most boards print 10 to 30 on a page
    if (auto walked = walk(document); !walked) return tl::unexpected(walked.error());
    close_page(std::move(open_page_), page_, clock);
    return std::move(page_);
}

Result<std::vector<Block>> HtmlReader::read_body(const dom::Document& document) {
    OpenPost post;
    post.body_element = document.root();
    post.body.emplace_back();
    open_.push_back(std::move(post));
    if (auto walked = walk(document); !walked) return tl::unexpected(walked.error());
    std::vector<Block>& blocks = open_.front().body.front().blocks;
    if (rules_.quote.marked_lines) divide_marked_lines(blocks);
    return std::move(blocks);
}

}  // namespace

Result<Page> extract_html(const dom::Document& document, const Profile& profile, PageClock& clock) {
    const PageReading reading(profile, document.root().attribute("lang").value_or(""));
    return HtmlReader(reading, *profile.html).read(document, clock);
}

Result<std::vector<Block>> extract_html_body(const dom::Document& document, const Profile& profile) {
    static const HtmlRules none;
    return HtmlReader(profile, profile.html ? *profile.html : none).read_body(document);
}

}  // namespace rejoinder
