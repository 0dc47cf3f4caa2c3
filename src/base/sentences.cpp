#include "base/sentences.hpp"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

#include "base/unicode.hpp"

namespace rejoinder {
namespace {

// A full stop after one of these ends no sentence.
constexpr std::array<std::string_view, 12> titles = {"Mr",  "Mrs", "Ms",  "Dr",  "Prof", "Gen",
                                                     "Sen", "Rep", "Gov", "Col", "Capt", "vs"};

struct Letter {
    UChar32 code = 0;
    std::size_t length = 0;  // 0 at the end of the text
};

Letter letter_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return {};
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    if (bytes[at] < 0x80) return {bytes[at], 1};
    std::size_t next = at;
    UChar32 code = 0;
    U8_NEXT(bytes, next, text.size(), code);
    return {code, next - at};
}

/// Latin, Greek and Cyrillic letters, and signs that any script uses.
bool is_plain(UChar32 code) {
    return code < 0x530 || (code >= 0x1E00 && code < 0x2E80) || (code >= 0xFE00 && code < 0xFE10) || code >= 0x1F000;
}

bool is_plain_text(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            continue;
        }
        const Letter letter = letter_at(text, at);
        if (!is_plain(letter.code)) return false;
        at += letter.length;
    }
    return true;
}

bool is_end_mark(UChar32 code) {
    return code == '.' || code == '!' || code == '?' || code == 0x2026;
}

bool is_closing(UChar32 code) {
    return code == '"' || code == '\'' || code == ')' || code == ']' || code == 0x2019 || code == 0x201D ||
           code == 0xBB;
}

bool is_opening(UChar32 code) {
    return code == '"' || code == '\'' || code == '(' || code == '[' || code == 0x2018 || code == 0x201C ||
           code == 0xAB;
}

/// True if the full stop at `stop` belongs to "Mr." or to an initial ("J. Smith").
bool is_abbreviation(std::string_view text, std::size_t begin, std::size_t stop) {
    std::size_t first = stop;
    while (first > begin && text[first - 1] != ' ' && text[first - 1] != '\t') --first;
    std::string_view word = text.substr(first, stop - first);
    while (!word.empty() && is_opening(static_cast<unsigned char>(word.front()))) word.remove_prefix(1);
    if (word.size() == 1) return word.front() >= 'A' && word.front() <= 'Z' && word.front() != 'I';
    return std::find(titles.begin(), titles.end(), word) != titles.end();
}

/// Where the sentence that ends with the mark at `mark` stops, or 0 if none ends there. `begin` is where it began.
std::size_t end_of_sentence(std::string_view text, std::size_t begin, std::size_t mark) {
    std::size_t at = mark;
    bool ends_for_sure = false;
    for (Letter letter = letter_at(text, at); is_end_mark(letter.code); letter = letter_at(text, at)) {
        ends_for_sure = ends_for_sure || letter.code == '!' || letter.code == '?';
        at += letter.length;
    }
    for (Letter letter = letter_at(text, at); is_closing(letter.code); letter = letter_at(text, at))
        at += letter.length;
    std::size_t next = at;
    std::size_t space = 0;
    while (next < text.size() && starts_with_space(text.substr(next), space)) next += space;
    if (next >= text.size()) return at;
    if (next == at) return 0;
    if (ends_for_sure) return at;
    Letter following = letter_at(text, next);
    while (is_opening(following.code)) {
        next += following.length;
        following = letter_at(text, next);
    }
    if (u_islower(following.code)) return 0;
    return text[mark] == '.' && is_abbreviation(text, begin, mark) ? 0 : at;
}

void add_sentence(std::string_view text, std::vector<std::string_view>& sentences) {
    const std::string_view sentence = trim(text);
    if (!sentence.empty()) sentences.push_back(sentence);
}

/// Sentences of one line.
void split_line(std::string_view line, std::vector<std::string_view>& sentences) {
    std::size_t begin = 0;
    for (std::size_t at = 0; at < line.size();) {
        const char byte = line[at];
        const bool may_end =
            byte == '.' || byte == '!' || byte == '?' || (byte == '\xE2' && line.substr(at, 3) == "\xE2\x80\xA6");
        if (!may_end) {
            ++at;
            continue;
        }
        if (const std::size_t end = end_of_sentence(line, begin, at)) {
            add_sentence(line.substr(begin, end - begin), sentences);
            begin = end;
            at = end;
        } else {
            while (is_end_mark(letter_at(line, at).code)) at += letter_at(line, at).length;
        }
    }
    add_sentence(line.substr(begin), sentences);
}

/// Cuts by the Unicode rules (UAX #29). False if ICU cannot.
bool split_by_icu(std::string_view text, std::vector<std::string_view>& sentences) {
    UErrorCode status = U_ZERO_ERROR;
    thread_local const std::unique_ptr<icu::BreakIterator> breaks(
        icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status));
    if (!breaks) return false;
    UText opened = UTEXT_INITIALIZER;
    utext_openUTF8(&opened, text.data(), static_cast<std::int64_t>(text.size()), &status);
    breaks->setText(&opened, status);
    const bool ready = U_SUCCESS(status) != 0;
    if (ready) {
        std::int32_t begin = breaks->first();
        for (std::int32_t end = breaks->next(); end != icu::BreakIterator::DONE; end = breaks->next()) {
            add_sentence(text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin)),
                         sentences);
            begin = end;
        }
    }
    utext_close(&opened);
    return ready;
}

}  // namespace

std::vector<std::string_view> split_sentences(std::string_view text) {
    std::vector<std::string_view> sentences;
    if (!is_plain_text(text) && split_by_icu(text, sentences)) return sentences;
    while (!text.empty()) {
        const std::size_t line = std::min(text.find('\n'), text.size());
        split_line(text.substr(0, line), sentences);
        text.remove_prefix(std::min(line + 1, text.size()));
    }
    return sentences;
}

}  // namespace rejoinder
