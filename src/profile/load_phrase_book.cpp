#include "profile/load_phrase_book.hpp"

#include <fmt/format.h>
#include <array>
#include <limits>

#include "base/unicode.hpp"
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

void read_dates(TomlTable table, PhraseBook& book) {
    book.dates = read_patterns(table, "patterns", {"month", "day"});
    book.months = read_numbers<int>(table, "months", 1, 12);
    for (const TomlValue* word : table.strings("afternoon")) book.afternoon.push_back(fold(word->string));
    table.reject_unknown_keys();
}

void read_moderation(TomlTable table, PhraseBook& book) {
    for (const ModerationKind kind : moderation_kinds) {
        for (Pattern& pattern : read_patterns(table, moderation_kind_name(kind)))
            book.notices.push_back({kind, std::move(pattern)});
    }
    book.warnings = read_patterns(table, "threats");
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
        case ModerationKind::ban:
            return "ban";
    }
    return "";
}

Result<std::shared_ptr<const PhraseBook>> load_phrase_book(const std::filesystem::path& file) {
    const auto keys = read_toml(file);
    if (!keys) return tl::unexpected<Error>(keys.error());
    auto book = std::make_shared<PhraseBook>();
    TomlProblems problems;
    TomlTable root(*keys, problems);
    book->language = root.required_string("language");
    for (const TomlValue* word : root.strings("stop_words")) book->stop_words.insert(fold(word->string));
    if (auto age = root.table("age")) read_ages(*age, *book);
    if (auto date = root.table("date")) read_dates(*date, *book);
    if (auto quote = root.table("quote")) {
        book->said = read_patterns(*quote, "said", {"author"});
        quote->reject_unknown_keys();
    }
    if (auto moderation = root.table("moderation")) read_moderation(*moderation, *book);
    if (auto page = root.table("page")) {
        book->comment_forms = read_patterns(*page, "comment_forms");
        page->reject_unknown_keys();
    }
    root.reject_unknown_keys();
    if (!problems.empty()) return tl::unexpected<Error>(problems.first());
    return book;
}

}  // namespace rejoinder
