// The reply graph of a thread as files for graph programs: a node a post or ghost, an edge a reply, from the post that
// answers to what it answers.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "rejoinder/analyze.hpp"

namespace rejoinder::report {

/// GraphML 1.0: a directed graph with typed attributes. NetworkX, igraph and Gephi read it.
std::string write_graphml(const Analysis& analysis);

/// GEXF 1.3: the same, with a time stamp on each node whose time is known.
std::string write_gexf(const Analysis& analysis);

/// DOT: a drawing for Graphviz. Ghosts are dashed; so are doubtful replies.
std::string write_dot(const Analysis& analysis);

/// An attribute of nodes or edges, as GraphML and GEXF both have it. An empty value is left out.
struct NodeAttribute {
    std::string_view name;
    std::string_view type;  // "string", "int", "double" or "boolean"
    std::function<std::string(const Analysis&, Ref)> value;
};
struct EdgeAttribute {
    std::string_view name;
    std::string_view type;
    std::function<std::string(const Analysis&, const Reply&)> value;
};

const std::vector<NodeAttribute>& node_attributes();
const std::vector<EdgeAttribute>& edge_attributes();

/// Posts, then ghosts.
std::vector<Ref> nodes_of(const Analysis& analysis);

/// "p4" or "g1".
std::string node_id(Ref ref);

/// Appends text for XML: escaped, and without characters that XML 1.0 does not allow.
void append_xml(std::string& out, std::string_view text);

}  // namespace rejoinder::report
