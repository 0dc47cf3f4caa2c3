#include "findings/cues.hpp"

#include <algorithm>

namespace rejoinder::detail {

void CueFinder::add(const std::vector<std::vector<std::uint32_t>>& phrases) {
    phrases_.insert(phrases_.end(), phrases.begin(), phrases.end());
    std::sort(phrases_.begin(), phrases_.end());
    for (const auto& phrase : phrases)
        first_words_[phrase.front() / 64 % 64] |= std::uint64_t{1} << phrase.front() % 64;
}

bool CueFinder::stands_at(const Words& words, std::size_t at) const {
    auto phrase = std::lower_bound(phrases_.begin(), phrases_.end(), words[at].hash,
                                   [](const auto& one, std::uint32_t hash) { return one.front() < hash; });
    for (; phrase != phrases_.end() && phrase->front() == words[at].hash; ++phrase) {
        if (phrase->size() > words.size() - at) continue;
        const bool same = std::equal(phrase->begin(), phrase->end(), words.begin() + static_cast<std::ptrdiff_t>(at),
                                     [](std::uint32_t hash, const Word& word) { return hash == word.hash; });
        if (same) return true;
    }
    return false;
}

std::size_t CueFinder::count(const Words& words) const {
    std::size_t found = 0;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const std::uint32_t hash = words[at].hash;
        if ((first_words_[hash / 64 % 64] >> hash % 64 & 1U) != 0 && stands_at(words, at)) ++found;
    }
    return found;
}

}  // namespace rejoinder::detail
