// A compiled profile. `docs/profile-format.md` says what each key means; `load_profile.cpp` reads them.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "dom/selectors.hpp"
#include "pattern/pattern.hpp"
#include "profile/phrase_book.hpp"

namespace rejoinder {

struct TomlValue;

/// Where one value stands in HTML: an element, one of its attributes or its text, and a part of that.
struct ValueRule {
    int selector = -1;             // bit in HtmlRules::selectors; -1 is the element of the record itself
    std::string attribute;         // empty: the element's text
    std::optional<Pattern> match;  // its group `value` (else the whole match) is the value; no match, no value
    std::string fixed;             // if set, the value wherever the rules above find one
};

/// The first rule that yields a value wins; within a rule, the first element of the page that does.
using ValueRules = std::vector<ValueRule>;

/// How a page looks as HTML. Every selector of these rules is a bit of `selectors`.
struct HtmlRules {
    dom::SelectorSet selectors;

    ValueRules title, forum, thread_key, url, page_number, page_count, locked;

    struct PostRules {
        std::uint64_t each = 0;      // elements that are posts
        std::uint64_t head = 0;      // elements before a post that are about it: the values inside are the next post's
        std::uint64_t pingback = 0;  // those of `each` that are pingbacks
        std::uint64_t deleted = 0;   // those of `each` that stand in the place of a deleted post
        ValueRules key, parent, depth, author, author_id, role, time, permalink, edit, edit_by, edit_time, edit_reason;
        std::uint64_t body = 0;  // elements whose text is the post's body
        std::uint64_t signature = 0;
        std::uint64_t exclude = 0;  // elements inside a body that are no words of the post
    } post;

    struct QuoteRules {
        std::uint64_t each = 0;           // elements that are quotes
        std::uint64_t header = 0;         // elements inside a quote that hold "X said" and are no words of it
        std::uint64_t header_before = 0;  // the same, where they stand before the quote
        ValueRules author, author_id, source_key, time;
    } quote;

    struct SmileyRules {
        std::uint64_t each = 0;  // pictures in a body that stand for what their writer typed
        ValueRules name;
        std::map<std::string, std::string, std::less<>> codes;  // from the folded name to what was typed: ":)"
    } smiley;

    struct ReactionRules {
        std::uint64_t each = 0;  // elements that are one kind of reaction of a post
        ValueRules name, count;
    } reaction;
};

/// How a plain-text extraction of a page looks. Patterns are searched in the whole text.
struct TextRules {
    std::optional<Pattern> head;  // groups `title`, `author` (the opener), `forum`; searched before the first post
    std::optional<Pattern> posts_begin;  // the posts follow its end; without it they begin at the top
    std::optional<Pattern> posts_end;    // the posts end where it begins
    std::optional<Pattern> post_begin;   // a post's header: groups `author`, `time`, `key`, `role`; a post begins here
    std::optional<Pattern> post_end;     // a post's footer: a post ends where it begins
    std::optional<Pattern> reaction;     // one line, at the end of a post: groups `name`, `count`
    std::optional<Pattern> pingback;     // a record that matches is a pingback, no post
    std::vector<Pattern> boilerplate;    // matches are cut out of posts
    std::optional<Pattern> quote_end;    // the words of the quote that was opened last end where it begins
    std::vector<Pattern> quote_headers;  // besides the phrase book's: groups `author`, `when`
};

struct Profile {
    std::string name;     // "asean-now"
    std::string file;     // path it was read from
    std::string title;    // for people: "ASEAN NOW (formerly Thaivisa)"
    std::string engine;   // "Invision Community"
    std::string forum;    // the forum's name, if the profile is about one forum; else empty
    std::string extends;  // name of the profile it extends; empty if none
    int generation = 0;   // 0 for an engine, 1 for a profile that extends one, …: the higher is the more specific

    // [detect]: any one that fits is enough
    dom::SelectorSet detect_html;          // bits: fits if any element matches
    std::vector<Pattern> detect_text;      // searched in a page's plain text
    std::vector<Pattern> detect_all_text;  // all of these must be found (counts as one)

    std::optional<HtmlRules> html;
    std::optional<TextRules> text;

    std::vector<std::shared_ptr<const PhraseBook>> phrases;  // key `languages`; without it every book
    bool states_languages = false;                           // it has that key
    std::optional<int> zone_seconds;      // [time] utc_offset = "+07:00": of times printed without a zone
    std::optional<DateOrder> date_order;  // [time] order = "mdy": of dates in numbers; it beats the language's

    std::shared_ptr<const TomlValue>
        keys;  // as read, inherited ones included: what a profile that extends this one inherits
};

}  // namespace rejoinder
