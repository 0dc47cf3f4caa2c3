// Text of a post's body as it is put together: paragraphs, lines, collapsed white space (see Block in post.hpp).
#pragma once

#include <string>
#include <string_view>

namespace rejoinder {

class BlockText {
public:
    /// Characters of running text: runs of white space (no-break spaces too) become one space.
    void add(std::string_view characters);

    /// Characters whose spaces and line ends mean something (<pre>).
    void add_preformatted(std::string_view characters);

    /// The next characters begin a new line (1) or a new paragraph (2 or more). Nothing happens at the beginning, or
    /// twice.
    void break_line(int newlines);

    /// One more line ends here, as <br> says: two of them make a paragraph.
    void end_line();

    /// The text so far, without white space at its ends; the builder is empty again.
    std::string take();

    bool empty() const { return text_.empty(); }

private:
    void put(std::string_view characters);

    std::string text_;
    int newlines_ = 0;    // owed before the next character
    bool space_ = false;  // owed before the next character
};

}  // namespace rejoinder
