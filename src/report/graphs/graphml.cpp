// GraphML: key(id, for, attr.name, attr.type), then nodes and edges with their data.
#include <fmt/format.h>

#include "report/graphs/reply_graph.hpp"

namespace rejoinder::report {
namespace {

void append_key(std::string& out, std::string_view of, std::string_view name, std::string_view type) {
    out += fmt::format("  <key id=\"{0}_{1}\" for=\"{0}\" attr.name=\"{1}\" attr.type=\"{2}\"/>\n", of, name, type);
}

void append_data(std::string& out, std::string_view of, std::string_view name, const std::string& value) {
    if (value.empty()) return;
    out += fmt::format("      <data key=\"{}_{}\">", of, name);
    append_xml(out, value);
    out += "</data>\n";
}

}  // namespace

std::string write_graphml(const Analysis& analysis) {
    std::string out =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
    append_key(out, "graph", "title", "string");
    append_key(out, "graph", "forum", "string");
    for (const NodeAttribute& attribute : node_attributes()) append_key(out, "node", attribute.name, attribute.type);
    for (const EdgeAttribute& attribute : edge_attributes()) append_key(out, "edge", attribute.name, attribute.type);
    out += "  <graph id=\"replies\" edgedefault=\"directed\">\n";
    append_data(out, "graph", "title", analysis.thread.title);
    append_data(out, "graph", "forum", analysis.thread.forum);
    for (const Ref ref : nodes_of(analysis)) {
        out += fmt::format("    <node id=\"{}\">\n", node_id(ref));
        for (const NodeAttribute& one : node_attributes()) append_data(out, "node", one.name, one.value(analysis, ref));
        out += "    </node>\n";
    }
    for (const Reply& reply : analysis.resolution.replies) {
        out +=
            fmt::format("    <edge source=\"{}\" target=\"{}\">\n", node_id(post_ref(reply.from)), node_id(reply.to));
        for (const EdgeAttribute& one : edge_attributes()) {
            append_data(out, "edge", one.name, one.value(analysis, reply));
        }
        out += "    </edge>\n";
    }
    out += "  </graph>\n</graphml>\n";
    return out;
}

}  // namespace rejoinder::report
