// DOT, Graphviz's language.
#include <fmt/format.h>

#include "report/graphs/reply_graph.hpp"
#include "report/names.hpp"
#include "report/words.hpp"

namespace rejoinder::report {
namespace {

constexpr std::size_t opening_letters = 40;

/// A quoted string of DOT. Only the double quote has to be escaped in one; a backslash is doubled, because Graphviz
/// reads "\N" and the like in labels.
void append_dot(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    out += '"';
}

void append_node(std::string& out, const Analysis& analysis, Ref ref) {
    const bool ghost = ref.kind == Ref::Kind::ghost;
    std::string name;
    append_line(name, writer_name(analysis, ref), Style::plain);
    if (name.empty()) name = "unnamed";
    std::string words;
    append_opening(words,
                   ghost ? analysis.resolution.ghosts[ref.index].text : analysis.resolution.posts[ref.index].text,
                   opening_letters, Style::plain);
    out += fmt::format("  {} [label=", node_id(ref));
    std::string label;
    append_dot(label, fmt::format("{} {}", node_id(ref), name));
    label.pop_back();
    std::string second;
    append_dot(second, words);
    out += label + "\\n" + second.substr(1);
    out += ghost ? ", style=dashed];\n" : "];\n";
}

}  // namespace

std::string write_dot(const Analysis& analysis) {
    std::string title;
    append_line(title, analysis.thread.title, Style::plain);
    std::string out = "digraph replies {\n  rankdir=BT;\n  node [shape=box, fontname=\"sans-serif\"];\n  label=";
    append_dot(out, title);
    out += ";\n";
    for (const Ref ref : nodes_of(analysis)) append_node(out, analysis, ref);
    for (const Reply& reply : analysis.resolution.replies) {
        const bool doubtful = reply.confidence < doubtful_below;
        out += fmt::format("  {} -> {} [{}, weight={}];\n", node_id(post_ref(reply.from)), node_id(reply.to),
                           doubtful ? "style=dashed" : "style=solid", reply.primary ? 2 : 1);
    }
    out += "}\n";
    return out;
}

}  // namespace rejoinder::report
