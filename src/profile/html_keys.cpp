#include "profile/keys.hpp"

namespace rejoinder {

const Keys<HtmlRules>& html_keys() {
    static const Keys<HtmlRules> keys{
        {"title", &HtmlRules::title, "the thread's title"},
        {"forum", &HtmlRules::forum, "the forum's name"},
        {"thread_key", &HtmlRules::thread_key,
         "the forum's own id of the thread. It holds the pages of a thread together, so give it where you can"},
        {"url", &HtmlRules::url, "the thread's address"},
        {"page_number", &HtmlRules::page_number,
         "which page of the thread this is, from 1: the digits at the value's beginning"},
        {"page_count", &HtmlRules::page_count,
         "how many pages the thread has. With it, pages that were not given are reported"},
        {"now", &HtmlRules::now,
         "the page's own clock, \"It is currently Sun Nov 22, 2026 10:32 am\": \"today\" and \"yesterday\" count "
         "from its day"},
        {"zone", &HtmlRules::zone,
         "the zone of all times on the page: \"UTC+02:00\", \"GMT -6\", \"UTC - 8 hours [ DST ]\" (brackets add the "
         "hour of summer time). Times that are printed without a zone are read in it, unless `[time]` has "
         "`utc_offset`. Give it only where the engine prints *every* time with that one offset (vBulletin, "
         "phpBB 3.0, and later phpBB if its zone is named `UTC…`): where the zone is a place's, the printed "
         "offset is today's, and half of the year has another"},
        {"locked", &HtmlRules::locked,
         "nobody can answer any more if this yields a value: a button \"Thread Closed\", a lock beside the "
         "title. Of an icon, which has no text, take the `class`"},
        {"post", ByHand{"table"}, "below; required, unless the profile has `[json]`"},
        {"quote", ByHand{"table"}, "below"},
        {"smiley", ByHand{"table"}, "below"},
        {"reaction", ByHand{"table"}, "below"},
    };
    return keys;
}

const Keys<HtmlRules::PostRules>& html_post_keys() {
    using Rules = HtmlRules::PostRules;
    static const Keys<HtmlRules::PostRules> keys{
        {"each", &Rules::each,
         "elements that are posts. A post inside a post counts as an answer to it (threaded comments); for "
         "that the outer post needs a `key`",
         true},
        {"body", &Rules::body, "elements inside a post whose text is its body. Several are joined in page order", true},
        {"head", &Rules::head,
         "elements that stand *before* a post and are about it, where no element holds both: the value rules "
         "look in them too, and what they find there is the next post's"},
        {"pingback", &Rules::pingback, "posts that are pingbacks: links from other sites, which nobody said"},
        {"deleted", &Rules::deleted,
         "posts that are notices in the place of deleted posts; their `key`, `author` and `author_id` are "
         "those of the deleted post, and their `body` is the notice; without one it is all of their text"},
        {"event", &Rules::event,
         "elements among the posts, of `each` or further ones, that are no posts but say what was done to the "
         "thread: \"Bo closed this topic\". All of the element is its text; `author` and `time` are who did it "
         "and when. It becomes a moderation event if `act`, or else the phrase books, say what it tells"},
        {"act", &Rules::act,
         "what was done, where the markup or a fixed text tells: every rule has a `value`, which is "
         "`removal`, `deletion` (by its author), `edit`, `lock`, `unlock`, `move`, `merge`, `split`, `pin`, "
         "`warning` or `ban`. A post with `removal` or `deletion` is a placeholder, such as \"[removed]\": it "
         "stays in its place, because others answer it, its words are not its writer's and go, and the act is "
         "a moderation event. A post with any other act is an event"},
        {"attachment", &Rules::attachment,
         "links or pictures inside a post that are files hanging on it. The text is the file's name, else its "
         "`download`, `alt` or `title`; the address is `href` or `src`"},
        {"signature", &Rules::signature, "elements that hold the signature; kept apart from the body"},
        {"signature_begin", &Rules::signature_begin,
         "for engines that print the signature as the body's last lines: from the last match in the body's "
         "last text on, it is the signature"},
        {"exclude", &Rules::exclude,
         "elements inside a body that are no words of the post: buttons, notes, advertisements"},
        {"key", &Rules::key, "the forum's own id of the post. Quotes refer to it, and repeated posts are known by it"},
        {"parent", &Rules::parent,
         "the `key` of the post that it answers. A post inside another answers that one, whatever this says"},
        {"depth", &Rules::depth,
         "how deep the post stands, on pages that print threaded posts in a row: an indent or a level, in any "
         "unit; the whole number at the value's beginning. The post answers the nearest earlier one that is "
         "less deep, unless `parent` says otherwise. A post without a depth opens the thread"},
        {"author", &Rules::author, "the author's name"},
        {"author_id", &Rules::author_id, "the forum's own id of the author"},
        {"role", &Rules::role,
         "\"Moderator\", \"Members\". A role that contains \"moderator\", \"admin\", \"staff\" or \"mods\" marks the "
         "post's words as those of staff"},
        {"time", &Rules::time,
         "when it was posted. If the value is an attribute, the element's text is what a report shows as "
         "printed"},
        {"permalink", &Rules::permalink, "the post's address"},
        {"edit", &Rules::edit, "the note that the post was edited. Without it the next three are not looked at"},
        {"edit_by", &Rules::edit_by, "who edited"},
        {"edit_time", &Rules::edit_time, "when"},
        {"edit_reason", &Rules::edit_reason, "why"},
    };
    return keys;
}

const Keys<HtmlRules::QuoteRules>& html_quote_keys() {
    using Rules = HtmlRules::QuoteRules;
    static const Keys<HtmlRules::QuoteRules> keys{
        {"each", &Rules::each, "elements inside a body that are quotes; quotes may hold quotes"},
        {"header", &Rules::header,
         "elements inside a quote that hold \"X said\" and are no words of it. Their text is read with "
         "`text.quote_headers` and with the phrase books' `quote.said`"},
        {"header_before", &Rules::header_before,
         "the same, where the header stands before the quote and not inside it. It belongs to the next quote; "
         "the rules below look inside it too"},
        {"author", &Rules::author, "whom the quote names; it beats the header"},
        {"author_id", &Rules::author_id, "the forum's id of that author"},
        {"source_key", &Rules::source_key, "the `key` of the quoted post: the strongest evidence there is"},
        {"time", &Rules::time,
         "when the quoted post was written; it adds the moment to what the header prints. If it is text, it "
         "is the printed time"},
        {"marked_lines", &Rules::marked_lines,
         "`true` where the engine has no markup for quotes and people write `>` before the words, as in e-mail: a line "
         "of "
         "a body that begins so is a quote of nobody named"},
    };
    return keys;
}

const Keys<HtmlRules::SmileyRules>& html_smiley_keys() {
    using Rules = HtmlRules::SmileyRules;
    static const Keys<HtmlRules::SmileyRules> keys{
        {"each", &Rules::each, "pictures inside a body or a signature that stand for a sign"},
        {"name", &Rules::name, "the picture's name; a picture without one says nothing"},
        {"codes", ByHand{"table"},
         "from names, in any case, to signs: `\"Big Grin\" = \":D\"`. Any other name comes out between colons: "
         "`:name:`"},
    };
    return keys;
}

const Keys<HtmlRules::ReactionRules>& html_reaction_keys() {
    using Rules = HtmlRules::ReactionRules;
    static const Keys<HtmlRules::ReactionRules> keys{
        {"each", &Rules::each, "elements that are one kind of reaction to a post"},
        {"name", &Rules::name, "\"Like\". A reaction without a name is left out"},
        {"count", &Rules::count, "how many: the digits at the value's beginning; without a value 1"},
    };
    return keys;
}

}  // namespace rejoinder
