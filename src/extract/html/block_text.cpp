#include "extract/html/block_text.hpp"

#include <algorithm>
#include <array>

#include "base/unicode.hpp"

namespace rejoinder {

void BlockText::put(std::string_view characters) {
    if (!text_.empty()) {
        if (newlines_ > 0) {
            text_.append(static_cast<std::size_t>(newlines_), '\n');
        } else if (tab_ || space_) {
            text_ += tab_ ? '\t' : ' ';
        }
    }
    newlines_ = 0;
    space_ = false;
    tab_ = false;
    if (!mark_.empty()) {
        text_ += mark_;
        mark_.clear();
    }
    text_ += characters;
}

namespace {

/// Bytes that are or belong to a character and need no second look.
constexpr auto plain_bytes = [] {
    std::array<bool, 256> plain{};
    for (std::size_t byte = ' ' + 1; byte < 0xC2; ++byte) plain[byte] = true;
    return plain;
}();

bool is_plain(char c) {
    return plain_bytes[static_cast<unsigned char>(c)];
}

}  // namespace

void BlockText::add(std::string_view characters) {
    std::size_t at = 0;
    while (at < characters.size()) {
        std::size_t length = 1;
        const char c = characters[at];
        if (c == ' ' || c == '\n' || c == '\t' || starts_with_space(characters.substr(at), length)) {
            space_ = true;
            at += length;
            continue;
        }
        // Words with single spaces between them are taken in one piece.
        std::size_t end = at;
        for (;;) {
            while (end < characters.size() && is_plain(characters[end])) ++end;
            if (end == characters.size()) break;
            if (characters[end] == ' ' && end + 1 < characters.size() && is_plain(characters[end + 1])) {
                end += 2;
                continue;
            }
            if (static_cast<unsigned char>(characters[end]) <= ' ' ||
                starts_with_space(characters.substr(end), length)) {
                break;
            }
            ++end;
        }
        put(characters.substr(at, end - at));
        at = end;
    }
}

void BlockText::add_preformatted(std::string_view characters) {
    std::size_t at = 0;
    while (at <= characters.size()) {
        const std::size_t end = std::min(characters.find('\n', at), characters.size());
        const std::string_view line = characters.substr(at, end - at);
        if (!line.empty()) put(line);
        if (end == characters.size()) break;
        end_line();
        at = end + 1;
    }
}

void BlockText::break_line(int newlines) {
    if (!mark_.empty()) return;  // the item's first paragraph stands beside its mark
    newlines_ = std::max(newlines_, newlines);
}

void BlockText::end_line() {
    if (!mark_.empty()) return;
    newlines_ = std::min(newlines_ + 1, 2);
}

void BlockText::begin_cell() {
    tab_ = true;
}

void BlockText::begin_list(std::optional<int> first) {
    break_line(lists_.empty() ? 2 : 1);
    lists_.push_back(first);
}

void BlockText::end_list() {
    if (!lists_.empty()) lists_.pop_back();
    break_line(lists_.empty() ? 2 : 1);
}

void BlockText::begin_item() {
    mark_.clear();
    break_line(1);
    if (!lists_.empty() && lists_.back()) mark_ = std::to_string((*lists_.back())++) + ". ";
}

void BlockText::end_item() {
    mark_.clear();
    break_line(1);
}

std::string BlockText::take() {
    std::string taken = text_;  // which keeps its room: most posts have several texts
    text_.clear();
    newlines_ = 0;
    space_ = false;
    tab_ = false;
    mark_.clear();
    return taken;
}

}  // namespace rejoinder
