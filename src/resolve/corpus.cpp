#include "resolve/corpus.hpp"

namespace rejoinder {

void Corpus::reserve(std::size_t bytes) {
    places_.reserve(bytes / 5);  // English has a word every 5 to 6 bytes; other scripts grow as they need
    hashes_.reserve(bytes / 5);
}

std::uint32_t Corpus::add(std::string_view text) {
    const auto first = static_cast<std::uint32_t>(places_.size());
    append_words(text, places_);
    const auto last = static_cast<std::uint32_t>(places_.size());
    for (std::uint32_t i = first; i < last; ++i) hashes_.push_back(places_[i].hash);
    texts_.push_back({text, first, last});
    return static_cast<std::uint32_t>(texts_.size() - 1);
}

std::span<const std::uint32_t> Corpus::words(std::uint32_t number) const {
    const Text& text = texts_[number];
    return {hashes_.data() + text.first, text.last - text.first};
}

}  // namespace rejoinder
