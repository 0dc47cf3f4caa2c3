// Posts known by who wrote them and in which minute.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "rejoinder/thread.hpp"
#include "resolve/parts.hpp"

namespace rejoinder {

/// True if a page prints the time to the minute or closer, with or without its zone, which tells one post of a person
/// from another.
bool names_minute(const PrintedTime& time);

class Moments {
public:
    /// Notes that the person of this folded name wrote `post` at `time`, because so many words agree; nothing if either
    /// is unknown, or the time is wider than a minute. A time to the second is known by its minute too.
    void note(std::uint32_t post, const std::string& author, const PrintedTime& time, std::uint32_t words);

    /// The post of this person at this time. `none` if none is known, or if two are and neither has four times the
    /// words of all others behind it.
    std::uint32_t find(const std::string& author, const PrintedTime& time) const;

    bool empty() const { return entries_.empty(); }

private:
    struct Entry {
        std::uint32_t post = none;
        std::uint64_t words = 0;   // that speak for it
        std::uint64_t others = 0;  // that speak for other posts
        bool disputed = false;
    };
    void note(const std::string& moment, std::uint32_t post, std::uint32_t words);

    std::unordered_map<std::string, Entry> entries_;  // by unit, number of the unit, and name
};

}  // namespace rejoinder
