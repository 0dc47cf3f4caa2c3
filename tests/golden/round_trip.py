#!/usr/bin/env python3
"""What `extract` writes is read again: `extract X | analyze -` must give the result of `analyze X`, for every fixture.

usage: round_trip.py PROGRAM FIXTURES [FOLDER OF JSON PAGES]
"""
import pathlib
import subprocess
import sys


def analyse(program, pages, text=None):
    return subprocess.run([program, "analyze", "--format", "json", *map(str, pages)], input=text, capture_output=True)


def check(program, pages):
    direct = analyse(program, pages)
    lines = subprocess.run([program, "extract", *map(str, pages)], capture_output=True)
    if direct.returncode != 0:
        return [] if lines.returncode == direct.returncode else [f"extract exits with {lines.returncode}"]
    again = analyse(program, ["-"], lines.stdout)
    if again.returncode != 0:
        return [f"exit {again.returncode}: {again.stderr.decode()}"]
    for number, (a, b) in enumerate(zip(direct.stdout.splitlines(), again.stdout.splitlines()), 1):
        if a != b:
            return [f"line {number} of the report:", f"  on the source {a.decode()}", f"  on its lines  {b.decode()}"]
    return [] if direct.stdout == again.stdout else ["the reports differ in length"]


def main():
    program, root = sys.argv[1], pathlib.Path(sys.argv[2])
    groups = [(path.parent.relative_to(root), sorted(path.parent.glob("page*.*"))) for path in sorted(root.glob("*/*/case.toml"))]
    if len(sys.argv) > 3:
        real = sorted(pathlib.Path(sys.argv[3]).glob("*.json.gz"))
        groups += [(path.name, [path]) for path in real]
        if not real:
            print("the shared JSON pages are absent: only fixtures are checked")
    failed = 0
    for name, pages in groups:
        found = check(program, pages)
        print(f"{'FAILED' if found else 'ok    '} {name}")
        for line in found:
            print(f"  {line[:500]}")
        failed += bool(found)
    print(f"{len(groups) - failed} passed, {failed} failed")
    return 1 if failed or not groups else 0


if __name__ == "__main__":
    sys.exit(main())
