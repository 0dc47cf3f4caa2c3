#!/usr/bin/env python3
"""Holds CSV, SQLite, GraphML, GEXF and ConvoKit's files against the JSON of the same threads, and runs README's queries.

usage: exports.py PROGRAM ROOT
"""
import csv
import json
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

FORMATS = ["jsonl", "csv", "sqlite", "graphml", "gexf", "convokit"]


def fail(case, words):
    sys.exit(f"{case}: {words}")


def written(program, pages, folder):
    for form in FORMATS:
        subprocess.run([program, "analyze", *pages, "--format", form, "-o", str(folder)], check=True, capture_output=True)
    lines = (folder / "threads.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def counts(reports):
    return {"threads": len(reports),
            "posts": sum(len(report["posts"]) for report in reports),
            "quotes": sum(len(post["quotes"]) for report in reports for post in report["posts"]),
            "replies": sum(len(report["replies"]) for report in reports),
            "ghosts": sum(len(report["ghosts"]) for report in reports),
            "people": sum(len(report["people"]) for report in reports),
            "measures": sum(len(report["measures"]) for report in reports),
            "events": sum(len(report["moderation"]) for report in reports)}


def check_csv(case, folder, reports):
    for table, expected in counts(reports).items():
        data = (folder / "csv" / f"{table}.csv").read_bytes().decode("utf-8")
        rows = list(csv.reader(data.splitlines(keepends=True), strict=True))
        if {len(row) for row in rows} != {len(rows[0])} or len(rows) - 1 != expected:
            fail(case, f"{table}.csv has {len(rows) - 1} rows, the JSON {expected}")
        if re.search(r"(?m)(?<!\r)\n\Z", data):
            fail(case, f"{table}.csv does not end its lines as RFC 4180 says")
        for cell in (cell for row in rows[1:] for cell in row):
            if cell[:1] in ("=", "+", "@", "\t") or (cell[:1] == "-" and not re.fullmatch(r"-[\d.e+-]+", cell)):
                fail(case, f"{table}.csv holds what a spreadsheet takes for a formula: {cell[:40]!r}")
    texts = [post["text"] for report in reports for post in report["posts"]]
    rows = csv.DictReader((folder / "csv" / "posts.csv").open(encoding="utf-8", newline=""))
    for row, text in zip(rows, texts):
        if row["text"] not in (text, "'" + text):
            fail(case, f"posts.csv does not hold the text of post {row['post']}")


def check_sqlite(case, folder, reports):
    with sqlite3.connect(folder / "threads.sqlite") as database:
        if database.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            fail(case, "the database is damaged")
        for table, expected in counts(reports).items():
            if database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] != expected:
                fail(case, f"table {table} should have {expected} rows")
        views = [name for name, in database.execute("SELECT name FROM sqlite_master WHERE type = 'view'")]
        rows = {view: database.execute(f"SELECT * FROM {view}").fetchall() for view in views}
        if len(rows["tree"]) != sum(len(report["posts"]) for report in reports):
            fail(case, "the view tree does not hold every post once")
        if len(rows["answers"]) != sum(len(report["replies"]) for report in reports):
            fail(case, "the view answers does not hold every reply once")
        exchanges = sum(exchange["replies"] for report in reports for exchange in report["exchanges"])
        if sum(row[-1] for row in rows["exchanges"]) < exchanges:
            fail(case, "the view exchanges lacks some")


def check_graphs(case, folder, reports):
    for kind, node, edge in (("graphml", "{http://graphml.graphdrawing.org/xmlns}node",
                              "{http://graphml.graphdrawing.org/xmlns}edge"),
                             ("gexf", "{http://gexf.net/1.3}node", "{http://gexf.net/1.3}edge")):
        trees = [xml.parse(file).getroot() for file in folder.glob(f"*.{kind}")]
        nodes = sum(len(list(tree.iter(node))) for tree in trees)
        edges = sum(len(list(tree.iter(edge))) for tree in trees)
        if (nodes, edges) != (sum(len(r["posts"]) + len(r["ghosts"]) for r in reports), sum(len(r["replies"]) for r in reports)):
            fail(case, f"the {kind} has {nodes} nodes and {edges} edges")


def check_convokit(case, folder, reports):
    lines = (folder / "convokit" / "utterances.jsonl").read_text(encoding="utf-8").splitlines()
    utterances = {one["id"]: one for one in map(json.loads, lines)}
    speakers = json.loads((folder / "convokit" / "speakers.json").read_text(encoding="utf-8"))
    conversations = json.loads((folder / "convokit" / "conversations.json").read_text(encoding="utf-8"))
    if len(utterances) != len(lines) or len(utterances) != sum(len(r["posts"]) + len(r["ghosts"]) for r in reports):
        fail(case, "the corpus has other utterances than the JSON posts and ghosts")
    if set(utterances) & set(speakers) or {one["speaker"] for one in utterances.values()} != set(speakers):
        fail(case, "ids of utterances and speakers meet, or a speaker is missing")
    roots = [one["conversation_id"] for one in utterances.values() if one["reply-to"] is None]
    if sorted(roots) != sorted(conversations):
        fail(case, "a conversation has not exactly one root")
    for one in utterances.values():
        steps = 0
        while one["reply-to"] is not None:
            one, steps = utterances[one["reply-to"]], steps + 1
            if steps > len(utterances):
                fail(case, "replies run in a circle")


def check_queries(program, root):
    """README's queries of the database run, and find something on the sample thread."""
    readme = (root / "README.md").read_text(encoding="utf-8")
    queries = [query for block in re.findall(r"```sql\n(.*?)```", readme, re.S) for query in re.split(r";\s*", block) if query.strip()]
    if len(queries) < 5:
        sys.exit(f"README.md shows {len(queries)} queries")
    with tempfile.TemporaryDirectory() as name:
        written(program, [str(root / "fixtures/invision/thai-visa-html/page.html")], pathlib.Path(name))
        with sqlite3.connect(pathlib.Path(name) / "threads.sqlite") as database:
            for query in queries:
                if not database.execute(query).fetchall():
                    sys.exit(f"a query of README.md finds nothing in the sample thread: {query}")


def main():
    program, root = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve()
    threads = 0
    for case in sorted(root.glob("fixtures/*/*")):
        if not (case / "expected.json").exists():
            continue
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            reports = written(program, sorted(str(page) for page in case.glob("page*")), folder)
            for check in (check_csv, check_sqlite, check_graphs, check_convokit):
                check(case.relative_to(root), folder, reports)
            threads += len(reports)
    check_queries(program, root)
    print(f"{threads} threads")
    return 0 if threads > 50 else 1


if __name__ == "__main__":
    sys.exit(main())
