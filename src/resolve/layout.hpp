// What the paragraphs of a plain-text extraction tell about where a quote ends.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace rejoinder {

/// The newlines between two lines of a block (see Block in post.hpp).
struct Break {
    std::size_t begin = 0;  // byte offset of the first newline
    std::size_t end = 0;    // of the first byte after them
    int newlines = 1;       // 1: a line; 2: a paragraph; 3: a paragraph after a hollow one
};

std::vector<Break> line_breaks(std::string_view text);

struct LayoutCut {
    std::size_t offset = 0;  // the quote's words end here; the size of the text if all of it is quoted
    bool ambiguous = true;
};

/// How paragraphs are parted: by the people of a thread, and where a quote meets its answer. Learned from quotes whose
/// ends are known by their words.
class Manner {
public:
    /// Notes a block that begins with a quote of `author` (folded) and whose break number `seam` is the quote's end.
    void learn(const std::string& author, const std::vector<Break>& breaks, std::size_t seam);

    /// Where layout alone would end the quote that begins `text`, not behind byte `limit`. One writer parts paragraphs
    /// in one manner: the likeliest quote ends where the manner changes, at a break as quotes of this thread end with,
    /// and early, since people quote less than they answer. Ambiguous if another end is more than a fourth as likely.
    /// A text of one paragraph is all quoted.
    LayoutCut cut(const std::string& author, std::string_view text, const std::vector<Break>& breaks,
                  std::size_t limit = std::string_view::npos) const;

private:
    using Kinds = std::array<double, 4>;  // by number of newlines

    Kinds seams_{0, 0.6, 1, 1};   // a line alone seldom parts two writers; a few observations outweigh this
    Kinds inside_{0, 0.6, 1, 1};  // between paragraphs of one writer
    double went_on_ = 2.2;        // breaks at which a quote went on,
    double ended_ = 2.8;          // and at which one ended
    std::unordered_map<std::string, Kinds> of_person_;
};

}  // namespace rejoinder
