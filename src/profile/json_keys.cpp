#include "profile/keys.hpp"

namespace rejoinder {

const Keys<JsonShape>& json_keys() {
    static const Keys<JsonShape> keys{
        {"records", ByHand{"path or list of paths"}, "from the document to its records"},
        {"children", &JsonShape::children,
         "from a record to the records inside it. A record inside a post answers it, unless it names its own "
         "parent"},
        {"title", &JsonShape::title, "as in `[html]`; looked for in the document, then in the record"},
        {"forum", &JsonShape::forum, "as in `[html]`; looked for in the document, then in the record"},
        {"thread_key", &JsonShape::thread_key, "as in `[html]`; looked for in the document, then in the record"},
        {"url", &JsonShape::url, "as in `[html]`; looked for in the document, then in the record"},
        {"order", ByHand{"`\"printed\"` (default) or `\"time\"`"},
         "`\"time\"`: the posts stand in any order and are sorted by their times"},
        {"time_unit", ByHand{"`\"seconds\"` (default) or `\"milliseconds\"`"},
         "of times that are numbers. A number of fewer than 9 digits is no time"},
        {"companions", ByHand{"string or list"},
         "names of files that stand beside files of this shape and hold no posts: they are passed over "
         "without a word"},
        {"all_keys", &JsonShape::all_keys,
         "to the keys of every post that the thread has. Those that are not given are named in a diagnostic"},
        {"acts", ByHand{"list of tables"},
         "what the source records of a post. Each is a rule with a key `kind`: `removal`, `deletion` (by its "
         "author), `edit`, `lock`, `unlock`, `move`, `merge`, `split`, `pin`, `warning` or `ban`. The first "
         "rule of a kind that yields a value counts (`removal` and `deletion` are one kind in this: a post "
         "goes once), and the value is what a report shows. They become moderation events of the report"},
        {"post", ByHand{"table, required"}, "below"},
        {"reactions", ByHand{"table"},
         "each key is the name of a kind of reaction, each value the rules for its count"},
        {"missing", ByHand{"table"},
         "records that only name posts which are not given: `if` (a condition) says which, `keys` is a path to the "
         "posts' keys, `count` are rules for their number"},
    };
    return keys;
}

const Keys<JsonShape::PostRules>& json_post_keys() {
    using Rules = JsonShape::PostRules;
    static const Keys<JsonShape::PostRules> keys{
        {"if", ByHand{"condition"}, "which records are posts; without it all are"},
        {"key", &Rules::key, "as in `[html.post]`"},
        {"parent", &Rules::parent,
         "as in `[html.post]`: the key of the post that it answers, the strongest evidence there is"},
        {"author", &Rules::author, "as in `[html.post]`"},
        {"author_id", &Rules::author_id, "as in `[html.post]`"},
        {"role", &Rules::role, "as in `[html.post]`"},
        {"time", &Rules::time, "as in `[html.post]`"},
        {"permalink", &Rules::permalink, "as in `[html.post]`"},
        {"body", &Rules::body, "as in `[html.post]`", true},
        {"edit", &Rules::edit, "as in `[html.post]`"},
        {"edit_by", &Rules::edit_by, "as in `[html.post]`"},
        {"edit_time", &Rules::edit_time, "as in `[html.post]`"},
        {"edit_reason", &Rules::edit_reason, "as in `[html.post]`"},
        {"body_is", ByHand{"`\"text\"` (default), `\"markdown\"` or `\"html\"`"},
         "`\"markdown\"`: lines that begin with `>` are quotes, without author. `\"html\"`: read with "
         "`[html.quote]` and `html.post.exclude`"},
        {"nobody", ByHand{"string or list"}, "names that mean nobody: `\"[deleted]\"`"},
        {"placeholders", ByHand{"string or list"}, "bodies that are no words of the post: `\"[removed]\"`"},
        {"listed_key", &Rules::listed_key, "the post's key in `all_keys`, if `key` is another"},
    };
    return keys;
}

}  // namespace rejoinder
