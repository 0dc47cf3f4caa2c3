#include "profile/keys.hpp"

namespace rejoinder {

const Keys<TextRules>& text_keys() {
    static const Keys<TextRules> keys{
        {"head",
         &TextRules::head,
         "searched above `posts_begin` (in the whole page, if there is no such key). `author` opened the "
         "thread: the first post gets this name if it has none and quotes nobody",
         false,
         {"title", "author", "forum"}},
        {"posts_begin", &TextRules::posts_begin,
         "the posts follow its end. If the key is there and nothing matches, the page has no posts. Without "
         "the key they begin at the top"},
        {"posts_end", &TextRules::posts_end,
         "the posts end where its first match begins, searched below `posts_begin`"},
        {"post_begin",
         &TextRules::post_begin,
         "a post's header. What stands before the first one is no post. `indent` is the white space before "
         "it: the post answers the nearest earlier one that has less",
         false,
         {"author", "time", "key", "role", "indent"}},
        {"post_end", &TextRules::post_end,
         "a post's footer. With `post_end` alone, what follows the last footer is no post"},
        {"reaction",
         &TextRules::reaction,
         "one line. Lines that match are taken off the end of a post",
         false,
         {"name", "count"},
         true},
        {"pingback", &TextRules::pingback, "a post in which it matches, its header included, is a pingback"},
        {"boilerplate", &TextRules::boilerplate, "their matches are cut out of posts"},
        {"quote_headers",
         &TextRules::quote_headers,
         "headers of quotes, besides those of the phrase books. The quoted words follow; `analyze` infers "
         "where they end",
         false,
         {"author", "when"}},
        {"quote_end", &TextRules::quote_end,
         "the words of the quote that was opened last end where it begins (\"Click to expand...\"); quotes may "
         "hold quotes. A quote without it ends where `analyze` infers"},
    };
    return keys;
}

}  // namespace rejoinder
