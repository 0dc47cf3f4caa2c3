#include "extract/time/date_scanner.hpp"

#include <algorithm>
#include <array>

namespace rejoinder {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

/// Abbreviations that name different zones in different parts_ of the world, or change with the season.
bool is_vague_zone(std::string_view word) {
    constexpr std::array<std::string_view, 24> zones{
        "est", "edt",  "et",  "cst", "cdt", "ct",  "mst", "mdt", "mt",  "pst",  "pdt",  "pt",
        "cet", "cest", "eet", "bst", "ist", "mez", "msk", "jst", "ict", "aest", "aedt", "mesz",
    };
    return std::find(zones.begin(), zones.end(), word) != zones.end();
}

class Scanner {
public:
    Scanner(std::string_view folded, const PhraseBook& book) : text_(folded), book_(book) {}

    /// False if anything in the text is neither number nor known word.
    bool scan() {
        while (at_ < text_.size()) {
            const char c = text_[at_];
            bool known = true;
            if (is_digit(c)) {
                known = number();
            } else if (parts_.clock && (c == '+' || c == '-') && is_zone_at(at_ + 1)) {
                known = zone();
            } else if (const DateWord* bracketed = bracketed_word()) {
                known = apply(*bracketed);
            } else if (is_letter(c)) {
                known = word();
            } else if (std::string_view(" ,./-:()[]|'\"@").find(c) != std::string_view::npos) {
                ++at_;
            } else {
                known = false;
            }
            if (!known) return false;
        }
        if (parts_.perhaps_morning) parts_.morning = true;
        return !(parts_.morning && parts_.afternoon) && (parts_.clock || !(parts_.morning || parts_.afternoon));
    }

    const DateParts& parts() const { return parts_; }

private:
    char peek(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }

    std::size_t digits_end(std::size_t at) const {
        while (is_digit(peek(at))) ++at;
        return at;
    }

    int value(std::size_t begin, std::size_t end) const {
        int sum = 0;
        for (; begin < end; ++begin) sum = sum * 10 + (text_[begin] - '0');
        return sum;
    }

    std::size_t skip_spaces(std::size_t at) const {
        while (peek(at) == ' ') ++at;
        return at;
    }

    /// The word at a place, and where it ends. In scripts without spaces the longest known word.
    const DateWord* word_at(std::size_t begin, std::size_t& end) const {
        end = begin;
        const auto joins = [&] { return (peek(end) == '.' || peek(end) == '\'') && is_letter(peek(end + 1)); };
        while (is_letter(peek(end)) || (end > begin && joins())) ++end;
        const bool spaced = std::all_of(text_.begin() + static_cast<std::ptrdiff_t>(begin),
                                        text_.begin() + static_cast<std::ptrdiff_t>(end),
                                        [](char c) { return static_cast<unsigned char>(c) < 0xE0; });
        for (; end > begin; --end) {
            const auto found = book_.date_words.find(text_.substr(begin, end - begin));
            if (found != book_.date_words.end()) return &found->second;
            if (spaced) break;
        }
        return nullptr;
    }

    /// "(月)": a word that is itself only in brackets, because the bare sign means something else.
    const DateWord* bracketed_word() {
        if (peek(at_) != '(') return nullptr;
        const std::size_t end = text_.find(')', at_);
        if (end == std::string_view::npos) return nullptr;
        const auto found = book_.date_words.find(text_.substr(at_, end + 1 - at_));
        if (found == book_.date_words.end()) return nullptr;
        at_ = end + 1;
        return &found->second;
    }

    bool number() {
        const std::size_t begin = at_;
        at_ = digits_end(begin);
        if (at_ - begin > 4) return false;
        parts_.perhaps_morning = false;
        const DateNumber number{value(begin, at_), static_cast<int>(at_ - begin), sign_before(begin)};
        if (peek(at_) == ':' && is_digit(peek(at_ + 1))) return clock(number, ':');
        if (dotted_clock(number)) return true;
        std::size_t end = 0;
        if (const DateWord* mark = word_at(skip_spaces(at_), end); mark != nullptr) {
            if (mark->mark != DateWord::Mark::none) {
                at_ = end;
                return marked(number.value, mark->mark);
            }
        }
        parts_.numbers.push_back(number);
        return true;
    }

    /// "15.04 Uhr", and "15.04" after a whole date.
    bool dotted_clock(const DateNumber& hour) {
        if (peek(at_) != '.' || hour.sign != ' ' || digits_end(at_ + 1) != at_ + 3) return false;
        std::size_t end = 0;
        const DateWord* mark = word_at(skip_spaces(at_ + 3), end);
        if (mark != nullptr && mark->mark == DateWord::Mark::hour) {
            if (!clock(hour, '.')) return false;
            at_ = end;
            return true;
        }
        const bool month =
            std::any_of(parts_.words.begin(), parts_.words.end(), [](const DateWord& word) { return word.month != 0; });
        return parts_.numbers.size() == (month ? 2U : 3U) && clock(hour, '.');
    }

    char sign_before(std::size_t begin) const {
        if (begin < 2 || !is_digit(text_[begin - 2]) || parts_.numbers.empty()) return ' ';
        const char sign = text_[begin - 1];
        return sign == '.' || sign == '/' || sign == '-' ? sign : ' ';
    }

    bool clock(const DateNumber& hour, char sign) {
        std::size_t end = digits_end(at_ + 1);
        if (parts_.clock || hour.sign != ' ' || hour.digits > 2 || end != at_ + 3) return false;
        DateClock clock{hour.value, value(at_ + 1, end), 0, 60};
        if (peek(end) == sign && is_digit(peek(end + 1))) {
            const std::size_t begin = end + 1;
            end = digits_end(begin);
            if (end - begin != 2) return false;
            clock.second = value(begin, end);
            clock.width = 1;
        }
        at_ = end;
        parts_.clock = clock;
        return true;
    }

    bool marked(int number, DateWord::Mark mark) {
        using Mark = DateWord::Mark;
        if (mark == Mark::hour) {
            if (parts_.clock) return false;
            parts_.clock = DateClock{number, 0, 0, 3'600};
            // "15h04": the minutes may go without a sign of their own.
            const std::size_t begin = skip_spaces(at_);
            const std::size_t end = digits_end(begin);
            std::size_t after = 0;
            if (end == begin + 2 && word_at(skip_spaces(end), after) == nullptr) {
                at_ = end;
                return marked(value(begin, end), Mark::minute);
            }
            return true;
        }
        if (mark == Mark::minute || mark == Mark::second) {
            if (!parts_.clock) return false;
            (mark == Mark::minute ? parts_.clock->minute : parts_.clock->second) = number;
            parts_.clock->width = mark == Mark::minute ? 60 : 1;
            return true;
        }
        std::optional<int>& part = mark == Mark::year ? parts_.year : mark == Mark::month ? parts_.month : parts_.day;
        if (part) return false;
        part = number;
        return true;
    }

    bool word() {
        std::size_t end = 0;
        if (const DateWord* known = word_at(at_, end)) {
            at_ = end;
            return apply(*known);
        }
        const std::size_t begin = at_;
        while (is_letter(peek(at_))) ++at_;
        const std::string_view name = text_.substr(begin, at_ - begin);
        if (!parts_.clock || parts_.has_zone) return false;
        parts_.has_zone = true;
        if (name == "utc" || name == "gmt" || name == "z") {
            parts_.zone_seconds = 0;
            return true;
        }
        return is_vague_zone(name);
    }

    bool apply(const DateWord& word) {
        if (word.month != 0 || word.weekday != 0 || word.days_ago) parts_.words.push_back(word);
        if (!word.morning && !word.afternoon)
            return word.month != 0 || word.weekday != 0 || word.days_ago || word.filler;
        if (!parts_.clock && !word.filler && !parts_.numbers.empty() && parts_.numbers.back().sign == ' ' &&
            parts_.numbers.back().digits <= 2 && parts_.numbers.size() != 1) {
            parts_.clock = DateClock{parts_.numbers.back().value, 0, 0, 3'600};  // "3 pm"
            parts_.numbers.pop_back();
        }
        if (word.filler) {
            parts_.perhaps_morning = word.morning && parts_.clock.has_value();
        } else {
            (word.morning ? parts_.morning : parts_.afternoon) = true;
        }
        return true;
    }

    /// Whether "0100", "01:00" or, after "GMT", "1" stands there.
    bool is_zone_at(std::size_t begin) const {
        const std::size_t end = digits_end(begin);
        if (end == begin + 4) return true;
        if (end == begin + 2 && peek(end) == ':' && digits_end(end + 1) == end + 3) return true;
        return parts_.zone_seconds.has_value() && end > begin && end <= begin + 2;
    }

    bool zone() {
        const int side = text_[at_] == '-' ? -1 : 1;
        const std::size_t begin = at_ + 1;
        const std::size_t end = std::min(digits_end(begin), begin + 2);
        const std::size_t hours_end = digits_end(begin) == begin + 1 ? begin + 1 : end;
        int minutes = 0;
        at_ = hours_end;
        if (peek(at_) == ':') ++at_;
        if (const std::size_t last = digits_end(at_); last == at_ + 2) {
            minutes = value(at_, last);
            at_ = last;
        }
        const int hours = value(begin, hours_end);
        if (hours > 14 || minutes > 59) return false;
        parts_.has_zone = true;
        parts_.zone_seconds = side * (hours * 3'600 + minutes * 60);
        return true;
    }

    std::string_view text_;
    const PhraseBook& book_;
    std::size_t at_ = 0;
    DateParts parts_;
};

}  // namespace

std::optional<DateParts> scan_date(std::string_view folded, const PhraseBook& book) {
    Scanner scanner(folded, book);
    if (!scanner.scan()) return std::nullopt;
    return scanner.parts();
}

}  // namespace rejoinder
