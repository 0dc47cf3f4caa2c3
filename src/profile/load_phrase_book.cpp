#include "profile/load_phrase_book.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <limits>

#include "base/unicode.hpp"
#include "base/words.hpp"
#include "profile/toml_rules.hpp"

namespace rejoinder {

namespace {

// In the order in which notices are tried: a notice that could be read as two kinds is the more specific one.
constexpr std::array<ModerationKind, 10> moderation_kinds{
    ModerationKind::unlock,  ModerationKind::lock, ModerationKind::merge, ModerationKind::split,
    ModerationKind::move,    ModerationKind::pin,  ModerationKind::ban,   ModerationKind::warning,
    ModerationKind::removal, ModerationKind::edit,
};

/// A table of words and whole numbers from `least` to `most`; the words are folded.
template <class Number>
std::map<std::string, Number, std::less<>> read_numbers(TomlTable& parent, std::string_view key, Number least,
                                                        Number most) {
    std::map<std::string, Number, std::less<>> numbers;
    const auto table = parent.table(key);
    if (!table) return numbers;
    for (const auto& [word, entry] : table->value().entries) {
        const TomlValue& value = entry.value;
        if (value.kind != TomlValue::Kind::integer || value.integer < least || value.integer > most) {
            parent.problems().add(value.place,
                                  fmt::format("\"{}\" must be a whole number from {} to {}", word, least, most));
        } else {
            numbers[fold(word)] = static_cast<Number>(value.integer);
        }
    }
    return numbers;
}

void read_ages(TomlTable table, PhraseBook& book) {
    constexpr std::int64_t century = std::int64_t{100} * 366 * 24 * 3600;
    book.ages = read_patterns(table, "patterns", {"count", "unit"});
    book.just_now = read_patterns(table, "just_now");
    book.numbers = read_numbers<std::int64_t>(table, "numbers", 0, 1000);
    book.units = read_numbers<std::int64_t>(table, "units", 1, century);
    table.reject_unknown_keys();
}

/// A word as dates are searched for it.
std::string date_word(std::string_view word) {
    std::string folded = fold(word);
    while (folded.ends_with('.')) folded.pop_back();
    return folded;
}

void read_date_numbers(TomlTable& table, std::string_view key, int least, int most, PhraseBook& book, auto set) {
    for (const auto& [word, number] : read_numbers<int>(table, key, least, most)) {
        set(book.date_words[date_word(word)], number);
    }
}

void read_date_marks(TomlTable& table, PhraseBook& book) {
    using Mark = DateWord::Mark;
    constexpr std::array<std::pair<std::string_view, Mark>, 6> marks{{
        {"year", Mark::year},
        {"month", Mark::month},
        {"day", Mark::day},
        {"hour", Mark::hour},
        {"minute", Mark::minute},
        {"second", Mark::second},
    }};
    auto words = table.table("marks");
    if (!words) return;
    for (const auto& [key, mark] : marks) {
        for (const TomlValue* word : words->strings(key)) book.date_words[date_word(word->string)].mark = mark;
    }
    words->reject_unknown_keys();
}

void read_dates(TomlTable table, PhraseBook& book) {
    book.order = read_date_order(table, "order");
    read_date_numbers(table, "months", 1, 12, book, [](DateWord& word, int month) { word.month = month; });
    read_date_numbers(table, "weekdays", 1, 7, book, [](DateWord& word, int weekday) { word.weekday = weekday; });
    read_date_numbers(table, "days_ago", 0, 7, book, [](DateWord& word, int days) { word.days_ago = days; });
    for (const TomlValue* word : table.strings("morning")) book.date_words[date_word(word->string)].morning = true;
    for (const TomlValue* word : table.strings("afternoon")) book.date_words[date_word(word->string)].afternoon = true;
    for (const TomlValue* word : table.strings("fillers")) book.date_words[date_word(word->string)].filler = true;
    read_date_marks(table, book);
    table.reject_unknown_keys();
}

/// Text that stands in front of each pattern of a table, so that groups which they share are written once; empty if the
/// table has none or it does not compile.
std::string read_define(TomlTable& table) {
    return read_pattern(table, "define") ? table.string("define") : std::string();
}

/// Adds the problem of a pattern that was compiled with `define` before it, at the place in its own text.
void add_problem(const TomlValue& value, const PatternError& wrong, std::string_view define, TomlProblems& problems) {
    const std::size_t offset = wrong.offset - std::min(wrong.offset, define.size());
    const auto read = std::count_if(value.string.begin(), value.string.begin() + static_cast<std::ptrdiff_t>(offset),
                                    [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
    problems.add(value.place, fmt::format("bad pattern: {} (after {} character{} of it)", wrong.message, read,
                                          read == 1 ? "" : "s"));
}

std::vector<Pattern> read_defined_patterns(TomlTable& table, std::string_view key, const std::string& define) {
    std::vector<Pattern> patterns;
    for (const TomlValue* value : table.strings(key)) {
        auto pattern = Pattern::compile(define + value->string);
        if (pattern)
            patterns.push_back(std::move(*pattern));
        else
            add_problem(*value, pattern.error(), define, table.problems());
    }
    return patterns;
}

void read_moderation(TomlTable table, PhraseBook& book) {
    const std::string define = read_define(table);
    book.trigger = read_pattern(table, "trigger");
    for (const ModerationKind kind : moderation_kinds) {
        for (Pattern& pattern : read_defined_patterns(table, moderation_kind_name(kind), define))
            book.notices.push_back({kind, std::move(pattern)});
    }
    book.warnings = read_defined_patterns(table, "threats", define);
    book.removers = read_patterns(table, "removers", {"by"});
    table.reject_unknown_keys();
}

/// Words and phrases as the hashes of their words. One without words is left out.
std::vector<std::vector<std::uint32_t>> read_phrases(TomlTable& table, std::string_view key) {
    std::vector<std::vector<std::uint32_t>> phrases;
    for (const TomlValue* phrase : table.strings(key)) {
        std::vector<std::uint32_t> hashes;
        for (const Word& word : split_words(phrase->string)) hashes.push_back(word.hash);
        if (!hashes.empty()) phrases.push_back(std::move(hashes));
    }
    return phrases;
}

void read_stance(TomlTable table, PhraseBook& book) {
    using Kind = PhraseBook::StancePhrase::Kind;
    constexpr std::array<std::pair<std::string_view, Kind>, 2> kinds{{
        {"agreement", Kind::agreement},
        {"disagreement", Kind::disagreement},
    }};
    for (const auto& [key, kind] : kinds) {
        for (const TomlValue* value : table.strings(key)) {
            PhraseBook::StancePhrase phrase{kind, {}};
            for (const Word& word : split_words(value->string)) phrase.words.push_back(word.hash);
            if (phrase.words.empty()) {
                table.problems().add(value->place, fmt::format("\"{}\" holds no word", value->string));
                continue;
            }
            book.stance[phrase.words.front()].push_back(std::move(phrase));
        }
    }
    table.reject_unknown_keys();
}

}  // namespace

std::string_view moderation_kind_name(ModerationKind kind) {
    switch (kind) {
        case ModerationKind::removal:
            return "removal";
        case ModerationKind::edit:
            return "edit";
        case ModerationKind::lock:
            return "lock";
        case ModerationKind::unlock:
            return "unlock";
        case ModerationKind::move:
            return "move";
        case ModerationKind::merge:
            return "merge";
        case ModerationKind::split:
            return "split";
        case ModerationKind::pin:
            return "pin";
        case ModerationKind::warning:
            return "warning";
        case ModerationKind::deletion:
            return "deletion";
        case ModerationKind::ban:
            return "ban";
    }
    return "";
}

std::optional<ModerationKind> moderation_kind_of(std::string_view name) {
    for (int kind = 0; kind <= static_cast<int>(ModerationKind::deletion); ++kind) {
        if (moderation_kind_name(static_cast<ModerationKind>(kind)) == name) return static_cast<ModerationKind>(kind);
    }
    return std::nullopt;
}

Result<std::shared_ptr<const PhraseBook>> load_phrase_book(const std::filesystem::path& file) {
    const auto keys = read_toml(file);
    if (!keys) return tl::unexpected<Error>(keys.error());
    auto book = std::make_shared<PhraseBook>();
    TomlProblems problems;
    TomlTable root(*keys, problems);
    book->language = root.required_string("language");
    for (const TomlValue* stop_word : root.strings("stop_words")) {
        for (const Word& word : split_words(stop_word->string)) book->stop_words.insert(word.hash);
    }
    if (auto age = root.table("age")) read_ages(*age, *book);
    if (auto date = root.table("date")) read_dates(*date, *book);
    if (auto quote = root.table("quote")) {
        book->said = read_patterns(*quote, "said", {"author"});
        quote->reject_unknown_keys();
    }
    if (auto moderation = root.table("moderation")) read_moderation(*moderation, *book);
    if (auto tone = root.table("tone")) {
        book->second_person = read_phrases(*tone, "second_person");
        tone->reject_unknown_keys();
    }
    if (auto stance = root.table("stance")) read_stance(*stance, *book);
    for (const std::vector<std::uint32_t>& words : book->second_person)
        book->stance[words.front()].push_back({PhraseBook::StancePhrase::Kind::address, words});
    if (auto page = root.table("page")) {
        book->comment_forms = read_patterns(*page, "comment_forms");
        book->error_titles = read_patterns(*page, "error_titles");
        book->login_titles = read_patterns(*page, "login_titles");
        book->search_titles = read_patterns(*page, "search_titles");
        book->error_texts = read_patterns(*page, "error_texts");
        book->login_texts = read_patterns(*page, "login_texts");
        page->reject_unknown_keys();
    }
    root.reject_unknown_keys();
    if (!problems.empty()) return tl::unexpected<Error>(problems.first());
    return book;
}

}  // namespace rejoinder
