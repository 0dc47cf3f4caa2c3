#include "base/charset_guess.hpp"

#include <unicode/ucsdet.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace rejoinder {

namespace {

constexpr std::size_t sample_bytes = 8000;  // ICU looks at no more
constexpr int least_confidence = 20;        // of 100; below it ICU knows nothing

bool is_high(char c) {
    return static_cast<unsigned char>(c) >= 0x80;
}

/// The stretches of text between tags, or the lines, that hold bytes beyond ASCII. None of the charsets in use has a
/// second byte that looks like the marks where text is cut.
std::string sample_of(std::string_view bytes) {
    constexpr std::string_view marks = "<>\r\n";
    std::string sample;
    for (std::size_t at = 0; at < bytes.size() && sample.size() < sample_bytes;) {
        const std::size_t high = static_cast<std::size_t>(
            std::find_if(bytes.begin() + static_cast<std::ptrdiff_t>(at), bytes.end(), is_high) - bytes.begin());
        if (high == bytes.size()) break;
        const std::size_t before = bytes.find_last_of(marks, high);
        const std::size_t begin = std::max(at, before == std::string_view::npos ? 0 : before + 1);
        const std::size_t end = std::min(bytes.find_first_of(marks, high), bytes.size());
        sample += bytes.substr(begin, std::min(end - begin, sample_bytes));
        sample += ' ';
        at = end;
    }
    return sample;
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
    const std::string sample = sample_of(bytes);
    if (sample.empty()) return {};
    if (is_thai(sample)) return {"windows-874"};
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

bool is_mostly_in_runs(std::string_view bytes) {
    std::size_t high = 0, beside = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (!is_high(bytes[i])) continue;
        ++high;
        beside += (i > 0 && is_high(bytes[i - 1])) || (i + 1 < bytes.size() && is_high(bytes[i + 1])) ? 1 : 0;
    }
    return high >= 12 && beside * 10 >= high * 6;
}

}  // namespace rejoinder
