// Who answers whom on a terminal: the number at the left, the tree's lines, the name, the first words.
#include <algorithm>

#include "base/columns.hpp"
#include "report/names.hpp"
#include "report/terminal/terminal.hpp"
#include "report/words.hpp"

namespace rejoinder::report {
namespace {

constexpr std::size_t columns_a_level = 2;
constexpr std::size_t least_for_words = 30;  // columns that the lines of the tree leave for names and words

struct Drawing {
    const Analysis& analysis;
    const ReplyTree& tree;
    const Terminal& terminal;
    std::size_t number_columns;
    std::size_t drawn_depth;           // deeper posts are drawn here, with their depth said
    std::string lines;                 // of the tree, below the current depth
    std::vector<std::size_t> lengths;  // of `lines`, by depth
};

/// What a line says, piece by piece, so that colours do not count as columns.
struct Piece {
    std::string text;
    Tint tint;
};

std::string words_of(const Analysis& analysis, Ref ref) {
    const bool ghost = ref.kind == Ref::Kind::ghost;
    const std::string& text =
        ghost ? analysis.resolution.ghosts[ref.index].text : analysis.resolution.posts[ref.index].text;
    std::string words;
    if (!text.empty()) append_opening(words, text, 200, Style::plain);
    return words;
}

std::vector<Piece> pieces_of(const Drawing& drawing, Ref ref) {
    const Analysis& analysis = drawing.analysis;
    const bool ghost = ref.kind == Ref::Kind::ghost;
    std::vector<Piece> pieces;
    std::string name;
    append_line(name, writer_name(analysis, ref), Style::plain);
    if (name.empty()) name = "unnamed";
    if (!ghost && analysis.resolution.posts[ref.index].author.source == NameSource::inferred) name += '*';
    const Reply* parent = ghost ? nullptr : drawing.tree.parent[ref.index];
    if (parent != nullptr && parent->confidence < doubtful_below) pieces.push_back({"? ", Tint::yellow});
    pieces.push_back({name, ghost ? Tint::faint : Tint::cyan});
    if (ghost) pieces.push_back({" · not on the page", Tint::faint});
    if (const ModerationEvent* event = ghost ? nullptr : drawing.tree.moderation[ref.index]) {
        std::string act = " · ";
        act += moderation_words(event->kind);
        act += ' ';
        append_line(act, event->object, Style::plain);
        pieces.push_back({act, Tint::red});
    } else if (const std::string words = words_of(analysis, ref); !words.empty()) {
        pieces.push_back({" · " + words, ghost ? Tint::faint : Tint::plain});
    }
    return pieces;
}

void append_post(std::string& out, Drawing& drawing, const TreeRow& step) {
    std::string number;
    append_ref(number, step.ref);
    out.append(drawing.number_columns - std::min(number.size(), drawing.number_columns), ' ');
    append_tinted(out, drawing.terminal, Tint::bold, number);
    const std::size_t depth = std::min<std::size_t>(step.depth, drawing.drawn_depth);
    drawing.lengths.resize(depth + 1, 0);
    drawing.lines.resize(depth == 0 ? 0 : drawing.lengths[depth]);
    std::string branch = drawing.lines;
    if (depth > 0) branch += step.last ? "└ " : "├ ";
    if (step.depth > drawing.drawn_depth) branch += "(depth " + std::to_string(step.depth) + ") ";
    out += "  ";
    append_tinted(out, drawing.terminal, Tint::faint, branch);
    std::size_t left =
        drawing.terminal.columns - std::min(drawing.terminal.columns, drawing.number_columns + 2 + columns_of(branch));
    for (const Piece& piece : pieces_of(drawing, step.ref)) {
        const std::string cut = cut_to_columns(piece.text, left);
        append_tinted(out, drawing.terminal, piece.tint, cut);
        left -= std::min(left, columns_of(cut));
    }
    out += '\n';
    if (depth > 0 && depth < drawing.drawn_depth) drawing.lines += step.last ? "  " : "│ ";
    if (depth < drawing.drawn_depth) drawing.lengths.push_back(drawing.lines.size());
}

}  // namespace

void append_terminal_tree(std::string& out, const Analysis& analysis, const ReplyTree& tree, const Terminal& terminal) {
    Drawing drawing{analysis, tree, terminal, std::to_string(analysis.thread.posts.size()).size() + 1, 0, {}, {}};
    if (!analysis.resolution.ghosts.empty()) {
        drawing.number_columns =
            std::max(drawing.number_columns, std::to_string(analysis.resolution.ghosts.size()).size() + 2);
    }
    const std::size_t taken = drawing.number_columns + 2 + least_for_words;
    drawing.drawn_depth =
        std::max<std::size_t>(terminal.columns > taken ? (terminal.columns - taken) / columns_a_level : 0, 1);
    for (const TreeRow& row : tree_rows(tree)) append_post(out, drawing, row);
}

}  // namespace rejoinder::report
