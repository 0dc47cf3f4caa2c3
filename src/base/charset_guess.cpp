#include "base/charset_guess.hpp"

#include <unicode/ucsdet.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>

namespace rejoinder {

namespace {

constexpr std::size_t sample_bytes = 8000;  // ICU looks at no more
constexpr std::size_t enough_bytes = 1000;  // ICU believes no charset of two bytes a letter on a few words
constexpr int least_confidence = 20;        // of 100; below it ICU knows nothing

bool is_high(char c) {
    return static_cast<unsigned char>(c) >= 0x80;
}

/// Whether the bytes beyond ASCII in a word are only the quotation marks, dashes and dots that Windows adds to English.
bool is_typography(std::string_view word) {
    bool alone = true;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const auto byte = static_cast<unsigned char>(word[i]);
        if (byte < 0x80) continue;
        alone = alone && (byte == 0x85 || (byte >= 0x91 && byte <= 0x97)) && (i == 0 || !is_high(word[i - 1]));
    }
    return alone;
}

/// The words that hold bytes beyond ASCII, with a space after each: what stands around them says nothing about the
/// charset, and English would be taken for Latin letters. No charset in use has a second byte below '@'. English with
/// typographic marks is left out while there is anything else.
std::string sample_of(std::string_view bytes) {
    constexpr auto ends_word = [](char c) { return static_cast<unsigned char>(c) < '@'; };
    std::string sample, typography;
    for (std::size_t at = 0; at < bytes.size() && sample.size() < sample_bytes;) {
        const auto high = std::find_if(bytes.begin() + static_cast<std::ptrdiff_t>(at), bytes.end(), is_high);
        if (high == bytes.end()) break;
        const auto begin = std::find_if(std::make_reverse_iterator(high), bytes.rend(), ends_word).base();
        const auto end = std::find_if(high, bytes.end(), ends_word);
        const std::string_view word(begin, std::min(static_cast<std::size_t>(end - begin), sample_bytes));
        std::string& to = is_typography(word) ? typography : sample;
        if (to.size() < sample_bytes) to.append(word).push_back(' ');
        at = static_cast<std::size_t>(end - bytes.begin());
    }
    return sample.empty() ? typography : sample;
}

/// TIS-620 and windows-874, which ICU does not know. Thai has no bytes past the last sign, and its vowel and tone signs
/// stand only above or below a consonant: other charsets soon break one of the two rules.
bool is_thai(std::string_view sample) {
    std::size_t letters = 0, signs = 0, misplaced = 0, run = 0, odd_runs = 0;
    unsigned char before = 0;
    for (const char c : sample) {
        const auto byte = static_cast<unsigned char>(c);
        const bool sign = byte == 0xD1 || (byte >= 0xD4 && byte <= 0xDA) || (byte >= 0xE7 && byte <= 0xEE);
        if (byte >= 0xDB && byte <= 0xDE) return false;
        if (byte >= 0xFC) return false;
        if (byte > 0xA0) ++letters;
        if (!is_high(c)) odd_runs += std::exchange(run, 0) % 2;  // letters of two bytes each make even runs
        if (is_high(c)) ++run;
        if (sign) {
            ++signs;
            const bool follows = (before >= 0xA1 && before <= 0xCE) || before == 0xD1 ||
                                 (before >= 0xD4 && before <= 0xDA) || (before >= 0xE7 && before <= 0xEE);
            misplaced += follows ? 0 : 1;
        }
        before = byte;
    }
    return letters >= 12 && odd_runs > 0 && signs * 20 >= letters && signs * 2 < letters && misplaced * 50 <= signs;
}

struct CloseDetector {
    void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

}  // namespace

std::vector<std::string> guess_charsets(std::string_view bytes) {
    std::string sample = sample_of(bytes);
    if (sample.empty()) return {};
    if (is_thai(sample)) return {"windows-874"};
    for (const std::string words = sample; sample.size() < enough_bytes;) sample += words;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
    ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
    std::int32_t found = 0;
    const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &found, &status);
    std::vector<std::string> names;
    for (std::int32_t i = 0; U_SUCCESS(status) && i < found; ++i) {
        UErrorCode ignored = U_ZERO_ERROR;
        if (ucsdet_getConfidence(matches[i], &ignored) < least_confidence) break;
        const char* name = ucsdet_getName(matches[i], &ignored);
        if (U_SUCCESS(ignored) && name != nullptr) names.emplace_back(name);
    }
    return names;
}

bool is_mostly_in_runs(std::string_view text) {
    const std::string bytes = sample_of(text);
    std::size_t high = 0, beside = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (!is_high(bytes[i])) continue;
        ++high;
        beside += (i > 0 && is_high(bytes[i - 1])) || (i + 1 < bytes.size() && is_high(bytes[i + 1])) ? 1 : 0;
    }
    return high >= 12 && beside * 10 >= high * 6;
}

}  // namespace rejoinder
