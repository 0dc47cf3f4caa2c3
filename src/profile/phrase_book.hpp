// A phrase book: what one language says on forums, compiled from config/phrases/LANGUAGE.toml.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "pattern/pattern.hpp"
#include "rejoinder/post.hpp"

namespace rejoinder {

struct PhraseBook {
    std::string language;  // "en"

    // [age] "7 minutes ago": a pattern with groups `count` and `unit`, words for numbers, units in seconds
    std::vector<Pattern> ages;
    std::map<std::string, std::int64_t, std::less<>> numbers;  // "an" -> 1 (lower case)
    std::map<std::string, std::int64_t, std::less<>> units;    // "minutes" -> 60 (lower case)
    std::vector<Pattern> just_now;                             // an age of 0 to 60 seconds

    // [date] patterns with groups year, month (a name or a number), day, hour, minute, half (am or pm)
    std::vector<Pattern> dates;
    std::map<std::string, int, std::less<>> months;  // "march" -> 3 (lower case)
    std::vector<std::string> afternoon;              // lower case: "pm"

    // [quote] headers: patterns with groups `author` and, where it is printed, `when`
    std::vector<Pattern> said;

    // [moderation] notices: patterns with groups `object` and `reason`, tried in order on a single sentence whose
    // leading signs and label ("Mod note:") are cut off, so that each begins with "^". The key `define` stands in front
    // of each of these and of `warnings`: the place for groups that they share.
    struct Notice {
        ModerationKind kind = ModerationKind::removal;
        Pattern pattern;
    };
    std::vector<Notice> notices;
    std::optional<Pattern> trigger;  // a text without a match holds no notice; absent: any may hold one
    std::vector<Pattern> warnings;   // a sentence that threatens a further step

    // [page]
    std::vector<Pattern> comment_forms;  // a line that only an (even empty) comment section prints

    std::unordered_set<std::string> stop_words;  // lower case
};

/// Names of ModerationKind in configuration and JSON: "removal", "edit", "lock", …
std::string_view moderation_kind_name(ModerationKind kind);

}  // namespace rejoinder
