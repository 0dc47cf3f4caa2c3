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

/// Whether the only header so far is all of the text: none that begins with it or later takes its place.
bool is_settled(const std::vector<QuoteHeader>& headers, std::string_view text) {
    return headers.size() == 1 && headers[0].begin == 0 && headers[0].end == text.size();
}

Result<void> find_all(const std::vector<Pattern>& patterns, std::string_view text, std::vector<QuoteHeader>& headers) {
    for (const Pattern& pattern : patterns) {
        if (is_settled(headers, text)) return {};
        if (auto found = find_all(pattern, text, headers); !found) return found;
    }
    return {};
}

}  // namespace

Result<std::vector<QuoteHeader>> find_quote_headers(std::string_view text, const PageReading& reading) {
    std::vector<QuoteHeader> headers;
    const Profile& profile = reading.profile;
    Result<void> found;
    if (profile.text) found = find_all(profile.text->quote_headers, text, headers);
    if (found && reading.stated != nullptr) found = find_all(reading.stated->said, text, headers);
    const bool other_languages = reading.stated == nullptr || headers.empty();
    for (const auto& book : profile.phrases) {
        if (found && other_languages && book.get() != reading.stated) found = find_all(book->said, text, headers);
    }
    if (!found) return tl::unexpected(found.error());
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
