#include "resolve/moments.hpp"

#include <utility>

namespace rejoinder {

namespace {

constexpr std::int64_t minute = 60;
constexpr std::int64_t zones = std::int64_t{26} * 3600;  // how far apart a clock may stand whose zone is not printed
constexpr std::uint64_t decisive = 4;                    // times as many words as speak for all others

/// How much of `time` is left open by what is printed, not by the zone that is not.
std::int64_t width(const SecondsRange& time) {
    const std::int64_t all = time.below - time.at_least;
    return all > zones ? all - zones : all;
}

bool names_second(const PrintedTime& time) {
    return time.at && width(*time.at) <= 1;
}

/// Times with a zone and times without one are never the same.
std::string key(const std::string& author, const SecondsRange& time, std::int64_t unit) {
    const std::int64_t begin = time.at_least - ((time.at_least % unit) + unit) % unit;
    return (unit == minute ? "m" : "s") + std::to_string(begin) + (time.below - time.at_least > zones ? "? " : " ") +
           author;
}

}  // namespace

bool names_minute(const PrintedTime& time) {
    return time.at && width(*time.at) <= minute;
}

void Moments::note(const std::string& moment, std::uint32_t post, std::uint32_t words) {
    Entry& entry = entries_[moment];
    if (entry.post == none) entry.post = post;
    if (entry.post == post) {
        entry.words += words;
        return;
    }
    entry.disputed = true;
    entry.others += words;
    if (entry.others > entry.words) {
        entry.post = post;
        std::swap(entry.words, entry.others);
    }
}

void Moments::note(std::uint32_t post, const std::string& author, const PrintedTime& time, std::uint32_t words) {
    if (author.empty() || !names_minute(time)) return;
    if (names_second(time)) note(key(author, *time.at, 1), post, words);
    note(key(author, *time.at, minute), post, words);
}

std::uint32_t Moments::find(const std::string& author, const PrintedTime& time) const {
    if (author.empty() || !names_minute(time)) return none;
    const auto at = entries_.find(key(author, *time.at, names_second(time) ? 1 : minute));
    if (at == entries_.end()) return none;
    const Entry& entry = at->second;
    return entry.disputed && entry.words < decisive * entry.others + 1 ? none : entry.post;
}

}  // namespace rejoinder
