#!/usr/bin/env python3
"""The order in which pages are given, and giving pages twice, changes no byte of the JSON report.

usage: page_order.py PROGRAM FIXTURES SHARED
Looks at every case of more than one page in FIXTURES and in SHARED/pages/generated (left out with a word where absent).
"""
import pathlib
import random
import subprocess
import sys


def report(program, pages):
    return subprocess.run([program, "analyze", *map(str, pages), "--format", "json"], capture_output=True).stdout


def cases(fixtures, generated):
    found = {}
    for page in [*fixtures.glob("*/*/page-*"), *generated.glob("*/*/page-*")]:
        found.setdefault(page.parent, []).append(page)
    return {folder: sorted(pages) for folder, pages in sorted(found.items()) if len(pages) > 1}


def main():
    program, fixtures, generated = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]) / "pages/generated"
    if not generated.is_dir():
        print(f"{generated} is not there: only the fixtures are looked at")
    problems, looked_at, dice = [], 0, random.Random(7)
    for folder, pages in cases(fixtures, generated).items():
        expected = report(program, pages)
        if not expected:
            continue
        looked_at += 1
        for _ in range(2):
            shuffled = pages + [dice.choice(pages)]
            dice.shuffle(shuffled)
            if report(program, shuffled) != expected:
                problems.append(f"{folder}: given as {' '.join(page.name for page in shuffled)} it comes out otherwise")
    print("\n".join(problems) or f"{looked_at} threads of several pages come out the same in any order")
    if not looked_at:
        return 77
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
