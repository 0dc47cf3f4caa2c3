// Splitting text into words is done for every byte of every post, so plain ASCII goes by one table look-up a byte and
// is hashed eight bytes at a time; only words with other letters are classified by ICU and folded.

#include "base/words.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <array>
#include <bit>
#include <cassert>
#include <cstring>
#include <limits>

#include "base/unicode.hpp"
#include "base/utf8.hpp"

namespace rejoinder {

namespace {

// ---- hashing
// -------------------------------------------------------------------------------------------------------------

constexpr std::uint64_t lower_bits =
    0x2020202020202020U;  // ASCII letters, digits and the apostrophe become lower case by it

std::uint64_t mix(std::uint64_t hash, std::uint64_t eight) {
    hash = (hash ^ eight) * 0x9E3779B97F4A7C15U;
    return hash ^ (hash >> 32U);
}

/// The last bytes of a word (fewer than eight) as a number; `readable` is how many bytes may be looked at.
std::uint64_t load_tail(const char* from, std::size_t length, std::size_t readable) {
    std::uint64_t eight = 0;
    if (std::endian::native == std::endian::little && readable >= 8) {
        std::memcpy(&eight, from, 8);
        return eight & ((std::uint64_t{1} << (8 * length)) - 1);
    }
    std::memcpy(&eight, from, length);
    return eight;
}

/// `lower` is or-ed to the bytes: `lower_bits` folds ASCII words, 0 leaves folded ones alone.
std::uint32_t hash_bytes(const char* from, std::size_t length, std::size_t readable, std::uint64_t lower) {
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (; length >= 8; from += 8, length -= 8, readable -= 8) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, from, 8);
        hash = mix(hash, eight | lower);
    }
    if (length != 0) {
        // The bits beyond the word stay zero, so that they are the same for any text that follows it.
        const std::uint64_t used = load_tail("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", length, 8);
        hash = mix(hash, load_tail(from, length, readable) | (lower & used));
    }
    return static_cast<std::uint32_t>(hash ^ (hash >> 29U));
}

std::uint32_t hash_folded(std::string_view word) {
    return hash_bytes(word.data(), word.size(), word.size(), 0);
}

// ---- classes of characters
// -----------------------------------------------------------------------------------------------

enum class Byte : std::uint8_t { other, word, apostrophe, wide };

constexpr std::array<Byte, 256> byte_classes = [] {
    std::array<Byte, 256> classes{};
    for (std::size_t c = 0; c < 256; ++c) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        classes[c] = c >= 0x80 ? Byte::wide : letter ? Byte::word : c == '\'' ? Byte::apostrophe : Byte::other;
    }
    return classes;
}();

Byte class_of(char c) {
    return byte_classes[static_cast<unsigned char>(c)];
}

enum class Sign : std::uint8_t {
    other,       // no part of a word
    letter,      // joins its neighbours to a word
    mark,        // joins what stands before it, whatever that is
    apostrophe,  // joins two letters
    single,      // a letter of a script without spaces: a word of its own
    emoji,
};

bool is_unspaced(UChar32 c) {
    UErrorCode error = U_ZERO_ERROR;
    switch (uscript_getScript(c, &error)) {
        case USCRIPT_THAI:
        case USCRIPT_LAO:
        case USCRIPT_KHMER:
        case USCRIPT_MYANMAR:
        case USCRIPT_HAN:
        case USCRIPT_HIRAGANA:
        case USCRIPT_KATAKANA:
            return true;
        default:
            return c == 0x30FC || c == 0xFF70;  // the Kana length marks belong to both Kana
    }
}

bool is_emoji(UChar32 c) {
    if (u_hasBinaryProperty(c, UCHAR_EMOJI_PRESENTATION)) return true;
    return c >= 0x2600 && u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC);  // below are ©, ™, arrows and the like
}

Sign sign_of(UChar32 c) {
    if (c == detail::invalid_code_point) return Sign::other;
    if (c == 0x2019 || c == 0x2018 || c == 0x201B || c == 0x2032 || c == 0x02BC || c == 0xFF07 || c == 0x00B4)
        return Sign::apostrophe;
    if (c == 0x00AD || c == 0x200C || c == 0x200D || c == 0x2060)
        return Sign::mark;  // seen by nobody: hyphenation, joiners
    const std::uint32_t category = U_GET_GC_MASK(c);
    if ((category & U_GC_M_MASK) != 0) return Sign::mark;
    if ((category & U_GC_L_MASK) != 0) return is_unspaced(c) ? Sign::single : Sign::letter;
    if ((category & U_GC_N_MASK) != 0)
        return c == 0x3007 ? Sign::single : Sign::letter;  // a Han nought is a Han letter
    if ((category & (U_GC_SO_MASK | U_GC_SK_MASK)) != 0 && is_emoji(c)) return Sign::emoji;
    return Sign::other;
}

// ---- walking
// -------------------------------------------------------------------------------------------------------------

enum class Spelling : std::uint8_t { ascii, ascii_but_apostrophes, other };

/// Walks over a text from word to word.
class Scanner {
public:
    explicit Scanner(std::string_view text) : text_(text) {}

    std::size_t begin = 0;
    std::size_t end = 0;
    Spelling spelling = Spelling::ascii;

    /// Goes to the next word; false if there is none.
    bool next() {
        std::size_t at = end;
        for (; at < text_.size(); ++at) {
            const Byte byte = class_of(text_[at]);
            if (byte == Byte::word) {
                begin = at;
                spelling = Spelling::ascii;
                run(at + 1);
                return true;
            }
            if (byte == Byte::wide && start_wide(at)) return true;
        }
        end = at;
        return false;
    }

private:
    UChar32 decode(std::size_t at, std::size_t& after) const {
        after = at;
        return detail::next_code_point(text_, after);
    }

    Sign sign_at(std::size_t at, std::size_t& after) const { return sign_of(decode(at, after)); }

    bool is_letter_at(std::size_t at) const {
        if (at >= text_.size()) return false;
        const Byte byte = class_of(text_[at]);
        std::size_t after = 0;
        return byte == Byte::word || (byte == Byte::wide && sign_at(at, after) == Sign::letter);
    }

    /// A word that begins with something beyond ASCII, if one begins here. Else `at` moves to the character's last
    /// byte.
    bool start_wide(std::size_t& at) {
        std::size_t after = 0;
        const UChar32 c = decode(at, after);
        const Sign sign = sign_of(c);
        begin = at;
        spelling = Spelling::other;
        switch (sign) {
            case Sign::letter:
                run(after);
                return true;
            case Sign::single:
                end = after_marks(after);
                return true;
            case Sign::emoji:
                end = after_emoji(c, after);
                return true;
            case Sign::other:
            case Sign::mark:
            case Sign::apostrophe:
                break;
        }
        at = after - 1;
        return false;
    }

    /// Letters, digits, marks and inner apostrophes from `at` on.
    void run(std::size_t at) {
        while (at < text_.size()) {
            const Byte byte = class_of(text_[at]);
            if (byte == Byte::word) {
                ++at;
            } else if (byte == Byte::apostrophe) {
                if (!is_letter_at(at + 1)) break;
                ++at;
            } else if (byte == Byte::other || !join_wide(at)) {
                break;
            }
        }
        end = at;
    }

    bool join_wide(std::size_t& at) {
        std::size_t after = 0;
        const Sign sign = sign_at(at, after);
        if (sign == Sign::apostrophe) {
            if (!is_letter_at(after)) return false;
            if (spelling == Spelling::ascii) spelling = Spelling::ascii_but_apostrophes;
        } else if (sign == Sign::letter || sign == Sign::mark) {
            spelling = Spelling::other;
        } else {
            return false;
        }
        at = after;
        return true;
    }

    std::size_t after_marks(std::size_t at) const {
        std::size_t after = at;
        while (at < text_.size() && class_of(text_[at]) == Byte::wide && sign_at(at, after) == Sign::mark) at = after;
        return at;
    }

    /// The end of an emoji sequence: skin tones, variation selectors, joined emoji, and pairs of flag letters.
    std::size_t after_emoji(UChar32 first, std::size_t at) const {
        const auto is_flag = [](UChar32 c) { return c >= 0x1F1E6 && c <= 0x1F1FF; };
        bool flag = is_flag(first);
        bool joined = false;
        while (at < text_.size() && class_of(text_[at]) == Byte::wide) {
            std::size_t after = 0;
            const UChar32 c = decode(at, after);
            const bool tone = c >= 0x1F3FB && c <= 0x1F3FF;
            const Sign sign = sign_of(c);
            if (!tone && sign != Sign::mark && !(joined && sign == Sign::emoji) && !(flag && is_flag(c))) break;
            flag = false;
            joined = c == 0x200D;
            at = after;
        }
        return at;
    }

    std::string_view text_;
};

std::uint32_t hash_wide(std::string_view word, Spelling spelling) {
    std::array<char, 64> plain{};
    if (spelling == Spelling::other || word.size() > plain.size()) return hash_folded(fold(word));
    // "it’s", by far the most frequent word beyond ASCII, is made plain here without ICU.
    std::size_t length = 0;
    for (const char c : word) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0xC0)
            plain[length++] = '\'';
        else if (byte < 0x80)
            plain[length++] = c;
    }
    return hash_bytes(plain.data(), length, plain.size(), lower_bits);
}

}  // namespace

void append_words(std::string_view text, Words& words) {
    assert(text.size() <= std::numeric_limits<std::uint32_t>::max());
    Scanner scanner(text);
    while (scanner.next()) {
        const std::size_t length = scanner.end - scanner.begin;
        const std::uint32_t hash =
            scanner.spelling == Spelling::ascii
                ? hash_bytes(text.data() + scanner.begin, length, text.size() - scanner.begin, lower_bits)
                : hash_wide(text.substr(scanner.begin, length), scanner.spelling);
        words.push_back({hash, static_cast<std::uint32_t>(scanner.begin), static_cast<std::uint32_t>(scanner.end)});
    }
}

Words split_words(std::string_view text) {
    Words words;
    words.reserve(text.size() / 6 + 1);
    append_words(text, words);
    return words;
}

std::size_t count_words(std::string_view text) {
    std::size_t count = 0;
    for (Scanner scanner(text); scanner.next();) ++count;
    return count;
}

}  // namespace rejoinder
