"""The primary replies of every fixture's report are a forest, and NetworkX's longest path in it is the longest chain.

usage: replies.py PROGRAM ROOT
"""
import json
import sys

import networkx

import reports


def main():
    program, root = sys.argv[1:]
    threads = 0
    for case, pages in reports.cases(root):
        text = reports.analyze(program, pages, "--format", "json").decode()
        report, _ = json.JSONDecoder().raw_decode(text)
        graph = networkx.DiGraph()
        graph.add_nodes_from(str(post["number"]) for post in report["posts"])
        graph.add_nodes_from(ghost["id"] for ghost in report["ghosts"])
        graph.add_edges_from((str(reply["to"]), str(reply["from"])) for reply in report["replies"] if reply["primary"])
        if graph.number_of_edges() and not networkx.is_branching(graph):
            sys.exit(f"{case}: a post has two primary parents, or replies run in a circle")
        longest = networkx.dag_longest_path_length(graph)
        chains = {len(chain) - 1 for chain in report["chains"]} or {0}
        if chains != {longest}:
            sys.exit(f"{case}: the chains are {chains} replies long, NetworkX's longest path {longest}")
        threads += 1
    if threads < 50:
        sys.exit(f"only {threads} threads were looked at")
    print(f"{threads} threads")


if __name__ == "__main__":
    main()
