#!/usr/bin/env python3
"""Prints which situations the HTML fixtures of each profile hold: two pages, nested quotes, a deletion, an edit, a
moderator's act, an attachment. A gap is no failure: not every engine paginates or nests.

usage: fixture_table.py PROGRAM ROOT
"""
import json
import pathlib
import subprocess
import sys
import tomllib

COLUMNS = ("pages", "quote", "nested", "deletion", "edit", "act", "attachment")


def threads(program, pages):
    """The reports of these pages, and the lines of `extract`: only they show how quotes nest."""
    run = lambda *words: subprocess.run([program, *words, *map(str, pages)], capture_output=True, text=True).stdout
    reports, text, decoder = [], run("analyze", "--format", "json").lstrip(), json.JSONDecoder()
    while text:
        report, end = decoder.raw_decode(text)
        reports.append(report)
        text = text[end:].lstrip()
    return reports, [json.loads(line) for line in run("extract").splitlines()]


def quotes(blocks):
    return [block["quote"] for block in blocks if "quote" in block]


def situations(program, case):
    pages = sorted(case.glob("page*.html"))
    reports, lines = threads(program, pages)
    found = {"pages"} if len(pages) > 1 else set()
    for line in lines:
        outer = quotes(line["body"])
        found |= {"quote"} if outer else set()
        found |= {"nested"} if any(quotes(quote["body"]) for quote in outer) else set()
        found |= {"deletion"} if line["kind"] == "deleted" or line["acts"] and line["kind"] == "post" else set()
        found |= {"edit"} if line["edit"] else set()
        found |= {"attachment"} if line["attachments"] else set()
    found |= {"act"} if any(report["moderation"] for report in reports) else set()
    return found


def main():
    program, root = sys.argv[1], pathlib.Path(sys.argv[2])
    table = {}
    for case in sorted(root.glob("fixtures/*/*/case.toml")):
        if not list(case.parent.glob("page*.html")) or not (case.parent / "expected.json").exists():
            continue
        profile = tomllib.loads(case.read_text(encoding="utf-8")).get("profile")
        table.setdefault(profile or "(none)", set()).update(situations(program, case.parent))
    print(f"{'profile':16}" + "".join(f"{column:>12}" for column in COLUMNS))
    for profile, found in sorted(table.items()):
        print(f"{profile:16}" + "".join(f"{'yes' if column in found else '-':>12}" for column in COLUMNS))


if __name__ == "__main__":
    main()
