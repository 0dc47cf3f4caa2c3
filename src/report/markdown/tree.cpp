// Who answers whom, as a tree in a fenced block.
#include <algorithm>

#include "report/markdown/markdown.hpp"
#include "report/names.hpp"
#include "report/words.hpp"

namespace rejoinder::report {
namespace {

constexpr std::size_t opening_letters = 60;

/// Branches deeper than this are drawn at this depth, with their depth said: else a long chain would cost its square.
constexpr std::size_t drawn_depth = 30;

constexpr std::string_view pass = "│  ", gap = "   ", fork = "├─ ", last_fork = "└─ ";

struct Drawing {
    const Analysis& analysis;
    const ReplyTree& tree;
    std::size_t number_width;
    std::string prefix;  // of the lines below the current depth
    std::vector<std::size_t> prefix_lengths;
};

void append_moderation_label(std::string& out, const ModerationEvent& event) {
    out += " · MODERATION: ";
    out += moderation_words(event.kind);
    if (!event.object.empty()) {
        out += ' ';
        append_line(out, event.object, Style::label);
    }
    if (!event.reason.empty()) {
        out += ": ";
        append_line(out, event.reason, Style::label);
    }
}

/// Replies of a post besides the one the tree shows.
void append_other_answers(std::string& out, const Analysis& analysis, std::uint32_t post) {
    const auto& replies = analysis.resolution.replies;
    auto reply = std::lower_bound(replies.begin(), replies.end(), post,
                                  [](const Reply& r, std::uint32_t from) { return r.from < from; });
    bool first = true;
    for (; reply != replies.end() && reply->from == post; ++reply) {
        if (reply->primary) continue;
        out += first ? " · also answers " : ", ";
        first = false;
        append_ref(out, reply->to);
    }
}

void append_post_label(std::string& out, const Drawing& drawing, std::uint32_t index) {
    const Analysis& analysis = drawing.analysis;
    const ResolvedPost& post = analysis.resolution.posts[index];
    if (post.author.name.empty()) {
        out += "unnamed";
    } else {
        append_line(out, post.author.name, Style::label);
        if (post.author.source == NameSource::inferred) out += " (inferred)";
    }
    const Reply* parent = drawing.tree.parent[index];
    if (parent != nullptr && parent->confidence < doubtful_below) out += " · doubtful";
    if (const ModerationEvent* event = drawing.tree.moderation[index]) {
        append_moderation_label(out, *event);
    } else if (!post.text.empty()) {
        out += " · ";
        append_opening(out, post.text, opening_letters, Style::label);
    }
    append_other_answers(out, analysis, index);
}

void append_label(std::string& out, const Drawing& drawing, Ref ref) {
    const std::size_t begin = out.size();
    append_ref(out, ref);
    out.append(std::max(drawing.number_width, out.size() - begin) - (out.size() - begin) + 2, ' ');
    if (ref.kind == Ref::Kind::post) {
        append_post_label(out, drawing, ref.index);
        return;
    }
    const Ghost& ghost = drawing.analysis.resolution.ghosts[ref.index];
    if (ghost.author.empty()) {
        out += "unnamed";
    } else {
        append_line(out, ghost.author, Style::label);
    }
    out += " · NOT ON THE PAGE";
    if (ghost.text.empty()) return;
    out += " · ";
    append_opening(out, ghost.text, opening_letters, Style::label);
}

/// The prefix of a depth is kept, so that a line costs its own length only.
void draw(std::string& out, Drawing& drawing, const TreeRow& row) {
    const std::size_t depth = std::min<std::size_t>(row.depth, drawn_depth);
    drawing.prefix_lengths.resize(depth + 1, 0);
    drawing.prefix.resize(depth == 0 ? 0 : drawing.prefix_lengths[depth]);
    out += drawing.prefix;
    if (depth > 0) out += row.last ? last_fork : fork;
    if (row.depth > drawn_depth) {
        out += "(depth ";
        append_integer(out, row.depth);
        out += ") ";
    }
    append_label(out, drawing, row.ref);
    out += '\n';
    if (depth > 0 && depth < drawn_depth) drawing.prefix += row.last ? gap : pass;
    if (depth < drawn_depth) drawing.prefix_lengths.push_back(drawing.prefix.size());
}

}  // namespace

void append_tree(std::string& out, const Analysis& analysis, const ReplyTree& tree) {
    out += "## Who answers whom\n\n";
    if (analysis.resolution.replies.empty()) {
        out += "No post answers another, as far as the page shows.\n\n";
    } else {
        out += "Each post stands below the one that it answers; the evidence is at the end of this report.\n\n";
    }
    Drawing drawing{analysis, tree, 1, {}, {}};
    drawing.number_width = std::to_string(analysis.thread.posts.size()).size();
    if (const std::size_t ghosts = analysis.resolution.ghosts.size(); ghosts > 0) {
        drawing.number_width = std::max(drawing.number_width, std::to_string(ghosts).size() + 1);
    }
    out += "```text\n";
    for (const TreeRow& row : tree_rows(tree)) draw(out, drawing, row);
    out += "```\n\n";
}

}  // namespace rejoinder::report
