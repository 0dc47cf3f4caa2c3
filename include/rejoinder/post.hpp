// A Page is what one capture says, and nothing that it does not say: posts in page order, with names, times and quotes
// as printed. Nothing here is inferred; conclusions live in `Resolution` (resolve.hpp).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "rejoinder/capture.hpp"

namespace rejoinder {

/// A half-open range of seconds: at_least <= s < below.
struct SecondsRange {
    std::int64_t at_least = 0;
    std::int64_t below = 0;

    bool operator==(const SecondsRange&) const = default;
};

/// A time as a page prints it.
struct PrintedTime {
    std::string text;  // as printed; empty if the page prints none
    std::optional<SecondsRange>
        at;  // set when it names a moment: Unix seconds, as wide as what is printed ("May 2" is a day)
    std::optional<SecondsRange> age;  // set when it is relative ("7 minutes ago"): seconds before the page was
                                      // captured, or, inside a quote, before the quoting post was written

    bool operator==(const PrintedTime&) const = default;
};

struct Block;

/// A quote as printed. In HTML its body is known. A plain-text extraction prints only the header: then `end_is_printed`
/// is false, `body` is empty, and the quoted words are the beginning of the text block that follows.
struct Quote {
    std::string author;       // as the quote names it; empty if it names nobody
    std::string author_id;    // the forum's id of that author, if the markup holds one
    std::string source_key;   // key of the quoted post, if the markup holds one
    PrintedTime time;         // of the quoted post
    std::vector<Block> body;  // own words of the quoted post, and quotes within the quote
    bool end_is_printed = true;

    bool operator==(const Quote&) const;
};

/// One piece of a post's body: a stretch of text, or a quote.
///
/// In text, paragraphs are separated by an empty line ("\n\n"), lines by "\n"; there is no white space at either end of
/// a line, and no-break spaces are plain spaces. An empty paragraph that a plain-text page prints (a lone no-break
/// space) is kept as a third newline ("\n\n\n"), because it tells where one writer stops and another begins.
struct Block {
    std::variant<std::string, Quote> content;

    const std::string* text() const { return std::get_if<std::string>(&content); }
    const Quote* quote() const { return std::get_if<Quote>(&content); }
    bool operator==(const Block&) const = default;
};

inline bool Quote::operator==(const Quote& o) const {
    return author == o.author && author_id == o.author_id && source_key == o.source_key && time == o.time &&
           body == o.body && end_is_printed == o.end_is_printed;
}

struct Reaction {
    std::string name;  // "Like", "Thumbs Up"
    std::int64_t count = 0;

    bool operator==(const Reaction&) const = default;
};

/// A link in the own words of a post.
struct Link {
    std::string text;  // as one line; empty if it holds only a picture
    std::string url;   // as written: it may be relative to the page

    bool operator==(const Link&) const = default;
};

/// A file that hangs on a post.
struct Attachment {
    std::string name;  // as one line: "plan.pdf"; empty if the page prints none
    std::string url;   // as written: it may be relative to the page; empty if the page links none

    bool operator==(const Attachment&) const = default;
};

struct EditNote {
    std::string text;  // as printed: "Edited August 26 by chris"
    std::string by;    // who edited, if it says
    PrintedTime time;
    std::string reason;

    bool operator==(const EditNote&) const = default;
};

/// What was done to a post by its author or a moderator.
enum class ModerationKind : std::uint8_t {
    removal,
    edit,
    lock,
    unlock,
    move,
    merge,
    split,
    pin,
    warning,
    ban,
    deletion,  // by the post's own author
};

/// What a source's own record says was done, beside the words of the post: a removed post's placeholder, a lock.
struct PrintedAct {
    ModerationKind kind = ModerationKind::removal;
    std::string text;  // as printed: "[removed]", "removed by moderator"

    bool operator==(const PrintedAct&) const = default;
};

/// What a post said in a capture that was made before the one whose text counts.
struct EarlierText {
    std::vector<Block> body;
    std::optional<UnixTime> captured_at;  // of that capture, where known
    std::string origin;                   // of that capture

    bool operator==(const EarlierText&) const = default;
};

enum class PostKind : std::uint8_t {
    post,
    pingback,  // a link from another site that a blog lists among its comments: nobody speaks here
    deleted,   // a notice in the place of a deleted post; its body is the notice, its names those of the deleted post
    event,     // a line between the posts that says what was done to the thread: "Bo closed this topic"
};

struct Post {
    PostKind kind = PostKind::post;
    std::string key;         // the forum's own id; empty if the page prints none
    std::string parent_key;  // key of the post that it answers, where the page says so; empty if it does not
    std::string author;      // as printed; empty if the page prints none
    std::string author_id;   // the forum's own id of the author; empty if none
    std::string
        author_place;  // where the name stands when that is not the post itself ("the byline above the first post")
    std::string role;  // as printed: "Members", "Moderator"; empty if none
    PrintedTime time;
    std::string permalink;
    std::vector<Block> body;
    std::vector<Link> links;              // in page order; those inside quotes are the quoted writer's and not here
    std::vector<Reaction> reactions;      // in page order
    std::vector<Attachment> attachments;  // in page order
    std::string signature;                // kept apart from the body
    std::optional<EditNote> edit;
    std::vector<EarlierText> earlier_texts;  // oldest first; set by `assemble` where captures of a post differ
    std::optional<UnixTime> captured_at;     // of the page that it was read from; set by `assemble`
    std::vector<PrintedAct> acts;            // that the source records of this post
    std::size_t line = 0;                    // 1-based line of the source where the post begins; 0 for HTML and JSON
    std::size_t parent_line = 0;  // line of the post on the same page that it answers, if an indent shows it; else 0

    bool operator==(const Post&) const = default;
};

/// How the layout of a page was found out that no profile describes.
struct GuessedLayout {
    std::string source;       // "schema.org" (the page's own markup says it), "repeated structure" or "embedded state"
    double confidence = 0.0;  // 0 to 1

    bool operator==(const GuessedLayout&) const = default;
};

struct Page {
    std::string origin;  // of the capture
    std::optional<UnixTime> captured_at;
    std::string profile;  // name of the profile that read it: "asean-now"
    std::string engine;   // what the profile calls its engine: "Invision Community"
    std::string forum;    // the forum's name as the page or the profile gives it; may be empty
    std::string title;
    std::string thread_key;  // the forum's own id of the thread; may be empty
    std::string url;         // canonical address, if printed; else the one it was fetched from, where known
    int number = 0;          // 1-based page of the thread; 0 if not printed
    int count = 0;           // pages of the thread; 0 if not printed
    bool locked = false;     // the page says that nobody can answer any more
    std::optional<GuessedLayout> layout;  // set if no profile read the page: which elements are posts is a guess
    std::vector<Post> posts;              // in page order

    bool operator==(const Page&) const = default;
};

}  // namespace rejoinder
