#include "extract/marked_lines.hpp"

#include <algorithm>
#include <utility>

#include "base/unicode.hpp"
#include "extract/html/block_text.hpp"

namespace rejoinder {

namespace {

constexpr std::size_t deepest_quote = 64;

/// How deep in quotes a line stands; its marks are cut off. ">!" opens a spoiler.
std::size_t take_marks(std::string_view& line) {
    std::size_t depth = 0;
    for (;;) {
        const std::size_t first = std::min(line.find_first_not_of(' '), line.size());
        if (first > 3 || !line.substr(first).starts_with('>') || line.substr(first).starts_with(">!")) return depth;
        line.remove_prefix(first + 1);
        depth = std::min(depth + 1, deepest_quote);
    }
}

/// In HTML a sign may be no mark but a word: ">50 %", ">>PLACE<<".
bool is_marked(std::string_view line) {
    const std::size_t words = std::min(line.find_first_not_of("> "), line.size());
    return line.starts_with('>') && words < line.size() && !line.ends_with('<') && line[words] != '=' &&
           !(line[words] >= '0' && line[words] <= '9' && line[words - 1] == '>');
}

/// Blocks while the lines that fill them are read; level 0 holds the post's own words.
class LineReader {
public:
    LineReader() : levels_(1) {}

    void add(std::size_t depth, std::string_view line, bool keep_spaces) {
        if (trim(line).empty()) {
            // An empty line ends a quote unless it is marked as part of it.
            go_to(std::min(depth, levels_.size() - 1));
            text_.break_line(2);
            return;
        }
        go_to(depth);
        if (keep_spaces)
            text_.add_preformatted(line);
        else
            text_.add(line);
        text_.break_line(1);
    }

    std::vector<Block> take() {
        go_to(0);
        flush();
        return std::move(levels_.front());
    }

private:
    void flush() {
        if (std::string words = text_.take(); !words.empty()) levels_.back().push_back({std::move(words)});
    }

    void go_to(std::size_t depth) {
        if (depth + 1 != levels_.size()) flush();
        while (levels_.size() > depth + 1) {
            Quote quote;
            quote.body = std::move(levels_.back());
            levels_.pop_back();
            levels_.back().push_back({std::move(quote)});
        }
        levels_.resize(depth + 1);
    }

    std::vector<std::vector<Block>> levels_;
    BlockText text_;
};

/// Hands every line of `text` to `take`.
void each_line(std::string_view text, auto take) {
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        take(text.substr(at, end - at));
        at = end + 1;
    }
}

}  // namespace

std::vector<Block> read_marked_lines(std::string_view text, bool quotes) {
    LineReader reader;
    each_line(text, [&](std::string_view line) {
        const std::size_t depth = quotes ? take_marks(line) : 0;
        reader.add(depth, line, false);
    });
    return reader.take();
}

void divide_marked_lines(std::vector<Block>& blocks) {
    const auto marked = [](const Block& block) {
        bool any = false;
        if (const std::string* text = block.text(); text != nullptr && text->find('>') != std::string::npos)
            each_line(*text, [&](std::string_view line) { any = any || is_marked(line); });
        return any;
    };
    if (std::none_of(blocks.begin(), blocks.end(), marked)) return;
    std::vector<Block> divided;
    for (Block& block : blocks) {
        if (!marked(block)) {
            divided.push_back(std::move(block));
            continue;
        }
        LineReader reader;
        each_line(*block.text(), [&](std::string_view line) {
            const std::size_t depth = is_marked(line) ? take_marks(line) : 0;
            reader.add(depth, depth > 0 ? trim(line) : line, true);
        });
        for (Block& one : reader.take()) divided.push_back(std::move(one));
    }
    blocks = std::move(divided);
}

}  // namespace rejoinder
