// A compiled profile. keys.hpp says what each key means; `load_profile.cpp` reads them.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "dom/selectors.hpp"
#include "pattern/pattern.hpp"
#include "profile/phrase_book.hpp"
#include "rejoinder/post.hpp"

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

    ValueRules title, forum, thread_key, url, page_number, page_count, locked, now, zone;

    struct PostRules {
        std::uint64_t each = 0;      // elements that are posts
        std::uint64_t head = 0;      // elements before a post that are about it: the values inside are the next post's
        std::uint64_t pingback = 0;  // those of `each` that are pingbacks
        std::uint64_t deleted = 0;   // those of `each` that stand in the place of a deleted post
        std::uint64_t event = 0;     // those of `each`, and further elements, that are no posts but say what was done
        std::uint64_t attachment = 0;  // links to files that hang on a post
        ValueRules act;  // yields the name of a ModerationKind; what was done to a post or, in an event, to the thread
        ValueRules key, parent, depth, author, author_id, role, time, permalink, edit, edit_by, edit_time, edit_reason;
        std::uint64_t body = 0;  // elements whose text is the post's body
        std::uint64_t signature = 0;
        std::optional<Pattern> signature_begin;  // of the body's last text: from its last match on it is the signature
        std::uint64_t exclude = 0;               // elements inside a body that are no words of the post
    } post;

    struct QuoteRules {
        std::uint64_t each = 0;           // elements that are quotes
        std::uint64_t header = 0;         // elements inside a quote that hold "X said" and are no words of it
        std::uint64_t header_before = 0;  // the same, where they stand before the quote
        ValueRules author, author_id, source_key, time;
        bool marked_lines = false;  // lines of a body that begin with ">" are quotes
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

/// A way into JSON: keys and 0-based indexes, -1 being the last element, "[]" every element: "data.children[]".
struct JsonPath {
    struct Step {
        std::string key;                    // of an object
        std::optional<std::int64_t> index;  // of an array; counts from the end if negative
        bool each = false;                  // every element of an array
    };
    std::vector<Step> steps;  // none: the value itself
};

/// Paths that must all be there and be neither null nor empty; with a value, they must have it.
struct JsonCondition {
    struct Term {
        JsonPath path;
        std::optional<std::string> value;
    };
    std::vector<Term> terms;  // none: always true
};

/// Where one value stands in JSON, and a part of it.
struct JsonRule {
    JsonPath path;
    JsonCondition condition;       // looked at in the same record
    std::optional<Pattern> match;  // its group `value` (else the whole match) is the value; no match, no value
    std::string text;              // what is made of it, "{}" being the value; empty: the value itself
};

/// The first rule that yields a value wins.
using JsonRules = std::vector<JsonRule>;

/// What a body is written in. Markdown's quotes are lines that begin with ">".
enum class JsonBody : std::uint8_t { text, markdown, html };

/// How a document of JSON, or each line of JSON lines, looks.
struct JsonShape {
    std::vector<JsonPath> records;            // from the document to its records; none: the document is one
    std::optional<JsonPath> children;         // from a record to the records inside it
    JsonRules title, forum, thread_key, url;  // in the document; what it lacks, in a record
    bool by_time = false;                     // the records stand in any order
    std::int64_t ticks_per_second = 1;        // of times that are numbers
    std::vector<std::string> companions;      // names of files that go with this shape and hold no posts
    std::optional<JsonPath> all_keys;         // of every post that the thread has, also of those not given

    struct PostRules {
        JsonCondition condition;  // records that are posts
        JsonRules key, parent, author, author_id, role, time, permalink, body;
        JsonRules edit, edit_by, edit_time, edit_reason;
        JsonBody body_is = JsonBody::text;
        std::vector<std::string> nobody;        // names that stand for no author: "[deleted]"
        std::vector<std::string> placeholders;  // bodies that are no words of the post
        std::optional<JsonPath> listed_key;     // its key in `all_keys`
    } post;

    struct Act {
        ModerationKind kind = ModerationKind::removal;
        JsonRules rules;
    };
    std::vector<Act> acts;

    struct Count {
        std::string name;
        JsonRules rules;
    };
    std::vector<Count> reactions;

    struct Missing {
        JsonCondition condition;  // records that only name posts which are not given
        JsonPath keys;            // strings
        JsonRules count;          // where it is more than the keys
    };
    std::optional<Missing> missing;
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

    std::vector<JsonCondition> detect_json;  // of a document of JSON, or of a line

    std::optional<HtmlRules> html;
    std::optional<TextRules> text;
    std::optional<JsonShape> json;

    std::vector<std::shared_ptr<const PhraseBook>> phrases;  // key `languages`; without it every book
    bool states_languages = false;                           // it has that key
    bool others_edit = false;                                // edits = "anyone": members edit each other's posts
    std::optional<int> zone_seconds;      // [time] utc_offset = "+07:00": of times printed without a zone
    std::optional<DateOrder> date_order;  // [time] order = "mdy": of dates in numbers; it beats the language's

    std::shared_ptr<const TomlValue>
        keys;  // as read, inherited ones included: what a profile that extends this one inherits
};

}  // namespace rejoinder
