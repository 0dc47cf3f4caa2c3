#include "resolve/corpus.hpp"

namespace rejoinder {

void Corpus::reserve(std::size_t bytes) {
    hashes_.reserve(bytes / 5);  // English has a word every 5 to 6 bytes; other scripts grow as they need
}

std::uint32_t Corpus::add(std::string_view text) {
    words_.clear();
    append_words(text, words_);
    const auto first = static_cast<std::uint32_t>(hashes_.size());
    for (const Word& word : words_) hashes_.push_back(word.hash);
    texts_.push_back({text, first, static_cast<std::uint32_t>(hashes_.size())});
    return static_cast<std::uint32_t>(texts_.size() - 1);
}

std::span<const std::uint32_t> Corpus::words(std::uint32_t number) const {
    const Text& text = texts_[number];
    return {hashes_.data() + text.first, text.last - text.first};
}

}  // namespace rejoinder
