// GEXF 1.3. Times are stamps, one a node, because intervals of no length make Gephi fail in silence.
#include <fmt/format.h>

#include "base/calendar.hpp"
#include "report/graphs/reply_graph.hpp"

namespace rejoinder::report {
namespace {

/// The earliest time of a node, else its latest; nothing if neither is known.
std::string timestamp(const Analysis& analysis, Ref ref) {
    const Timeline& timeline = analysis.resolution.timeline;
    const auto& all = ref.kind == Ref::Kind::ghost ? timeline.ghosts : timeline.posts;
    if (ref.index >= all.size()) return {};
    const auto time = all[ref.index].earliest ? all[ref.index].earliest : all[ref.index].latest;
    if (!time) return {};
    return fmt::format(" timestamp=\"{}\"", timeline.anchor ? fmt::format("{}", *time) : iso_time(*time));
}

/// GEXF says "integer" where GraphML says "int".
void append_attribute(std::string& out, std::string_view name, std::string_view type) {
    out += fmt::format("      <attribute id=\"{0}\" title=\"{0}\" type=\"{1}\"/>\n", name,
                       type == "int" ? "integer" : type);
}

void append_value(std::string& out, std::string_view name, const std::string& value) {
    if (value.empty()) return;
    out += fmt::format("          <attvalue for=\"{}\" value=\"", name);
    append_xml(out, value);
    out += "\"/>\n";
}

/// "Ada: The tax is …" is too long for a drawing; the name and number tell a node.
void append_label(std::string& out, const Analysis& analysis, Ref ref) {
    const std::string author = node_attributes()[2].value(analysis, ref);
    append_xml(out, fmt::format("{}{}{}", node_id(ref), author.empty() ? "" : " ", author));
}

}  // namespace

std::string write_gexf(const Analysis& analysis) {
    const bool relative = analysis.resolution.timeline.anchor.has_value();
    std::string out =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n";
    out += "  <meta>\n    <creator>Rejoinder</creator>\n    <description>";
    append_xml(out, analysis.thread.title);
    out += "</description>\n  </meta>\n";
    out += fmt::format(
        "  <graph mode=\"dynamic\" defaultedgetype=\"directed\" timeformat=\"{}\" timerepresentation=\"timestamp\">\n",
        relative ? "integer" : "dateTime");
    out += "    <attributes class=\"node\">\n";
    for (const NodeAttribute& attribute : node_attributes()) append_attribute(out, attribute.name, attribute.type);
    out += "    </attributes>\n    <attributes class=\"edge\">\n";
    for (const EdgeAttribute& attribute : edge_attributes()) append_attribute(out, attribute.name, attribute.type);
    out += "    </attributes>\n    <nodes>\n";
    for (const Ref ref : nodes_of(analysis)) {
        out += fmt::format("      <node id=\"{}\" label=\"", node_id(ref));
        append_label(out, analysis, ref);
        out += fmt::format("\"{}>\n        <attvalues>\n", timestamp(analysis, ref));
        for (const NodeAttribute& one : node_attributes()) append_value(out, one.name, one.value(analysis, ref));
        out += "        </attvalues>\n      </node>\n";
    }
    out += "    </nodes>\n    <edges>\n";
    std::size_t number = 0;
    for (const Reply& reply : analysis.resolution.replies) {
        out += fmt::format("      <edge id=\"{}\" source=\"{}\" target=\"{}\" kind=\"reply\"{}>\n        <attvalues>\n",
                           number++, node_id(post_ref(reply.from)), node_id(reply.to),
                           timestamp(analysis, post_ref(reply.from)));
        for (const EdgeAttribute& one : edge_attributes()) append_value(out, one.name, one.value(analysis, reply));
        out += "        </attvalues>\n      </edge>\n";
    }
    out += "    </edges>\n  </graph>\n</gexf>\n";
    return out;
}

}  // namespace rejoinder::report
