#include "base/name_replacer.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>

#include "base/unicode.hpp"
#include "base/utf8.hpp"

namespace rejoinder {
namespace {

constexpr std::size_t letters_to_be_found_inside = 6;
constexpr std::size_t widest_gap = 4;  // bytes between two words of one name

bool is_letter(std::int32_t code) {
    return code != detail::invalid_code_point && (u_isalnum(code) != 0 || (U_GET_GC_MASK(code) & U_GC_M_MASK) != 0);
}

bool is_without_spaces(std::int32_t code) {
    UErrorCode error = U_ZERO_ERROR;
    switch (uscript_getScript(code, &error)) {
        case USCRIPT_THAI:
        case USCRIPT_LAO:
        case USCRIPT_KHMER:
        case USCRIPT_MYANMAR:
        case USCRIPT_HAN:
        case USCRIPT_HIRAGANA:
        case USCRIPT_KATAKANA:
            return true;
        default:
            return false;
    }
}

struct Word {
    std::size_t begin;
    std::size_t end;
};

std::vector<Word> words_in(std::string_view text) {
    std::vector<Word> words;
    bool inside = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const bool letter = is_letter(detail::next_code_point(text, at));
        if (letter && !inside) words.push_back({begin, at});
        if (letter) words.back().end = at;
        inside = letter;
    }
    return words;
}

bool is_found_inside(const std::string& folded) {
    std::size_t letters = 0, without_spaces = 0;
    for (std::size_t at = 0; at < folded.size();) {
        const std::int32_t code = detail::next_code_point(folded, at);
        ++letters;
        if (is_without_spaces(code)) ++without_spaces;
    }
    return letters >= letters_to_be_found_inside || without_spaces >= 2;
}

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/// "%E0%B8%81" as its bytes, or nothing if the text holds no such sign or is no UTF-8 then.
std::string percent_decoded(std::string_view text) {
    std::string bytes;
    bool any = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool sign =
            text[at] == '%' && at + 2 < text.size() && hex_digit(text[at + 1]) >= 0 && hex_digit(text[at + 2]) >= 0;
        if (!sign) {
            bytes += text[at];
            continue;
        }
        bytes += static_cast<char>(hex_digit(text[at + 1]) * 16 + hex_digit(text[at + 2]));
        at += 2;
        any = true;
    }
    return any && !invalid_utf8_at(bytes) ? bytes : std::string();
}

bool is_space(char c) {
    return detail::is_ascii_space(c);
}

}  // namespace

void NameReplacer::add(std::string_view name, std::string replacement) {
    Name entry{{}, std::move(replacement)};
    std::string joined;
    for (const Word word : words_in(name)) {
        entry.words.push_back(fold(name.substr(word.begin, word.end - word.begin)));
        joined += entry.words.back();
    }
    if (entry.words.empty()) {
        if (!trim(name).empty()) signs_.emplace_back(trim(name), entry.replacement);
        return;
    }
    if (is_found_inside(joined) && inside_.try_emplace(joined, entry.replacement).second) {
        const auto place =
            std::lower_bound(inside_lengths_.begin(), inside_lengths_.end(), joined.size(), std::greater<>());
        if (place == inside_lengths_.end() || *place != joined.size()) inside_lengths_.insert(place, joined.size());
    }
    std::vector<std::string> spellings{joined};
    for (const bool whole : {true, false}) {
        Name one{whole ? entry.words : spellings, entry.replacement};
        if (!whole && entry.words.size() == 1) break;
        std::vector<Name>& names = by_first_word_[one.words.front()];
        const auto same = [&](const Name& other) { return other.words == one.words; };
        if (std::any_of(names.begin(), names.end(), same)) continue;
        const auto fewer = [&](const Name& other) { return other.words.size() < one.words.size(); };
        names.insert(std::find_if(names.begin(), names.end(), fewer), std::move(one));
    }
}

const NameReplacer::Name* NameReplacer::longest_at(const std::vector<std::string>& words,
                                                   const std::vector<std::size_t>& gaps, std::size_t at) const {
    const auto found = by_first_word_.find(words[at]);
    if (found == by_first_word_.end()) return nullptr;
    for (const Name& name : found->second) {
        bool fits = at + name.words.size() <= words.size();
        for (std::size_t i = 1; fits && i < name.words.size(); ++i) {
            fits = words[at + i] == name.words[i] && gaps[at + i] <= widest_gap;
        }
        if (fits) return &name;
    }
    return nullptr;
}

/// Replaces names inside one folded word; gives nothing if there are none.
std::string NameReplacer::replace_inside(std::string word) const {
    std::string out;
    bool any = false;
    for (std::size_t at = 0; at < word.size();) {
        const std::string* replacement = nullptr;
        for (const std::size_t length : inside_lengths_) {
            if (at + length > word.size()) continue;
            const auto found = inside_.find(word.substr(at, length));
            if (found == inside_.end()) continue;
            replacement = &found->second;
            at += length;
            break;
        }
        any = any || replacement != nullptr;
        if (replacement != nullptr) {
            out += *replacement;
        } else {
            out += word[at++];
        }
    }
    return any ? out : std::string();
}

std::string NameReplacer::replace_words(std::string_view text) const {
    const std::vector<Word> places = words_in(text);
    std::vector<std::string> words;
    std::vector<std::size_t> gaps;  // bytes before each word
    for (std::size_t i = 0; i < places.size(); ++i) {
        words.push_back(fold(text.substr(places[i].begin, places[i].end - places[i].begin)));
        gaps.push_back(i == 0 ? 0 : places[i].begin - places[i - 1].end);
    }
    std::string out;
    std::size_t copied = 0;
    for (std::size_t i = 0; i < places.size();) {
        const Name* name = longest_at(words, gaps, i);
        const std::size_t length = name == nullptr ? 1 : name->words.size();
        const std::string replaced = name == nullptr ? replace_inside(words[i]) : name->replacement;
        if (!replaced.empty()) {
            out += text.substr(copied, places[i].begin - copied);
            out += replaced;
            copied = places[i + length - 1].end;
        }
        i += length;
    }
    out += text.substr(copied);
    return out;
}

std::string NameReplacer::replace(std::string_view text) const {
    std::string out;
    // Addresses spell letters beyond ASCII as "%E0%B8%81": such a stretch is looked at as what it stands for.
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t sign = std::min(text.find('%', at), text.size());
        std::size_t begin = sign;
        while (begin > at && !is_space(text[begin - 1])) --begin;
        std::size_t end = sign;
        while (end < text.size() && !is_space(text[end])) ++end;
        out += replace_words(text.substr(at, (sign == text.size() ? sign : begin) - at));
        if (sign == text.size()) break;
        const std::string_view stretch = text.substr(begin, end - begin);
        const std::string decoded = percent_decoded(stretch);
        const std::string replaced = decoded.empty() ? std::string() : replace_words(decoded);
        out += decoded.empty() || replaced == decoded ? replace_words(stretch) : replaced;
        at = end;
    }
    for (const auto& [name, replacement] : signs_) {
        for (std::size_t at = out.find(name); at != std::string::npos; at = out.find(name, at + replacement.size())) {
            out.replace(at, name.size(), replacement);
        }
    }
    return out;
}

}  // namespace rejoinder
