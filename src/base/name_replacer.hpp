// Finds names in text and puts other words in their place.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace rejoinder {

/// Names are found whatever their case and Unicode form, and whatever stands between their words: "Somchai Fan" also in
/// "somchai-fan", "SOMCHAI_FAN", "Somchai%20Fan" and "SomchaiFan". A name of at least 6 letters, or of 2 letters of a
/// script without spaces, is found inside longer words too.
class NameReplacer {
public:
    /// The first replacement given for a name counts. Names without letters and digits are found as they are written.
    void add(std::string_view name, std::string replacement);

    /// The text with every name replaced, the longest first. Linear in the text.
    std::string replace(std::string_view text) const;

private:
    struct Name {
        std::vector<std::string> words;  // folded
        std::string replacement;
    };

    std::string replace_words(std::string_view text) const;
    const Name* longest_at(const std::vector<std::string>& words, const std::vector<std::size_t>& gaps,
                           std::size_t at) const;
    std::string replace_inside(std::string word) const;

    std::unordered_map<std::string, std::vector<Name>> by_first_word_;  // most words first
    std::unordered_map<std::string, std::string> inside_;               // names that are found inside words, folded
    std::vector<std::size_t> inside_lengths_;                           // their lengths in bytes, longest first
    std::vector<std::pair<std::string, std::string>> signs_;            // names without letters
};

}  // namespace rejoinder
