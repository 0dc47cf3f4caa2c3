// A phrase book: what one language says on forums, compiled from config/phrases/LANGUAGE.toml.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "pattern/pattern.hpp"
#include "rejoinder/post.hpp"

namespace rejoinder {

/// The order of the numbers in "3/5/2024". A year of four digits at the front needs none: the month follows it.
enum class DateOrder : std::uint8_t { day_month_year, month_day_year };

/// What a word says in a date. Some words say several things ("mar" is a month and a weekday in Italian), and the
/// place decides.
struct DateWord {
    enum class Mark : std::uint8_t { none, year, month, day, hour, minute, second };

    int month = 0;                // 1 to 12
    int weekday = 0;              // 1 is Monday, 7 is Sunday
    std::optional<int> days_ago;  // 0 is today, 1 is yesterday
    bool morning = false;         // the clock before or after it runs from midnight to noon
    bool afternoon = false;
    bool filler = false;     // says nothing: "at"
    Mark mark = Mark::none;  // what the number before it is: the sign after "2024" in "2024年"
};

struct PhraseBook {
    std::string language;  // "en"

    // [age] "7 minutes ago": a pattern with groups `count` and `unit`, words for numbers, units in seconds
    // (and `more_count`, `more_unit` for "2 years, 3 months ago")
    std::vector<Pattern> ages;
    std::map<std::string, std::int64_t, std::less<>> numbers;  // "an" -> 1 (lower case)
    std::map<std::string, std::int64_t, std::less<>> units;    // "minutes" -> 60 (lower case)
    std::vector<Pattern> just_now;                             // an age of 0 to 60 seconds

    // [date] every word that may stand in a date
    std::map<std::string, DateWord, std::less<>> date_words;  // folded, without a full stop at the end
    std::optional<DateOrder> order;                           // of dates in numbers, where the language has one

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
    std::vector<Pattern> removers;   // the notice in a deleted post's place: groups `by` and `reason`

    // [tone] words and phrases, each as the hashes of its words (base/words.hpp)
    std::vector<std::vector<std::uint32_t>> second_person;  // "you", "your"

    // [page]
    std::vector<Pattern> comment_forms;  // a line that only an (even empty) comment section prints
    // Titles of pages that hold no thread
    std::vector<Pattern> error_titles;   // "404 Not Found"
    std::vector<Pattern> login_titles;   // "Log in"
    std::vector<Pattern> search_titles;  // "Search results for …"
    std::vector<Pattern> error_texts;    // "The requested topic does not exist"
    std::vector<Pattern> login_texts;    // "You must be logged in"

    std::unordered_set<std::uint32_t> stop_words;  // the words' hashes (base/words.hpp)

    // [stance] phrases of one word or more, and `second_person` (address), by their first word's hash (base/words.hpp)
    struct StancePhrase {
        enum class Kind : std::uint8_t { agreement, disagreement, address };
        Kind kind = Kind::agreement;
        std::vector<std::uint32_t> words;  // hashes
    };
    std::unordered_map<std::uint32_t, std::vector<StancePhrase>> stance;
};

/// Names of ModerationKind in configuration and JSON: "removal", "edit", "lock", …
std::string_view moderation_kind_name(ModerationKind kind);

/// The reverse; nothing for another word.
std::optional<ModerationKind> moderation_kind_of(std::string_view name);

}  // namespace rejoinder
