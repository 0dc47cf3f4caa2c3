#include "extract/quote_header.hpp"

#include <algorithm>

#include "base/unicode.hpp"

namespace rejoinder {

namespace {

Result<void> find_all(const Pattern& pattern, std::string_view text, std::vector<QuoteHeader>& headers) {
    const std::size_t author = pattern.group("author");
    const std::size_t when = pattern.group("when");
    PatternMatch match;
    for (std::size_t at = 0; at < text.size(); at = std::max(match.end, at + 1)) {
        const auto found = pattern.find(text, at, match);
        if (!found) return tl::unexpected(found.error());
        if (!*found) break;
        headers.push_back({author == 0 ? std::string() : one_line(match.groups[author]),
                           when == 0 ? std::string() : one_line(match.groups[when]), match.begin, match.end});
    }
    return {};
}

}  // namespace

Result<std::vector<QuoteHeader>> find_quote_headers(std::string_view text, const Profile& profile) {
    std::vector<QuoteHeader> headers;
    if (profile.text) {
        for (const Pattern& pattern : profile.text->quote_headers) {
            if (auto found = find_all(pattern, text, headers); !found) return tl::unexpected(found.error());
        }
    }
    for (const auto& book : profile.phrases) {
        for (const Pattern& pattern : book->said) {
            if (auto found = find_all(pattern, text, headers); !found) return tl::unexpected(found.error());
        }
    }
    // Of two that overlap the one that begins first wins, and of two that begin together the earlier pattern's.
    std::stable_sort(headers.begin(), headers.end(), [](const auto& a, const auto& b) { return a.begin < b.begin; });
    std::size_t end = 0;
    std::erase_if(headers, [&](const QuoteHeader& header) {
        const bool overlaps = header.begin < end;
        if (!overlaps) end = header.end;
        return overlaps;
    });
    return headers;
}

}  // namespace rejoinder
