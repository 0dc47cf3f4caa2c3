// Text of a post's body as it is put together: paragraphs, lines, collapsed white space (see Block in post.hpp).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

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

    /// What follows stands in the next cell of a table's row: a tab parts it from the cell before.
    void begin_cell();

    /// A list begins: without marks, or numbered from `first`. Lists may hold lists.
    void begin_list(std::optional<int> first);
    void end_list();

    /// An item of the innermost list: a line of its own; in a numbered list its number and a full stop stand before its
    /// first character. An item without characters leaves no trace but in the numbers of the next.
    void begin_item();
    void end_item();

    /// The text so far, without white space at its ends; the builder is empty again.
    std::string take();

    bool empty() const { return text_.empty(); }

private:
    void put(std::string_view characters);

    std::string text_;
    int newlines_ = 0;                       // owed before the next character
    bool space_ = false;                     // owed before the next character
    bool tab_ = false;                       // owed before the next character of the same line
    std::string mark_;                       // of a list's item, owed after the white space
    std::vector<std::optional<int>> lists_;  // that are open: the number of the next item, none if they have no numbers
};

}  // namespace rejoinder
