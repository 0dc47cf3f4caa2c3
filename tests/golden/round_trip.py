#!/usr/bin/env python3
"""What `extract` writes is read again: `extract X | analyze -` must give the result of `analyze X`, for every fixture and
for the generated threads and real pages of all engines beside the repository: a few of each engine, with --all every one.

usage: round_trip.py PROGRAM FIXTURES [FOLDER OF REAL PAGES] [--all]
"""
import pathlib
import subprocess
import sys

FEW = 4  # real pages of one engine


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
        real = pathlib.Path(sys.argv[3])
        most = None if "--all" in sys.argv else FEW
        for engine in sorted(path for path in real.glob("*") if path.is_dir()):
            groups += [(path.relative_to(real), [path]) for path in sorted(engine.glob("*.gz"))[:most]]
        groups += [(case.relative_to(real), sorted(case.glob("page*"))) for case in sorted(real.glob("generated/*/*"))]
        if not list(real.glob("*/*.gz")):
            print("the real pages are absent: only fixtures are checked")
    failed = 0
    for name, pages in groups:
        found = check(program, pages)
        if found:
            print(f"FAILED {name}")
        for line in found:
            print(f"  {line[:500]}")
        failed += bool(found)
    print(f"{len(groups) - failed} passed, {failed} failed")
    return 1 if failed or not groups else 0


if __name__ == "__main__":
    sys.exit(main())
