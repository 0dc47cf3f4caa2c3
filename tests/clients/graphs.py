"""NetworkX and igraph read every fixture's GraphML, NetworkX its GEXF: nodes, edges and their attributes are the JSON's.

usage: graphs.py PROGRAM ROOT
"""
import json
import sys
import tempfile

import igraph
import networkx

import reports


def faults(report, graphml, gexf, drawn):
    nodes = len(report["posts"]) + len(report["ghosts"])
    for name, graph in (("GraphML", graphml), ("GEXF", gexf)):
        if (graph.number_of_nodes(), graph.number_of_edges()) != (nodes, len(report["replies"])):
            yield f"NetworkX finds {graph} in the {name}"
    if (drawn.vcount(), drawn.ecount(), drawn.is_directed()) != (nodes, len(report["replies"]), True):
        yield f"igraph finds {drawn.summary()}"
    for post in report["posts"]:
        node = graphml.nodes[f"p{post['number']}"]
        if (node.get("author"), node.get("text", "")) != (post["author"]["name"], post["text"]):
            yield f"GraphML has another author or text of post {post['number']}"
        if gexf.nodes[f"p{post['number']}"].get("number") != post["number"]:
            yield f"GEXF has another number for post {post['number']}"
    for reply in report["replies"]:
        to = reply["to"] if isinstance(reply["to"], str) else f"p{reply['to']}"
        edge = graphml.edges[f"p{reply['from']}", to]
        if edge["primary"] is not reply["primary"] or abs(edge["confidence"] - reply["confidence"]) > 1e-6:
            yield f"GraphML has another reply from {reply['from']} to {to}"


def main():
    program, root = sys.argv[1:]
    threads = 0
    for case, pages in reports.cases(root):
        report, _ = json.JSONDecoder().raw_decode(reports.analyze(program, pages, "--format", "json").decode())
        with tempfile.TemporaryDirectory() as name:
            file = sorted(path for path in reports.write(program, pages, name, "--format", "graphml"))[0]
            graphml = networkx.read_graphml(file)
            drawn = igraph.Graph.Read_GraphML(str(file))
            file = sorted(path for path in reports.write(program, pages, name, "--format", "gexf") if path.suffix == ".gexf")[0]
            gexf = networkx.read_gexf(file, version="1.3")
        # Of several threads, files are sorted by name and reports are not: such cases are checked by their number only.
        if len(reports.analyze(program, pages, "--format", "jsonl").splitlines()) > 1:
            continue
        for fault in faults(report, graphml, gexf, drawn):
            sys.exit(f"{case}: {fault}")
        threads += 1
    if threads < 50:
        sys.exit(f"only {threads} threads were looked at")
    print(f"{threads} threads")


if __name__ == "__main__":
    main()
