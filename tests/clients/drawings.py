"""Graphviz draws every fixture's DOT: as many nodes and edges as the JSON has.

usage: drawings.py PROGRAM ROOT
"""
import json
import shutil
import subprocess
import sys

import reports


def main():
    program, root = sys.argv[1:]
    if shutil.which("dot") is None:
        print("Graphviz's dot is not installed")
        sys.exit(77)
    threads = 0
    for case, pages in reports.cases(root):
        lines = reports.analyze(program, pages, "--format", "jsonl").splitlines()
        if len(lines) != 1:
            continue
        report = json.loads(lines[0])
        drawn = subprocess.run(["dot", "-Tsvg"], input=reports.analyze(program, pages, "--format", "dot"),
                               capture_output=True)
        svg = drawn.stdout.decode("utf-8")
        if drawn.returncode != 0 or drawn.stderr:
            sys.exit(f"{case}: dot says {drawn.stderr.decode()}")
        nodes, edges = svg.count('class="node"'), svg.count('class="edge"')
        if (nodes, edges) != (len(report["posts"]) + len(report["ghosts"]), len(report["replies"])):
            sys.exit(f"{case}: Graphviz draws {nodes} nodes and {edges} edges")
        threads += 1
    if threads < 50:
        sys.exit(f"only {threads} threads were drawn")
    print(f"{threads} drawings")


if __name__ == "__main__":
    main()
