#include "profile/keys.hpp"

namespace rejoinder {

const Keys<Profile>& profile_keys() {
    static const Keys<Profile> keys{
        {"name", &Profile::name,
         "the name for `--forum`, and in reports. By custom the file's name without `.toml`; each name once", true},
        {"title", &Profile::title, "for people: the list of profiles shows it; without it `name`"},
        {"engine", &Profile::engine, "the forum's software, for people"},
        {"forum", &Profile::forum, "the forum's name, if the profile is about one forum. It beats what the page says"},
        {"extends", &Profile::extends, "name of another profile"},
        {"languages", ByHand{"string or list"},
         "phrase books to use. Name them only if the forum surely prints no other: without the key every book "
         "is tried, and only what they agree on counts"},
        {"edits", ByHand{"string"},
         "who edits posts of others there: `\"staff\"` (default) or `\"anyone\"`. Where it is anyone, an edit by "
         "somebody else than the author is a moderator's act only if the name is staff's"},
        {"detect", ByHand{"table"}, "below"},
        {"html", ByHand{"table"}, "below"},
        {"text", ByHand{"table"}, "below"},
        {"json", ByHand{"table"}, "below"},
        {"time", ByHand{"table"}, "below"},
    };
    return keys;
}

const Keys<Profile>& detect_keys() {
    static const Keys<Profile> keys{
        {"html", ByHand{"selectors"}, "any one that matches is enough"},
        {"text", &Profile::detect_text, "any one that is found is enough"},
        {"all_text", &Profile::detect_all_text, "all of them must be found"},
        {"json", ByHand{"[conditions](#paths-conditions-and-rules-of-json)"}, "any one that holds is enough"},
    };
    return keys;
}

const Keys<Profile>& time_keys() {
    static const Keys<Profile> keys{
        {"utc_offset", ByHand{"string"},
         "the zone of times that are printed without one: `\"+07:00\"`, `\"-03:30\"` or `\"Z\"`; from `\"-14:59\"` to "
         "`\"+14:59\"`. There is no summer time. While it is unknown, such a time is read as a range that is "
         "true anywhere on earth"},
        {"order", ByHand{"string"},
         "`\"dmy\"` (day first) or `\"mdy\"` (month first): the order of dates in numbers, `3/5/2024`. It beats "
         "the language's order, and the page's own dates beat it"},
    };
    return keys;
}

}  // namespace rejoinder
